import { describe, expect, it } from '@jest/globals';
import { coreOf } from '#domain/process/process-core.js';
import { newestProcess } from '#processes/versions.js';
import { emptyCaseFile } from '#store/cases/inspect/case-file.js';
import type { Case } from '#domain/model/case.js';
import type { CaseFile } from '#store/cases/inspect/case-file.js';
import { openSimulatedCase } from '#support/simulated-case.js';
import { noCarryingDebt } from './no-carrying-debt.js';

const fileOf = (state: Case): CaseFile => ({
  ...emptyCaseFile(state.id),
  core: coreOf(newestProcess),
  replayed: { ok: true, state, transitions: [] },
});

describe('an open case', () => {
  const state = openSimulatedCase('2027-01-11T08:00:00.000Z').state();
  const others = state.deadlines.filter(({ kind }) => !newestProcess.deadlines[kind]?.carries);

  it('whose carrying debt is gone is found, though other debts are open', () => {
    expect(others.length).toBeGreaterThan(0);
    expect(noCarryingDebt.find(fileOf(state))).toEqual([]);
    expect(noCarryingDebt.find(fileOf({ ...state, deadlines: others }))).toEqual([
      'the case is open, and nobody owes what would carry it on',
    ]);
  });

  it('is not asked for one while it is paused, nor when it is closed', () => {
    for (const it of ['SUSPENDED', 'STOPPED'] as const)
      expect(noCarryingDebt.find(fileOf({ ...state, state: it, deadlines: others }))).toEqual([]);
  });
});
