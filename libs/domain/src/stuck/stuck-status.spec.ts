import { describe, expect, it } from '@jest/globals';
import { smallCase } from '#support/small-rules.js';
import { instantOf, millisOf } from '../time.js';
import type { Instant } from '../time.js';
import { stuckAt, stuckCauses, stuckStatus } from './stuck-status.js';
import type { SmallCase } from '#support/small-rules.js';

const causesOf = ({ core, state, now }: SmallCase) => stuckStatus(core, state(), now()).causes.map(({ code }) => code);
const stuckFrom = ({ core, state }: SmallCase): Instant | null => stuckAt(stuckCauses(core, state()));
const justBefore = (instant: Instant): Instant => instantOf(millisOf(instant) - 1_000);

/** A case begun on Monday 1 February 2027: what is due in ten days is due on Thursday 11. */
function begun(...[rules, more]: Parameters<typeof smallCase>): SmallCase {
  const small = smallCase(rules, more);
  small.register('begun');
  return small;
}

/** Three letters to other units came back, one after the other. */
const LONG_BEFORE = '2026-12-01T08:00:00.000Z';

function declined(times: number, ownerSince = LONG_BEFORE): SmallCase {
  const small = smallCase({ debt: { starts: ['opened'], count: 300 } });
  const { handovers, ...state } = small.state();
  const ended = Array.from({ length: times }, (_, n) => ({
    id: `h${n + 1}`,
    purpose: 'TRANSFER' as const,
    from: { unit: 'helse', person: state.owner },
    receivers: [],
    state: n === 0 ? ('LAPSED' as const) : ('DECLINED' as const),
    draftedAt: state.openedAt,
    endedAt: state.openedAt,
    escalated: false,
    package: 'text:p',
  }));
  return { ...small, state: () => ({ ...state, ownerSince, handovers: [...handovers, ...ended] }) };
}

describe('a debt that is late', () => {
  it('is a warning at once, and makes the case stuck when it has been so for five working days', () => {
    const small = begun({ debt: {} });
    expect(stuckFrom(small)).toBe('2027-02-18T23:00:00.000Z');
    small.advanceTo('2027-02-11T22:59:59.000Z');
    expect(stuckStatus(small.core, small.state(), small.now()).warnings).toEqual([]);
    small.advanceTo('2027-02-11T23:00:00.000Z');
    const late = stuckStatus(small.core, small.state(), small.now());
    expect([late.isStuck, late.warnings.map(({ code }) => code)]).toEqual([false, ['OVERDUE']]);
    small.advanceTo(justBefore('2027-02-18T23:00:00.000Z'));
    expect(causesOf(small)).toEqual([]);
    small.advanceTo('2027-02-18T23:00:00.000Z');
    const stuck = stuckStatus(small.core, small.state(), small.now());
    expect([stuck.causes.map(({ code }) => code), stuck.warnings]).toEqual([['OVERDUE'], []]);
  });

  it('makes the case stuck at once where its rule says so', () => {
    expect(stuckFrom(begun({ debt: { stuckAtOnce: true } }))).toBe('2027-02-11T23:00:00.000Z');
  });

  it('of an agreement that runs out is told thirty days before', () => {
    const small = begun({ debt: { count: 100, expiry: true } });
    expect(small.deadlinesOf('debt')[0]?.dueOn).toBe('2027-05-12');
    expect(stuckFrom(small)).toBe('2027-04-12T22:00:00.000Z');
    small.advanceTo('2027-04-12T22:00:00.000Z');
    expect(causesOf(small)).toEqual(['EXPIRING']);
  });

  it('of the time of the phase is a cause of its own, though nobody owes anything else', () => {
    const small = begun({ sla: { phaseSla: true } });
    small.wait(30);
    expect(causesOf(small)).toEqual(['PHASE_OVERDUE']);
  });
});

describe('a case in which nobody owes anything', () => {
  it('is silent when nobody has done anything for thirty days', () => {
    const small = begun({});
    expect(stuckFrom(small)).toBe('2027-03-03T23:00:00.000Z');
    small.advanceTo('2027-03-03T23:00:00.000Z');
    expect(causesOf(small)).toEqual(['SILENT']);
  });

  it('is not silent while something is owed later', () => {
    expect(stuckFrom(begun({ debt: { count: 200 } })) ?? '').toMatch(/^2027-08/);
  });
});

describe('a case that was sent around', () => {
  it('and came back three times is stuck; twice is no trouble', () => {
    expect([2, 3, 4].map((times) => causesOf(declined(times)))).toEqual([[], ['MOVED_AROUND'], ['MOVED_AROUND']]);
  });

  it('is not, as soon as somebody is named for it', () => {
    const { ownerSince } = smallCase({}).state();
    expect(causesOf(declined(3, ownerSince))).toEqual([]);
  });
});

describe('a case that rests', () => {
  it('is not stuck, whatever is late, and is so again when it goes on', () => {
    const small = begun({ debt: { effect: 'LEGAL' } });
    small.pause('2027-06-01');
    small.wait(60);
    expect(causesOf(small)).toEqual([]);
    small.give({ type: 'resume' });
    expect(causesOf(small)).toEqual(['OVERDUE']);
  });

  it('or is closed is not stuck', () => {
    const small = begun({ debt: { scope: 'BEYOND' } });
    small.give({ type: 'withdraw', reason: 'text:r' });
    small.wait(60);
    expect(causesOf(small)).toEqual([]);
    expect(stuckFrom(small)).toBeNull();
  });
});
