import { describe, expect, it } from '@jest/globals';
import { checklist } from './checklist.js';
import { smallProcess } from '#support/small-process.js';
import { smallCase } from '#support/small-rules.js';
import type { Case } from '../model/case.js';
import type { ItemRule, ProcessCore } from '../process/process-document.js';

const items: Record<string, ItemRule> = {
  lasting: { requirement: 'WAIVABLE', metBy: { tick: true } },
  anew: { requirement: 'WAIVABLE', metBy: { tick: true }, repeatOnReopen: true },
  anewByFact: { requirement: 'WAIVABLE', metBy: { fact: 'done' }, repeatOnReopen: true },
};
const gates: ProcessCore['gates'] = {
  ...smallProcess.gates,
  G1: { ...smallProcess.gates.G1, items: Object.keys(items) },
};
const core: ProcessCore = { ...smallProcess, items, gates };
const statesOf = (state: Case) => checklist(core, state).map((it) => it.state);

describe('an item that is to be met each time its gate opens', () => {
  it.each([
    ['ticked', { type: 'tickItem' } as const, 'DONE'],
    ['waived', { type: 'waiveItem', reason: 'text:r' } as const, 'WAIVED'],
  ])('was %s before the gate opened again: that does not count now', (_title, command, met) => {
    const small = smallCase({}, { items, gates });
    for (const item of ['lasting', 'anew']) small.give({ ...command, item });
    small.register('done');
    expect(statesOf(small.state())).toEqual([met, met, 'DONE']);
    const reopened = { ...small.state(), gateOpenedSeq: small.state().version };
    expect(statesOf(reopened)).toEqual([met, 'OPEN', 'OPEN']);
  });
});
