import { meetingWith, stepWith } from '../../model/meetings.js';
import { refuse } from '../../model/refusal.js';
import { isOwed } from '../../deadline/owed.js';
import { canActFor } from '../../policy/permits.js';
import { appendEvent } from '../event-buffer.js';
import { factCommands, happenedAt, refuseDate } from './facts.js';
import { refsOf } from './meeting-refs.js';
import type { Case } from '../../model/case.js';
import type { Command, CommandBodies } from '../../model/command.js';
import type { HeldMinutes, Meeting } from '../../model/meetings.js';
import type { EventBuffer } from '../event-buffer.js';
import type { Refusal } from '../../model/refusal.js';
import type { CommandDefinitions } from './command-definition.js';

type CorrectMeeting = CommandBodies['correctMeeting'];
type Held = Meeting & { readonly held: NonNullable<Meeting['held']> };

/** What was put down wrongly of a meeting, by whoever held it or has the case. What stood before stays to be read. */
export const meetingCorrections: CommandDefinitions<'correctMeeting' | 'withdrawNextStep'> = {
  correctMeeting: {
    label: { nb: 'Rett referatet', en: 'Correct the minutes' },
    refs: ({ present = [] }) => refsOf('/present', present),
    handle(buffer, command, body) {
      const meeting = heldMeeting(buffer.state, body.meeting);
      if ('code' in meeting) return meeting;
      const { held, template, id } = meeting;
      const { on = held.on, present = held.present, summary = held.summary } = body;
      const refusal =
        refuseOthers(buffer.state, command, meeting) ??
        refuseDate(buffer, on, {}) ??
        refuseSame(held, { on, present, ...(body.summary !== undefined && { summary: body.summary }) }) ??
        (on === held.on ? null : correctFact(buffer, command, meeting, body));
      if (refusal) return refusal;
      const words = { ...(summary !== undefined && { summary }), reason: body.reason };
      appendEvent(buffer, 'meetingCorrected', { meeting: id, template, on, present, ...words });
      return null;
    },
  },

  withdrawNextStep: {
    label: { nb: 'Ta tilbake et skritt som ikke var avtalt', en: 'Take back a step that was not agreed' },
    afterClose: true,
    handle(buffer, command, { step: id, reason }) {
      const { state } = buffer;
      const meeting = state.meetings?.find(({ steps }) => steps.some((step) => step.id === id));
      if (!meeting)
        return refuse('not-found', {
          nb: `Det er ikke avtalt noe skritt «${id}» i saken.`,
          en: `No step "${id}" was agreed in the case.`,
        });
      const refusal = refuseOthers(state, command, meeting) ?? refuseOver(state, id);
      if (refusal) return refusal;
      appendEvent(buffer, 'nextStepWithdrawn', { step: id, reason });
      return null;
    },
  },
};

function heldMeeting(state: Case, id: string): Held | Refusal {
  const meeting = meetingWith(state, id);
  if (!meeting)
    return refuse('not-found', { nb: `Saken har ikke noe møte «${id}».`, en: `The case has no meeting "${id}".` });
  const { held } = meeting;
  return held
    ? { ...meeting, held }
    : refuse('superseded', { nb: 'Møtet er ikke holdt.', en: 'The meeting has not been held.' });
}

function refuseOthers(state: Case, { by }: Command, { held }: Meeting): Refusal | null {
  const holder = held?.by ?? null;
  if (canActFor(by, state.owner) || (holder !== null && canActFor(by, holder))) return null;
  return refuse('not-yours', {
    nb: 'Det er den som holdt møtet, eller den som har saken, som retter det.',
    en: 'Whoever held the meeting, or has the case, corrects it.',
  });
}

function refuseSame(held: HeldMinutes, { on, present, summary }: HeldMinutes): Refusal | null {
  const isSame = on === held.on && summary === undefined && JSON.stringify(present) === JSON.stringify(held.present);
  return isSame ? refuse('out-of-range', { nb: 'Si hva som skal rettes.', en: 'Say what is to be corrected.' }) : null;
}

/** The fact that the meeting counted as has the day of the meeting. */
function correctFact(
  buffer: EventBuffer,
  command: Command,
  { template, held }: Held,
  { on, reason }: CorrectMeeting,
): Refusal | null {
  const { ctx, state, now } = buffer;
  const counts = ctx.core.meetings[template]?.fact;
  const fact = state.facts.findLast((it) => it.fact === counts && it.on === held.on && !it.retracted);
  if (!fact || on === undefined) return null;
  const { on: day } = happenedAt(now, on);
  return factCommands.correctFact.handle(buffer, command, { event: fact.seq, on: day, reason });
}

function refuseOver(state: Case, id: string): Refusal | null {
  const step = stepWith(state, id);
  if (step?.done)
    return refuse('superseded', { nb: 'Det er alt meldt gjort.', en: 'It is already said to be done.' }, undefined, {
      done: step.done.at,
    });
  const debt = state.deadlines.find(({ basis: { about } }) => about?.kind === 'step' && about.id === id);
  return debt && isOwed(debt)
    ? null
    : refuse('superseded', { nb: 'Ingen skylder dette lenger.', en: 'Nobody owes this any more.' });
}
