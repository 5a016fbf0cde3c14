import { findUser } from '../../people/directory-lookup.js';
import { PHASES } from '../../process/process-document.js';
import type { Case, HandoverPurpose } from '../../model/case.js';
import type { Directory } from '../../policy/directory.js';
import type { GateId, Label, Phase, ProcessDocument } from '../../process/process-document.js';

/** A phase in the words of a button: «Gå videre til piloten». */
const THE_PHASE: Readonly<Record<Phase, Label>> = {
  FIRST_CONTACT: { nb: 'første kontakt', en: 'first contact' },
  MENTORING: { nb: 'veiledning', en: 'mentoring' },
  PILOT: { nb: 'pilot', en: 'a pilot' },
  PROCUREMENT: { nb: 'anskaffelse eller annen avtale', en: 'procurement or another agreement' },
  OPERATION: { nb: 'drift', en: 'operation' },
  EFFECT_EVALUATION: { nb: 'effektevaluering', en: 'effect evaluation' },
};

/** What a decision does, in the words of its button: no two ways of a gate have the same. */
export function decisionWords(document: ProcessDocument, gate: GateId, body: Readonly<Record<string, unknown>>): Label {
  const { phase, label } = document.gates[gate];
  const to = body['toPhase'] as Phase | undefined;
  switch (body['decision']) {
    case 'REFUSE':
      return { nb: 'Ikke gå videre', en: 'Do not go on' };
    case 'ITERATE':
      return { nb: 'Forleng piloten', en: 'Extend the pilot' };
    case 'STOP':
      return { nb: 'Stans piloten', en: 'Stop the pilot' };
    case 'SCALE':
      return withRoute(document, body, { nb: 'Ta i bruk i kommunen', en: 'Take it into use here' });
    case 'OTHERS':
      return withRoute(document, body, { nb: 'Gi videre til andre', en: 'Hand it on to others' });
    default:
      if (to === undefined || to === phase) return { nb: `Godkjenn: ${label.nb}`, en: `Approve: ${label.en}` };
      return PHASES.indexOf(to) < PHASES.indexOf(phase)
        ? { nb: `Gå tilbake til ${THE_PHASE[to].nb}`, en: `Go back to ${THE_PHASE[to].en}` }
        : { nb: `Gå videre til ${THE_PHASE[to].nb}`, en: `Go on to ${THE_PHASE[to].en}` };
  }
}

function withRoute({ routes }: ProcessDocument, body: Readonly<Record<string, unknown>>, words: Label): Label {
  const route = routes[String(body['route'])]?.label;
  return route ? { nb: `${words.nb}: ${route.nb}`, en: `${words.en}: ${route.en}` } : words;
}

/** Why a handover is to be written: what became of the one before, or the decision that it hands over. */
export function draftReason({ decision, handovers }: Case, directory: Directory, purpose: HandoverPurpose): Label {
  const before = handovers.findLast(
    (it) =>
      it.purpose === purpose && it.sentAt !== undefined && (purpose === 'TRANSFER' || it.sentAt > (decision?.at ?? '')),
  );
  const who = before?.receivers.find(({ state }) => state === before.state);
  const name = (who && findUser(directory, who.person)?.name) ?? who?.unit ?? '';
  switch (before?.state) {
    case 'RETURNED':
      return {
        nb: `${name} sendte overleveringen tilbake. Rett det som mangler, og send den på nytt.`,
        en: `${name} returned the handover. Mend what is missing, and send it again.`,
      };
    case 'DECLINED':
      return {
        nb: `${name} takket nei til å overta. Finn en annen mottaker, eller rett det som manglet.`,
        en: `${name} declined to accept. Find another receiver, or mend what was missing.`,
      };
    case 'LAPSED':
      return {
        nb: 'Ingen svarte på overleveringen. Skriv den på nytt.',
        en: 'Nobody answered the handover. Write it anew.',
      };
    case 'WITHDRAWN':
      return {
        nb: 'Overleveringen er tatt tilbake. Skriv den på nytt.',
        en: 'The handover was taken back. Write it anew.',
      };
    default:
      return purpose === 'PHASE'
        ? {
            nb: 'Beslutningen er tatt; mottakerne må få pakken og overta.',
            en: 'The decision is made; the receivers must get the package and accept.',
          }
        : { nb: 'En annen enhet skal overta saken.', en: 'Another unit is to take the case over.' };
  }
}
