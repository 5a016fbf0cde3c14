import { describe, expect, it } from '@jest/globals';
import { emptyCaseFile } from '#store/cases/inspect/case-file.js';
import type { CaseFile } from '#store/cases/inspect/case-file.js';
import { openSimulatedCase } from '#support/simulated-case.js';
import { noDeadline } from './no-deadline.js';

/** An open case whose view and events agree, with deadlines of this nature only; it has no deadline row. */
function withoutRows(nature: 'HOLD' | 'DEBT'): CaseFile {
  const state = openSimulatedCase('2027-01-11T08:00:00.000Z').state();
  const view = { ...state, deadlines: state.deadlines.map((deadline) => ({ ...deadline, nature })) };
  return { ...emptyCaseFile(state.id), view: { body: view } as unknown as CaseFile['view'] };
}

describe('an open case', () => {
  it('that waits for a HOLD only is waiting, although only debts have rows', () => {
    expect(noDeadline.find(withoutRows('HOLD'))).toEqual([]);
  });

  it('whose debts have lost their rows is found', () => {
    expect(noDeadline.find(withoutRows('DEBT'))).toEqual(['the case is open, and no deadline row of it has a date']);
  });
});
