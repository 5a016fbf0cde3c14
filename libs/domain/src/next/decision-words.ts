import { PHASES } from '../process/process-document.js';
import type { GateId, Label, Phase, ProcessDocument } from '../process/process-document.js';

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
