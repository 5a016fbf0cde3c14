import { describe, expect, it } from '@jest/globals';
import { smallProcess } from '#support/small-process.js';
import { smallCase } from '#support/small-rules.js';
import type { ItemRule, ProcessCore } from '../process/process-document.js';
import { waitingFor } from './waiting-for.js';

const ENTREPRENEUR = { party: 'ENTREPRENEUR', role: 'entrepreneur' } as const;
const items: Record<string, ItemRule> = { done: { requirement: 'WAIVABLE', metBy: { fact: 'done' } } };
const gates: ProcessCore['gates'] = { ...smallProcess.gates, G1: { ...smallProcess.gates.G1, items: ['done'] } };

/** Whom a case waits for in which these debts are owed. */
function waiting(...[rules, more]: Parameters<typeof smallCase>) {
  const small = smallCase(rules, more);
  small.register('begun');
  return waitingFor(small.core, small.state());
}

describe('whom a case waits for', () => {
  it('is whoever owes the earliest debt, else the municipality', () => {
    const theirs = { owedBy: ENTREPRENEUR };
    expect(waiting({})).toBe('MUNICIPALITY');
    expect(waiting({ theirs, ours: { count: 20 } })).toBe('ENTREPRENEUR');
    expect(waiting({ theirs: { ...theirs, count: 20 }, ours: {} })).toBe('MUNICIPALITY');
  });

  it('is whoever owes what keeps the gate closed, though something else is due before', () => {
    const blocks = { owedBy: ENTREPRENEUR, count: 90 };
    expect(waiting({ blocks, other: { ends: ['withdrew'] } }, { items, gates })).toBe('ENTREPRENEUR');
  });

  it('is not told by a right or a hold, nor by what is met', () => {
    expect(waiting({ right: { nature: 'RIGHT', owedBy: ENTREPRENEUR } })).toBe('MUNICIPALITY');
    const small = smallCase({ theirs: { owedBy: ENTREPRENEUR } });
    small.register('begun');
    small.register('done');
    expect(waitingFor(small.core, small.state())).toBe('MUNICIPALITY');
  });

  it('is nobody when it is closed', () => {
    const small = smallCase({ theirs: { owedBy: ENTREPRENEUR, scope: 'BEYOND' } });
    small.register('begun');
    small.give({ type: 'withdraw', reason: 'text:r' });
    expect(waitingFor(small.core, small.state())).toBeNull();
  });
});
