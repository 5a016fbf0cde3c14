import { osloDateOf } from '../../calendar/oslo-time.js';
import { LAST_DAY } from '../../calendar/supported-years.js';
import { isOwed } from '../../deadline/owed.js';
import { isPromise, isStillMissed, missedOn, missedPromises } from '../../model/promise.js';
import { isLocalDate } from '../../time.js';
import type { LocalDate } from '../../time.js';
import type { Deadline } from '../../model/case.js';
import { refuse } from '../../model/refusal.js';
import { dayText } from '../../model/words/day-text.js';
import { answerOpenApproval, askApproval, needsNoApproval } from './approvals.js';
import { isOwnStep, refuseMovingForOthers } from './agreed-steps.js';
import { giveNewDate, refuseNewDay } from './give-new-date.js';
import type { EventBuffer } from '../event-buffer.js';
import type { Refusal } from '../../model/refusal.js';
import type { CommandType } from '../../model/command.js';
import type { FactRule } from '../../process/process-document.js';
import type { CommandDefinitions } from './command-definition.js';

/** New dates for what is owed. A promise that was missed stays missed, with the new date beside it. */
export const promiseCommands: CommandDefinitions<'extend'> = {
  extend: {
    label: { nb: 'Gi ny frist', en: 'Extend the deadline' },
    afterClose: true,
    handle(buffer, command, { deadline: id, until, reason }) {
      const deadline = buffer.state.deadlines.find((it) => it.id === id);
      if (!deadline)
        return refuse('not-found', { nb: `Saken har ingen frist «${id}».`, en: `The case has no deadline "${id}".` });
      const fixed = refuseFixedDate(deadline);
      if (fixed) return fixed;
      if (!isOwed(deadline)) return refuse('superseded', { nb: 'Fristen er avsluttet.', en: 'The deadline is over.' });
      const refusal = refuseMovingForOthers(buffer, command, deadline) ?? refuseNewDate(buffer, deadline, until);
      if (refusal) return refusal;
      // Whoever missed a promise does not give themselves more time.
      if (isPromise(deadline) && missedOn(deadline) !== undefined && !needsNoApproval(buffer, command))
        return askApproval(buffer, command, { kind: 'EXTEND', deadline: id, until, reason });
      answerOpenApproval(buffer, { kind: 'MORE_TIME', deadline: id, until, reason });
      giveNewDate(buffer, deadline, until, reason, isOwnStep(buffer.state, command, deadline));
      return null;
    },
  },
};

/** What the law or an agreement sets stays where it is. */
export function refuseFixedDate({ effect, nature }: Deadline): Refusal | null {
  if (effect !== 'LEGAL' && nature === 'DEBT') return null;
  return refuse('legal-item', {
    nb: 'Fristen følger av lov eller avtale og kan ikke flyttes.',
    en: 'The deadline follows from law or agreement and cannot be moved.',
  });
}

/** A new date gives more time than the deadline has. */
export function refuseNewDate(
  buffer: EventBuffer,
  { dueOn, owedBy }: Deadline,
  until: LocalDate,
  command: CommandType = 'extend',
): Refusal | null {
  const today = osloDateOf(buffer.now);
  const first = dayText(dueOn > today ? dueOn : today);
  const last = dayText(LAST_DAY);
  const unblock = {
    command,
    role: command === 'askMoreTime' ? owedBy.role : 'owner',
    text: {
      nb: `Velg en arbeidsdag etter ${first.nb} og senest ${last.nb}.`,
      en: `Choose a working day after ${first.en}, and ${last.en} at the latest.`,
    },
  };
  const refusal = refuseNewDay(buffer, until);
  if (refusal) return { ...refusal, unblock };
  if (until > dueOn) return null;
  const due = dayText(dueOn);
  return refuse(
    'out-of-range',
    { nb: `Fristen er allerede ${due.nb}.`, en: `The deadline is already ${due.en}.` },
    unblock,
  );
}

/** The date that a fact gives for promises that were missed is one that can be kept. */
export function refuseGivenDate(
  buffer: EventBuffer,
  { movesPromises }: FactRule,
  data: Readonly<Record<string, unknown>>,
): Refusal | null {
  const date = movesPromises === undefined ? undefined : data[movesPromises];
  return typeof date === 'string' && isLocalDate(date) ? refuseNewDay(buffer, date) : null;
}

type Data = Readonly<Record<string, unknown>>;

/** Each promise that was missed is explained by itself: the fact names it, or it is the only one. */
export function refuseUnclearPromise({ state }: EventBuffer, { movesPromises }: FactRule, data: Data): Refusal | null {
  const missed = movesPromises === undefined ? [] : missedPromises(state);
  const { deadline } = data;
  if (movesPromises === undefined || (deadline === undefined && missed.length <= 1)) return null;
  if (missed.some(({ id }) => id === deadline)) return null;
  const detail =
    deadline === undefined
      ? {
          nb: 'Flere løfter er ikke holdt. Si hvilket av dem du forklarer.',
          en: 'Several promises were missed. Say which of them you explain.',
        }
      : { nb: 'Dette er ikke et løfte som står uholdt.', en: 'This is no promise that stands missed.' };
  const errors = [{ pointer: '/data/deadline', detail: `must be one of: ${missed.map(({ id }) => id).join(', ')}` }];
  return refuse('bad-fact', detail, undefined, { errors });
}

/** What is registered, with the promise that it explains. */
export function withPromise({ state }: EventBuffer, { movesPromises }: FactRule, data: Data): Data {
  const [missed] = movesPromises === undefined || 'deadline' in data ? [] : missedPromises(state);
  return missed ? { ...data, deadline: missed.id } : data;
}

/** A delay that is explained with a new date moves the promise that it is about. */
export function movePromise(buffer: EventBuffer, { movesPromises }: FactRule, data: Data): void {
  const until = movesPromises === undefined ? undefined : data[movesPromises];
  if (typeof until !== 'string' || !isLocalDate(until)) return;
  const reason = typeof data['reason'] === 'string' ? data['reason'] : '';
  const promise = missedPromises(buffer.state).find(({ id }) => id === data['deadline']);
  if (promise?.effect === 'PRACTICE' && isStillMissed(promise) && promise.dueOn < until)
    giveNewDate(buffer, promise, until, reason);
}
