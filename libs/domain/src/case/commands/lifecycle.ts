import { osloDateOf } from '../../calendar/oslo-time.js';
import { LAST_PHASE } from '../../process/process-document.js';
import { addDays } from '../../time.js';
import { refuseDayOff } from './give-new-date.js';
import { appendEvent } from '../event-buffer.js';
import { refuse } from '../../model/refusal.js';
import type { Case } from '../../model/case.js';
import type { Refusal } from '../../model/refusal.js';
import { isDecisionHandedOver } from '../../model/handover-state.js';
import { answerOpenApproval, askApproval, mayApprove, needsNoApproval } from './approvals.js';
import { withdrawOpenHandover } from './handover-sending.js';
import { userRef } from './command-definition.js';
import type { CommandDefinitions } from './command-definition.js';

/** A pause is at most this many days (domain.md B7). */
const LONGEST_PAUSE_DAYS = 180;

export const lifecycleCommands: CommandDefinitions<
  'suspend' | 'resume' | 'reject' | 'refer' | 'withdraw' | 'stop' | 'complete' | 'reopen'
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
      const dayOff = refuseDayOff(resumeOn);
      if (dayOff) return dayOff;
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
      return askApproval(buffer, command, request, { person: approvedBy });
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
          { nb: 'Det siste beslutningspunktet er ikke passert.', en: 'The last gate is not passed.' },
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
};

function currentPause({ state, pauses }: Case): Case['pauses'][number] | Refusal {
  const pause = pauses.at(-1);
  return state === 'SUSPENDED' && pause
    ? pause
    : refuse('not-in-phase', { nb: 'Saken er ikke på vent.', en: 'The case is not suspended.' });
}

function refuseOpen({ closedAt }: Case): Refusal | null {
  return closedAt === undefined ? refuse('not-in-phase', { nb: 'Saken er åpen.', en: 'The case is open.' }) : null;
}
