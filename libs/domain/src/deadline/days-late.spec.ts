import { describe, expect, it } from '@jest/globals';
import { workingDaysLate } from './days-late.js';

/** Monday 1 February 2027. */
const due = { dueOn: '2027-02-01', effect: 'PRACTICE' } as const;
const pause = { from: '2027-02-03', resumeOn: '2027-02-10' };

describe('how late a deadline is', () => {
  it('is counted in working days after its date', () => {
    expect(workingDaysLate(due, [], '2027-02-01')).toBe(0);
    expect(workingDaysLate(due, [], '2027-02-08')).toBe(5);
  });

  it('stands still while the case is on hold, and goes on afterwards', () => {
    expect(workingDaysLate(due, [pause], '2027-02-02')).toBe(1);
    expect(workingDaysLate(due, [pause], '2027-02-09')).toBe(1);
    expect(workingDaysLate(due, [{ ...pause, to: '2027-02-09' }], '2027-02-11')).toBe(3);
  });

  it('is not changed by a pause before its date, nor is what the law sets by any', () => {
    expect(workingDaysLate({ ...due, dueOn: '2027-02-11' }, [{ ...pause, to: '2027-02-09' }], '2027-02-15')).toBe(2);
    expect(workingDaysLate({ ...due, effect: 'LEGAL' }, [pause], '2027-02-09')).toBe(6);
  });
});
