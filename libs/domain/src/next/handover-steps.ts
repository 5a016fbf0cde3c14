import { requiredReceivers } from '../gate/required-receivers.js';
import { roleAndUnitOf } from '../policy/permits.js';
import { eligibleUsers } from './narrow-schema.js';
import { objectSchema, textSchema } from './proposed-step.js';
import type { Case, Handover } from '../model/case.js';
import type { Directory } from '../policy/directory.js';
import type { Capacity, ProcessDocument } from '../process/process-document.js';
import type { ProposedStep } from './proposed-step.js';

const NO_INPUT = objectSchema({});

/** A step for each receiver who has not accepted; nothing else moves the case forward until all have. */
export function answerSteps(document: ProcessDocument, handover: Handover): ProposedStep[] {
  return handover.receivers
    .filter((receiver) => receiver.state !== 'ACCEPTED')
    .map((receiver) => {
      const waiting = receiver.state === 'WAITING';
      return {
        command: waiting ? 'acknowledgeHandover' : 'acceptHandover',
        body: {},
        input: NO_INPUT,
        who: ['receiver'],
        persons: [receiver.person],
        label: waiting
          ? { nb: 'Bekreft mottatt', en: 'Acknowledge the handover' }
          : { nb: 'Overta saken', en: 'Accept the handover' },
        why: {
          nb: 'Overleveringen er sendt og venter på svar.',
          en: 'The handover has been sent and awaits an answer.',
        },
      };
    });
}

export function sendStep(document: ProcessDocument): ProposedStep {
  return {
    command: 'sendHandover',
    body: {},
    input: NO_INPUT,
    who: document.commands.sendHandover?.who ?? ['owner'],
    label: { nb: 'Send overleveringen', en: 'Send the handover' },
    why: { nb: 'Overleveringen er skrevet, men ikke sendt.', en: 'The handover is drafted but not sent.' },
  };
}

/** The draft, with receivers found for every capacity that must accept. */
export function draftStep(document: ProcessDocument, state: Case, directory: Directory): ProposedStep {
  return {
    command: 'draftHandover',
    body: {
      purpose: 'PHASE',
      toPhase: state.decision?.toPhase,
      receivers: proposedReceivers(document, state, directory),
    },
    input: objectSchema({ package: packageSchema() }),
    who: document.commands.draftHandover?.who ?? ['owner'],
    label: { nb: 'Skriv overleveringen', en: 'Draft the handover' },
    why: {
      nb: 'Beslutningen er tatt; mottakerne må få pakken og overta.',
      en: 'The decision is made; the receivers must get the package and accept.',
    },
  };
}

function proposedReceivers(
  document: ProcessDocument,
  state: Case,
  directory: Directory,
): { unit: string; person: string }[] {
  const receivers: { unit: string; person: string }[] = [];
  for (const capacity of requiredReceivers(document, state)) {
    const found = receiverFor(document, state, directory, capacity);
    if (found && !receivers.some(({ person }) => person === found.person)) receivers.push(found);
  }
  return receivers;
}

function receiverFor(
  document: ProcessDocument,
  state: Case,
  directory: Directory,
  { who }: Capacity,
): { unit: string; person: string } | undefined {
  for (const one of who) {
    const { role, unit } = roleAndUnitOf(document, state, one);
    const person = eligibleUsers(document, state, directory, one).find(
      (user) =>
        user.id !== state.owner &&
        user.grants.some((grant) => grant.role === role && (unit === null || grant.unit === unit)),
    );
    if (person) return { unit: unit ?? person.unit, person: person.id };
  }
  return undefined;
}

function packageSchema(): ReturnType<typeof objectSchema> {
  const sections = {
    status: textSchema('Formål og status på én side', 'Formål, hva som er gjort og hvor saken står.'),
    openTasks: textSchema('Åpne oppgaver og løfter', 'Ingen åpne løfter utover fristene i saken.'),
    told: textSchema('Hva den sosiale entreprenøren har fått vite', 'Entreprenøren vet at saken overleveres.'),
    firstStep: textSchema(
      'Hva mottakeren må gjøre først, med dato',
      'Ta kontakt med entreprenøren innen fem arbeidsdager.',
    ),
  };
  return objectSchema(sections);
}
