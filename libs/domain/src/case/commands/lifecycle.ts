import { osloDateOf } from '../../calendar/oslo-time.js';
import { LAST_DAY } from '../../calendar/supported-years.js';
import { isOwed } from '../../deadline/owed.js';
import { LAST_PHASE } from '../../process/process-document.js';
import { addDays } from '../../time.js';
import type { LocalDate } from '../../time.js';
import { appendEvent } from '../event-buffer.js';
import { refuse } from '../../model/refusal.js';
import type { Case, Deadline } from '../../model/case.js';
import type { Refusal } from '../../model/refusal.js';
import { isDecisionHandedOver } from '../../model/handover-state.js';
import { answerOpenApproval, askApproval, mayApprove, needsNoApproval } from './approvals.js';
import { openHandover } from './handover-sending.js';
import type { EventBuffer } from '../event-buffer.js';
import { userRef } from './command-definition.js';
import type { CommandDefinitions } from './command-definition.js';

/** A pause is at most this many days (domain.md B7). */
const LONGEST_PAUSE_DAYS = 180;

export const lifecycleCommands: CommandDefinitions<
  'suspend' | 'resume' | 'reject' | 'refer' | 'withdraw' | 'stop' | 'complete' | 'reopen' | 'extend'
> = {
  suspend: {
    label: { nb: 'Sett på vent', en: 'Suspend' },
    refusedWhileSuspended: true,
    refs: ({ approvedBy }) => userRef('/approvedBy', approvedBy),
    handle(buffer, command, { reason, resumeOn, approvedBy }) {
      const { state, now } = buffer;
      const today = osloDateOf(now);
      if (resumeOn <= today)
        return refuse('in-the-past', {
          nb: 'Datoen saken tas opp igjen må ligge fram i tid.',
          en: 'The day on which the case is resumed must be in the future.',
        });
      if (resumeOn > addDays(today, LONGEST_PAUSE_DAYS))
        return refuse('out-of-range', {
          nb: `En sak kan være på vent i høyst ${LONGEST_PAUSE_DAYS} dager.`,
          en: `A case can be suspended for at most ${LONGEST_PAUSE_DAYS} days.`,
        });
      const request = { kind: 'SUSPEND', resumeOn, reason } as const;
      if (needsNoApproval(buffer, command)) {
        answerOpenApproval(buffer, request);
        const approver = command.by.user;
        appendEvent(buffer, 'caseSuspended', { reason, resumeOn, approvedBy: approver, from: addDays(today, 1) });
        return null;
      }
      if (approvedBy === command.by.user)
        return refuse('same-person', {
          nb: 'Ingen godkjenner det de selv ber om. Be en leder om det.',
          en: 'Nobody approves what they ask for themselves. Ask a manager.',
        });
      if (approvedBy === state.owner || !mayApprove(state, command, approvedBy))
        return refuse('forbidden', {
          nb: 'Å sette saken på vent må godkjennes av en leder eller kommunalsjef for enheten.',
          en: 'Suspending the case must be approved by a manager or director of the unit.',
        });
      return askApproval(buffer, command, request, approvedBy);
    },
  },

  resume: {
    label: { nb: 'Ta av vent', en: 'Resume' },
    handle(buffer) {
      const pause = currentPause(buffer.state);
      if ('code' in pause) return pause;
      appendEvent(buffer, 'caseResumed', { from: pause.from, to: osloDateOf(buffer.now) });
      return null;
    },
  },

  reject: {
    label: { nb: 'Gå ikke videre', en: 'Do not go on' },
    handle(buffer, _command, { reason, advice, individualDecision }) {
      withdrawOpenHandover(buffer, reason);
      appendEvent(buffer, 'caseRejected', { reason, advice, individualDecision });
      return null;
    },
  },

  refer: {
    label: { nb: 'Vis videre', en: 'Refer elsewhere' },
    handle(buffer, _command, { to, reason }) {
      withdrawOpenHandover(buffer, reason);
      appendEvent(buffer, 'caseReferred', { to, reason });
      return null;
    },
  },

  withdraw: {
    label: { nb: 'Trekk saken', en: 'Withdraw' },
    handle(buffer, command, { reason }) {
      const { state } = buffer;
      const asFrontLine = command.by.user !== state.owner && command.by.grants.some(({ role }) => role === 'mottak');
      if (asFrontLine && state.phase !== 'FIRST_CONTACT')
        return refuse('not-in-phase', {
          nb: 'Førstelinja kan bare trekke saker i første kontakt.',
          en: 'The front line may withdraw cases in first contact only.',
        });
      withdrawOpenHandover(buffer, reason);
      appendEvent(buffer, 'caseWithdrawn', { reason });
      return null;
    },
  },

  stop: {
    label: { nb: 'Stans', en: 'Stop' },
    handle(buffer, _command, { reason }) {
      withdrawOpenHandover(buffer, reason);
      appendEvent(buffer, 'caseStopped', { reason });
      return null;
    },
  },

  complete: {
    label: { nb: 'Fullfør', en: 'Complete' },
    refusedWhileSuspended: true,
    handle(buffer) {
      const { decision, phase } = buffer.state;
      if (phase !== LAST_PHASE)
        return refuse('not-in-phase', {
          nb: 'Saken fullføres fra effektevalueringen.',
          en: 'The case is completed from the evaluation.',
        });
      if (!decision || decision.changesPhase || !isDecisionHandedOver(buffer.state, decision.gate, decision.seq)) {
        const text = {
          nb: 'Beslutningen må tas og overleveringen godtas først.',
          en: 'The decision must be taken and the handover accepted first.',
        };
        return refuse(
          'gate-blocked',
          { nb: `${buffer.state.gate} er ikke passert.`, en: `${buffer.state.gate} is not passed.` },
          {
            command: 'decideGate',
            role: 'kommunalsjef',
            text,
          },
        );
      }
      appendEvent(buffer, 'caseCompleted', {});
      return null;
    },
  },

  reopen: {
    label: { nb: 'Gjenåpne', en: 'Reopen' },
    afterClose: true,
    handle(buffer, _command, { reason }) {
      const refusal = refuseOpen(buffer.state);
      if (refusal) return refusal;
      appendEvent(buffer, 'caseReopened', { reason });
      return null;
    },
  },

  extend: {
    label: { nb: 'Gi ny frist', en: 'Extend the deadline' },
    afterClose: true,
    handle(buffer, command, { deadline: id, until, reason }) {
      const deadline = buffer.state.deadlines.find((it) => it.id === id);
      if (!deadline)
        return refuse('not-found', { nb: `Saken har ingen frist «${id}».`, en: `The case has no deadline "${id}".` });
      if (deadline.effect === 'LEGAL' || deadline.nature !== 'DEBT')
        return refuse('legal-item', {
          nb: 'Fristen følger av lov eller avtale og kan ikke flyttes.',
          en: 'The deadline follows from law or agreement and cannot be moved.',
        });
      if (!isOwed(deadline)) return refuse('superseded', { nb: 'Fristen er avsluttet.', en: 'The deadline is over.' });
      const refusal = refuseNewDate(deadline, until, osloDateOf(buffer.now));
      if (refusal) return refusal;
      if (isMissedPromise(deadline) && !needsNoApproval(buffer, command))
        return askApproval(buffer, command, { kind: 'EXTEND', deadline: id, until, reason });
      appendEvent(buffer, 'deadlineExtended', { deadline: id, until, reason });
      return null;
    },
  },
};

