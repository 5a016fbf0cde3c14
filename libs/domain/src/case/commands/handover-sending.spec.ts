import { describe, expect, it } from '@jest/globals';
import { openSimulatedCase } from '#support/simulated-case.js';
import { advanceUntil } from '#support/advance-until.js';
import type { CommandBody } from '../../model/command.js';

const OWNER = 'saksbehandler.helse';
const DEPUTY = 'saksbehandler2.helse';

const transferTo = (person: string, unit: string): CommandBody => ({
  type: 'draftHandover',
  purpose: 'TRANSFER',
  receivers: [{ unit, person }],
  package: 'text:p',
});

function ownedCase() {
  const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'helse' });
  simulated.submit('mottak', { type: 'assignOwner', owner: OWNER });
  simulated.submit(OWNER, { type: 'nameDeputy', deputy: DEPUTY });
  return simulated;
}

describe('nobody hands a case to themselves', () => {
  it('neither the owner nor whoever drafts it for the owner', () => {
    const simulated = ownedCase();
    for (const sender of [OWNER, DEPUTY, 'leder.helse'])
      for (const receiver of [OWNER, sender])
        expect(simulated.trySubmit(sender, transferTo(receiver, 'helse'))?.code).toBe('same-person');
  });

  it('nor a receiver who could send what somebody else has drafted', () => {
    const simulated = ownedCase();
    simulated.submit(OWNER, transferTo(DEPUTY, 'helse'));
    expect(simulated.trySubmit(DEPUTY, { type: 'sendHandover' })?.code).toBe('same-person');
    simulated.submit('leder.helse', { type: 'sendHandover' });
    expect(simulated.state().handovers.at(-1)?.sentBy).toBe('leder.helse');
  });
});

describe('a handover that is taken back', () => {
  it('leaves nobody owing an answer', () => {
    const simulated = ownedCase();
    simulated.submit(OWNER, transferTo('leder.kultur', 'kultur'));
    simulated.submit(OWNER, { type: 'sendHandover' });
    const open = () =>
      simulated.state().deadlines.filter(({ basis, state }) => basis.key === 'sent' && state === 'OPEN');
    expect(open().length).toBeGreaterThan(0);
    simulated.submit(OWNER, { type: 'withdrawHandover', reason: 'text:r' });
    expect(open()).toEqual([]);
  });

  it('because the case is referred elsewhere, rejected, stopped or withdrawn is over as well', () => {
    const reason = 'text:r';
    const endings: readonly (readonly [string, CommandBody])[] = [
      [OWNER, { type: 'refer', to: 'text:t', reason }],
      [OWNER, { type: 'reject', reason, advice: 'text:a', individualDecision: false }],
      ['leder.helse', { type: 'stop', reason }],
      ['entreprenor.01', { type: 'withdraw', reason }],
    ];
    for (const [user, body] of endings) {
      const simulated = ownedCase();
      simulated.submit(OWNER, transferTo('leder.kultur', 'kultur'));
      simulated.submit(OWNER, { type: 'sendHandover' });
      simulated.submit(user, body);
      expect([body.type, simulated.state().handovers.at(-1)?.state]).toEqual([body.type, 'WITHDRAWN']);
      expect(simulated.trySubmit('leder.kultur', { type: 'acceptHandover' })?.code).not.toBeUndefined();
    }
  });
});

describe('a receiver who accepted', () => {
  it('is remembered through every later round of the same decision', () => {
    const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'helse' });
    const isSent = ({ gate, handovers }: ReturnType<typeof simulated.state>) =>
      gate === 'G2' && handovers.at(-1)?.state === 'SENT';
    advanceUntil(simulated, isSent);
    const [first, second] =
      simulated
        .state()
        .handovers.at(-1)
        ?.receivers.map(({ person }) => person) ?? [];
    simulated.submit(first ?? '', { type: 'acceptHandover' });
    for (let round = 0; round < 3; round += 1) {
      simulated.submit(second ?? '', { type: 'returnHandover', gaps: 'text:g' });
      advanceUntil(simulated, isSent);
      const [again] = simulated.state().handovers.at(-1)?.receivers ?? [];
      expect([round, again?.person, again?.hadAccepted]).toEqual([round, first, true]);
    }
  });
});

describe('what a draft hands over', () => {
  const attachments = ['d1', 'd2'];
  const asDrafted = { ...transferTo('leder.kultur', 'kultur'), attachments } as CommandBody;

  it('goes with it when it is sent, is what the newest draft says, and goes on to whoever is asked instead', () => {
    const simulated = ownedCase();
    const carried = () => simulated.state().handovers.at(-1)?.attachments;
    simulated.submit(OWNER, transferTo('leder.kultur', 'kultur'));
    expect(carried()).toBeUndefined();
    simulated.submit(OWNER, asDrafted);
    simulated.submit(OWNER, { type: 'sendHandover' });
    expect([simulated.state().handovers.length, carried()]).toEqual([1, attachments]);
    simulated.advanceTo('2027-03-15T08:00:00.000Z');
    expect(simulated.state().handovers.at(-1)?.state).toBe('LAPSED');
    const receivers = [{ unit: 'nav', person: 'saksbehandler.nav' }];
    simulated.submit('leder.helse', { type: 'resolveLapsed', choice: 'REASSIGN', receivers, reason: 'text:r' });
    expect([simulated.state().handovers.length, carried()]).toEqual([2, attachments]);
  });
});
