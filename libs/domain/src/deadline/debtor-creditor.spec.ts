import { describe, expect, it } from '@jest/globals';
import { openSimulatedCase } from '#support/simulated-case.js';
import { newestProcess } from '#processes/versions.js';
import type { About, Case, Handover } from '../model/case.js';
import { creditor, debtor, personOwing } from './debtor-creditor.js';
import type { OwedBy } from './debtor-creditor.js';

const OWNER = 'saksbehandler.helse';
const REVIEWER = 'saksbehandler2.helse';

/** A case that was handed over to two, with a question and an approval open. */
function busyCase(): Case {
  const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'helse' });
  simulated.submit('mottak', { type: 'assignOwner', owner: OWNER });
  const answerBy = '2027-01-25';
  simulated.submit(OWNER, {
    ...{ type: 'askUnit', unit: 'nav', person: 'mentor.nav', kind: 'QUESTION' },
    ...{ question: 'text:q', answerBy },
  });
  simulated.submit(OWNER, { type: 'suspend', reason: 'text:r', resumeOn: '2027-02-15', approvedBy: 'leder.helse' });
  const receivers = [{ unit: 'kultur', person: 'leder.kultur' }];
  simulated.submit(OWNER, { type: 'draftHandover', purpose: 'TRANSFER', receivers, package: 'text:p' });
  simulated.submit(OWNER, { type: 'sendHandover' });
  const state = simulated.state();
  return {
    ...state,
    handovers: state.handovers.map((it) => ({
      ...it,
      receivers: [...it.receivers, { unit: 'nav', person: 'leder.nav', state: 'WAITING' }],
    })),
  };
}

const ended = (state: Case, how: Handover['state']): Case => ({
  ...state,
  handovers: state.handovers.map((it) => ({ ...it, state: how })),
});
const debtOf = (role: string, about?: About): OwedBy => ({
  owedBy: { party: role === 'entrepreneur' ? 'ENTREPRENEUR' : 'MUNICIPALITY', role },
  basis: { about },
});
const handover = (place?: number): About => ({ kind: 'handover', id: 'h1', ...(place !== undefined && { place }) });

describe('who owes it', () => {
  it('is one person, whether the whole case is read or only its people', () => {
    const state = busyCase();
    const debts = [
      [debtOf('owner'), OWNER],
      [debtOf('sender', handover()), OWNER],
      [debtOf('receiver', handover(0)), 'leder.kultur'],
      [debtOf('receiver', handover(1)), 'leder.nav'],
      [debtOf('asked', { kind: 'question', id: state.questions?.[0]?.id ?? '' }), 'mentor.nav'],
      [debtOf('approver', { kind: 'approval', id: 'a1' }), 'leder.helse'],
      [debtOf('entrepreneur'), 'entreprenor.01'],
      [{ ...debtOf('receiver', handover(1)), heldBy: REVIEWER }, REVIEWER],
    ] as const;
    for (const [debt, user] of debts) {
      expect(debtor(newestProcess, state, debt).user).toBe(user);
      expect(personOwing(state, debt)).toBe(user);
    }
  });

  it('is whoever has the case now, when a handover came back and its gaps are to be mended', () => {
    const state = ended({ ...busyCase(), owner: REVIEWER }, 'RETURNED');
    const mend = debtOf('sender', handover());
    expect(debtor(newestProcess, state, mend)).toMatchObject({ role: 'sender', unit: 'helse', user: REVIEWER });
    expect(personOwing(state, mend)).toBe(REVIEWER);
  });

  it('is nobody by name where a role or somebody outside owes it', () => {
    const outside: OwedBy = { owedBy: { party: 'OTHERS', role: 'tenderers' }, basis: {} } as unknown as OwedBy;
    for (const debt of [debtOf('manager'), outside]) {
      expect(debtor(newestProcess, busyCase(), debt).user).toBeUndefined();
      expect(personOwing(busyCase(), debt)).toBeUndefined();
    }
  });
});

describe('to whom it is owed', () => {
  it('is the sender, also after the case has passed to another', () => {
    const state = ended({ ...busyCase(), owner: 'leder.kultur', unit: 'kultur' }, 'ACCEPTED');
    const [answer] = state.deadlines.filter(({ basis }) => basis.key === 'sent');
    if (!answer) throw new Error('nobody is asked');
    const owedTo = { party: 'MUNICIPALITY', role: 'sender' } as const;
    expect(creditor(newestProcess, state, { ...answer, owedTo })).toMatchObject({ unit: 'helse', user: OWNER });
  });
});
