import { isOwed } from '../../deadline/owed.js';
import { missedOn } from '../../model/promise.js';
import { isHers, stepWith } from '../../model/meetings.js';
import { refuse } from '../../model/refusal.js';
import { canActFor, isPermitted, isStepOwner } from '../../policy/permits.js';
import { appendEvent } from '../event-buffer.js';
import type { Case, Deadline } from '../../model/case.js';
import type { AgreedStep } from '../../model/meetings.js';
import type { Command } from '../../model/command.js';
import type { EventBuffer } from '../event-buffer.js';
import type { Refusal } from '../../model/refusal.js';
import type { CommandDefinitions } from './command-definition.js';

/** What was agreed in a meeting is done when whoever owes it says so; the municipality may say it for the entrepreneur. */
export const agreedStepCommands: CommandDefinitions<'completeNextStep'> = {
  completeNextStep: {
    label: { nb: 'Meld at det avtalte er gjort', en: 'Say that what was agreed is done' },
    afterClose: true,
    handle(buffer, command, { step: id, note }) {
      const { state } = buffer;
      const step = stepWith(state, id);
      if (!step)
        return refuse('not-found', {
          nb: `Det er ikke avtalt noe skritt «${id}» i saken.`,
          en: `No step "${id}" was agreed in the case.`,
        });
      const refusal = refuseOthers(buffer, command, step) ?? refuseOver(state, step);
      if (refusal) return refusal;
      appendEvent(buffer, 'nextStepCompleted', { step: id, ...(note !== undefined && { note }) });
      return null;
    },
  },
};

const HANDLERS = ['owner', 'deputy', 'manager'];

function refuseOthers({ ctx: { core }, state }: EventBuffer, { by }: Command, step: AgreedStep): Refusal | null {
  const heldBy = debtOf(state, step)?.heldBy;
  if (isStepOwner(state, by, step) || (heldBy !== undefined && canActFor(by, heldBy))) return null;
  if (isHers(step) && isPermitted(core, state, by, [...HANDLERS, 'contact'])) return null;
  return refuse(
    'not-yours',
    {
      nb: 'Det er den som har tatt på seg dette, som melder at det er gjort.',
      en: 'Whoever took this on says that it is done.',
    },
    undefined,
    { agreedWith: step.owner },
  );
}

function refuseOver(state: Case, step: AgreedStep): Refusal | null {
  if (step.done)
    return refuse('superseded', { nb: 'Det er alt meldt gjort.', en: 'It is already said to be done.' }, undefined, {
      done: step.done.at,
    });
  const debt = debtOf(state, step);
  return debt && isOwed(debt)
    ? null
    : refuse('superseded', { nb: 'Ingen skylder dette lenger.', en: 'Nobody owes this any more.' });
}

const debtOf = ({ deadlines }: Case, { id }: AgreedStep): Deadline | undefined =>
  deadlines.find(({ basis: { about } }) => about?.kind === 'step' && about.id === id);

/** Whether the deadline is what this person took on in a meeting. */
export function isOwnStep(state: Case, { by }: Pick<Command, 'by'>, { basis: { about } }: Deadline): boolean {
  const step = about?.kind === 'step' ? stepWith(state, about.id) : undefined;
  return step !== undefined && isStepOwner(state, by, step);
}

/** A new date is given by whoever has the case; what was agreed is also moved by whoever owes it, until its day has passed. */
export function refuseMovingForOthers(
  { ctx: { core }, state }: EventBuffer,
  { by }: Command,
  deadline: Deadline,
): Refusal | null {
  if (isPermitted(core, state, by, HANDLERS)) return null;
  if (!isOwnStep(state, { by }, deadline))
    return refuse('not-yours', {
      nb: 'Du kan bare flytte det du selv har tatt på deg. Saksbehandleren gir andre datoer.',
      en: 'You can only move what you took on yourself. The case handler gives other dates.',
    });
  return missedOn(deadline) === undefined
    ? null
    : refuse('not-yours', {
        nb: 'Dagen er passert. Be den som har saken om en ny dato.',
        en: 'The day has passed. Ask whoever has the case for a new date.',
      });
}