function refuseNewDate({ dueOn }: Deadline, until: LocalDate, today: LocalDate): Refusal | null {
  const after = dueOn > today ? dueOn : today;
  const unblock = {
    command: 'extend',
    role: 'owner',
    text: {
      nb: `Velg en dato etter ${after} og senest ${LAST_DAY}.`,
      en: `Choose a date after ${after}, and ${LAST_DAY} at the latest.`,
    },
  };
  if (until <= today)
    return refuse('in-the-past', { nb: `${until} er ikke fram i tid.`, en: `${until} is not in the future.` }, unblock);
  if (until > LAST_DAY)
    return refuse(
      'out-of-range',
      {
        nb: `${until} er for langt fram: kalenderen går til ${LAST_DAY}.`,
        en: `${until} is too far ahead: the calendar ends on ${LAST_DAY}.`,
      },
      unblock,
    );
  if (until > dueOn) return null;
  return refuse(
    'out-of-range',
    { nb: `Fristen er allerede ${dueOn}.`, en: `The deadline is already ${dueOn}.` },
    unblock,
  );
}

/** Owed to the entrepreneur, and not kept: a new date is for a manager to give. */
const isMissedPromise = ({ owedBy, owedTo, state }: Deadline): boolean =>
  owedBy.party === 'MUNICIPALITY' && owedTo.party === 'ENTREPRENEUR' && state === 'BREACHED';

function currentPause({ state, pauses }: Case): Case['pauses'][number] | Refusal {
  const pause = pauses.at(-1);
  return state === 'SUSPENDED' && pause
    ? pause
    : refuse('not-in-phase', { nb: 'Saken er ikke på vent.', en: 'The case is not suspended.' });
}

function refuseOpen({ closedAt }: Case): Refusal | null {
  return closedAt === undefined ? refuse('not-in-phase', { nb: 'Saken er åpen.', en: 'The case is open.' }) : null;
}

function withdrawOpenHandover(buffer: EventBuffer, reason: string): void {
  const current = openHandover(buffer.state);
  if (!('code' in current)) appendEvent(buffer, 'handoverWithdrawn', { handover: current.id, reason });
}
