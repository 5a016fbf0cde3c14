import { describe, expect, it } from '@jest/globals';
import { addDays } from '../time.js';
import { countByRule } from './count-rules.js';
import { notBeforeOf } from './not-before-rules.js';
import { smallProcess } from '#support/small-process.js';
import type { Case, Fact } from '../model/case.js';

const factOn = (fact: string, on: string, seq: number): Fact => ({
  seq,
  fact,
  on,
  at: `${on}T10:00:00.000Z`,
  data: {},
  by: 'kari',
  revisionSeqs: [seq],
});
const caseWith = (...facts: Fact[]): Case => ({ facts, pauses: [] }) as unknown as Case;
const dueAfter = (state: Case, rule: string, facts: readonly string[], basis: Fact): string => {
  const { on, seq, at } = basis;
  const occurrence = { key: `fact:${basis.fact}`, seq, at, on, data: {} };
  return addDays(on, countByRule(smallProcess, state, occurrence, { rule, facts }));
};

describe('the budget of the next year', () => {
  it.each([
    ['2027-08-31', '2027-12-01'],
    ['2027-09-01', '2028-12-01'],
    ['2027-12-01', '2028-12-01'],
    ['2027-12-31', '2028-12-01'],
    ['2028-01-01', '2028-12-01'],
  ])('confirmed on %s is asked for again on %s', (on, due) => {
    const confirmed = factOn('budgetConfirmed', on, 2);
    expect(dueAfter(caseWith(confirmed), 'untilBudgetDate', ['budgetConfirmed'], confirmed)).toBe(due);
  });

  it.each([
    ['2027-09-01', '2027-12-01'],
    ['2027-11-30', '2027-12-01'],
    ['2027-12-01', '2028-12-01'],
  ])('of an operation that began on %s is asked for on %s', (on, due) => {
    const started = factOn('operationStarted', on, 1);
    expect(dueAfter(caseWith(started), 'untilBudgetDate', ['budgetConfirmed'], started)).toBe(due);
  });
});

describe('the data points of an operation', () => {
  const started = factOn('operationStarted', '2027-01-31', 1);
  const [first, second] = [factOn('dataPointRecorded', '2027-08-02', 2), factOn('dataPointRecorded', '2028-02-20', 3)];

  it('come 12 and 24 months after it began, whenever the one before was taken', () => {
    const state = caseWith(started, first, second);
    expect(dueAfter(state, 'nextDataPoint', ['operationStarted'], first)).toBe('2028-01-31');
    expect(dueAfter(state, 'nextDataPoint', ['operationStarted'], second)).toBe('2029-01-31');
  });

  it('are counted anew from a corrected beginning, and never in the past', () => {
    const late = factOn('dataPointRecorded', '2030-01-01', 4);
    expect(dueAfter(caseWith(started, late), 'nextDataPoint', ['operationStarted'], late)).toBe('2030-01-02');
  });

  it('begin half a year into it, on the day and not before', () => {
    const rule = { by: [], notBefore: { rule: 'firstDataPoint', facts: ['operationStarted'] } };
    expect(notBeforeOf(caseWith(started), rule)).toBe('2027-07-30T22:00:00.000Z');
    expect(notBeforeOf(caseWith(), rule)).toBeUndefined();
  });
});
