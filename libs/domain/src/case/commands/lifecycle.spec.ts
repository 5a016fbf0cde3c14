import { describe, expect, it } from '@jest/globals';
import { addDays } from '../../time.js';
import { PHASES } from '../../process/process-document.js';
import { collaboration } from '#processes/collaboration/document.js';
import { advanceUntil } from '#support/advance-until.js';
import { openSimulatedCase } from '#support/simulated-case.js';
import { smallCase } from '#support/small-rules.js';
import type { Phase } from '../../process/process-document.js';

const reason = 'text:r';

function caseIn(phase: Phase) {
  const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'helse' });
  advanceUntil(simulated, (state) => state.phase === phase);
  return simulated;
}

describe('how a case ends early', () => {
  it('is the front line s to tell in first contact only', () => {
    const simulated = caseIn('MENTORING');
    expect(simulated.state().owner).not.toBe('mottak');
    expect(simulated.trySubmit('mottak', { type: 'withdraw', reason })?.code).toBe('not-in-phase');
  });

  it('is by rejection or referral only before there is an agreement', () => {
    const allowed = (type: 'reject' | 'refer') =>
      PHASES.filter((it) => collaboration.commands[type]?.phases?.includes(it));
    expect(allowed('reject')).toEqual(['FIRST_CONTACT', 'MENTORING', 'PILOT', 'PROCUREMENT']);
    expect(allowed('refer')).toEqual(allowed('reject'));
    const simulated = caseIn('OPERATION');
    const { owner } = simulated.state();
    const rejected = { type: 'reject', reason, advice: 'text:a', individualDecision: false } as const;
    expect(simulated.trySubmit(owner, rejected)?.code).toBe('not-in-phase');
    expect(simulated.trySubmit(owner, { type: 'refer', to: 'text:t', reason })?.code).toBe('not-in-phase');
  });
});

describe('a pause', () => {
  it('lasts half a year at most, and at least a day, and ends on a working day', () => {
    const lengths = [0, 1, 5, 178, 182, 210].map((days) => {
      try {
        smallCase({}).pause(addDays('2027-02-01', days));
        return 'begins';
      } catch (error) {
        return String(error).split(': ').at(-1);
      }
    });
    expect(lengths).toEqual(['in-the-past', 'begins', 'out-of-range', 'begins', 'out-of-range', 'out-of-range']);
  });
});

describe('a new date for a deadline', () => {
  it('is later than the one it has, and not beyond the calendar', () => {
    const small = smallCase({ debt: {} });
    small.register('begun');
    const [{ id, dueOn } = { id: '', dueOn: '' }] = small.deadlinesOf('debt');
    const extend = (until: string) => {
      try {
        small.give({ type: 'extend', deadline: id, until, reason });
        return 'accepted';
      } catch (error) {
        return String(error).split(': ').at(-1);
      }
    };
    expect([-1, 0].map((days) => extend(addDays(dueOn, days)))).toEqual(['out-of-range', 'out-of-range']);
    expect(extend('2101-01-01')).toBe('out-of-range');
    expect(extend(addDays(dueOn, 1))).toBe('accepted');
  });
});
