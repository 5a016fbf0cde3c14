import { osloDateOf } from '../../calendar/oslo.js';
import { LAST_DAY } from '../../calendar/years.js';
import { isOwed } from '../../deadline/owed.js';
import { addDays } from '../../time.js';
import { append } from '../log.js';
import { refuse } from '../../model/refusal.js';
import { acceptedFor, isSent } from './handovers.js';
import type { Log } from '../log.js';
import type { Handlers } from './handler.js';

/** May approve a pause anywhere; a manager only in the own unit. */
const DIRECTORS = new Set(['kommunalsjef', 'kommunedirektor']);

/** A pause is at most this many days (domain.md B7). */
const LONGEST_PAUSE_DAYS = 180;

export const sideCommands: Handlers<
  'suspend' | 'resume' | 'reject' | 'refer' | 'withdraw' | 'stop' | 'complete' | 'reopen' | 'extend'
> = {
  suspend(log, command, { reason, resumeOn, approvedBy }) {
    const { state, now } = log;
    const today = osloDateOf(now);
    if (resumeOn <= today) return refuse('in-the-past', 'Datoen saken tas opp igjen må ligge fram i tid.');
    if (resumeOn > addDays(today, LONGEST_PAUSE_DAYS))
      return refuse('out-of-range', `En sak kan være på vent i høyst ${LONGEST_PAUSE_DAYS} dager.`);
    const approves = command.people[approvedBy]?.grants.some(
      ({ role, unit }) => DIRECTORS.has(role) || (role === 'leder' && unit === state.unit),
    );
    if (!approves || approvedBy === state.owner) {
      return refuse('forbidden', 'Å sette saken på vent må godkjennes av en leder eller kommunalsjef for enheten.');
    }
    append(log, 'caseSuspended', { reason, resumeOn, approvedBy, from: addDays(today, 1) });
    return null;
  },

  resume(log) {
    const pause = log.state.pauses.at(-1);
    if (log.state.state !== 'SUSPENDED' || !pause) return refuse('not-in-phase', 'Saken er ikke på vent.');
    append(log, 'caseResumed', { from: pause.from, to: osloDateOf(log.now) });
    return null;
  },

  reject(log, _command, { reason, advice, individualDecision }) {
    endHandover(log, reason);
    append(log, 'caseRejected', { reason, advice, individualDecision });
    return null;
  },

  refer(log, _command, { to, reason }) {
    endHandover(log, reason);
    append(log, 'caseReferred', { to, reason });
    return null;
  },

  withdraw(log, command, { reason }) {
    const { state } = log;
    const onWord = command.by.user !== state.owner && command.by.grants.some(({ role }) => role === 'mottak');
    if (onWord && state.phase !== 'FIRST_CONTACT')
      return refuse('not-in-phase', 'Førstelinja kan bare trekke saker i første kontakt.');
    endHandover(log, reason);
    append(log, 'caseWithdrawn', { reason });
    return null;
  },

  stop(log, _command, { reason }) {
    endHandover(log, reason);
    append(log, 'caseStopped', { reason });
    return null;
  },

  complete(log) {
    const { decision, phase } = log.state;
    if (phase !== 'EFFECT_EVALUATION') return refuse('not-in-phase', 'Saken fullføres fra effektevalueringen.');
    if (!decision || decision.enters || !acceptedFor(log.state, decision.gate, decision.seq)) {
      const text = 'Beslutningen må tas og overleveringen godtas først.';
      return refuse('gate-blocked', `${log.state.gate} er ikke passert.`, {
        command: 'decideGate',
        role: 'kommunalsjef',
        text,
      });
    }
    append(log, 'caseCompleted', {});
    return null;
  },

  reopen(log, _command, { reason }) {
    if (log.state.closedAt === undefined) return refuse('not-in-phase', 'Saken er åpen.');
    append(log, 'caseReopened', { reason });
    return null;
  },

  extend(log, _command, { deadline: id, until, reason }) {
    const deadline = log.state.deadlines.find((it) => it.id === id);
    if (!deadline) return refuse('not-found', `Saken har ingen frist «${id}».`);
    if (deadline.effect === 'LEGAL' || deadline.nature !== 'DEBT')
      return refuse('legal-item', 'Fristen følger av lov eller avtale og kan ikke flyttes.');
    if (!isOwed(deadline)) return refuse('superseded', 'Fristen er avsluttet.');
    if (until <= osloDateOf(log.now)) return refuse('in-the-past', 'Den nye datoen må ligge fram i tid.');
    if (until <= deadline.dueOn || until > LAST_DAY)
      return refuse('out-of-range', `Den nye datoen må være etter ${deadline.dueOn}.`);
    append(log, 'deadlineExtended', { deadline: id, until, reason });
    return null;
  },
};

function endHandover(log: Log, reason: string): void {
  const current = log.state.handovers.at(-1);
  if (current && (isSent(current) || current.state === 'DRAFT'))
    append(log, 'handoverWithdrawn', { handover: current.id, reason });
}
