import { describe, expect, it } from '@jest/globals';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { openSimulatedCase } from '#support/simulated-case.js';
import type { SimulatedCase } from '#support/simulated-case.js';

const OWNER = 'saksbehandler.helse';

/** A transfer from Helse to Kultur, sent on Monday 11 January 2027. */
function caseWithSentTransfer(): SimulatedCase {
  const simulated = openSimulatedCase('2027-01-11T09:00:00.000Z', { unit: 'helse', owner: 'mottak' });
  simulated.submit('mottak', { type: 'assignOwner', owner: OWNER });
  simulated.submit(OWNER, {
    type: 'draftHandover',
    purpose: 'TRANSFER',
    receivers: [{ unit: 'kultur', person: 'leder.kultur' }],
    package: 'text:p',
  });
  simulated.submit(OWNER, { type: 'sendHandover' });
  return simulated;
}
const current = (simulated: SimulatedCase) => simulated.state().handovers.at(-1);

describe('a handover', () => {
  it('leaves the sender accountable until the receiver accepts; then the baton and the unit pass in one go', () => {
    const simulated = caseWithSentTransfer();
    expect(simulated.state()).toMatchObject({ owner: OWNER, unit: 'helse' });
    simulated.submit('leder.kultur', { type: 'acknowledgeHandover' });
    expect(simulated.state().owner).toBe(OWNER);
    simulated.submit('leder.kultur', { type: 'acceptHandover' });
    expect(simulated.state()).toMatchObject({ owner: 'leder.kultur', unit: 'kultur' });
    expect(current(simulated)?.state).toBe('ACCEPTED');
  });

  it('reminds on day 5 and 8, tells both managers on day 10 and the directors on day 20 when nobody answers, and lapses', () => {
    const simulated = caseWithSentTransfer();
    simulated.advanceTo('2027-04-01T09:00:00.000Z');
    const escalationEvents = simulated.events
      .filter((event) => event.type === 'reminderDue' || event.type === 'escalated')
      .filter((event) => event.data.deadline === 'handover.answer:h1:0')
      .map((event) => `${osloDateOf(event.at)} ${event.type} ${event.data.to.join(' ')}`);
    expect(escalationEvents).toEqual([
      '2027-01-18 reminderDue receiver:h1:0',
      '2027-01-21 reminderDue receiver:h1:0',
      '2027-01-25 escalated manager-of:kultur manager-of:helse',
      '2027-02-08 escalated above:kultur above:helse',
    ]);
    expect(current(simulated)).toMatchObject({ state: 'LAPSED', escalated: true });
    expect(osloDateOf(simulated.eventsOfType('handoverLapsed')[0]?.at ?? '')).toBe('2027-03-08');
    expect(simulated.state().owner).toBe(OWNER);
    expect(simulated.state().deadlines.find((it) => it.id === 'handover.choice:h1')).toBeDefined();
  });

  it('that came back says so where it is to be written again, and not that anything is decided', () => {
    const ANSWERS = [
      [{ type: 'declineHandover', reason: 'text:r', alternative: 'text:a' }, 'takket nei til å overta'],
      [{ type: 'returnHandover', gaps: 'text:g' }, 'sendte overleveringen tilbake'],
    ] as const;
    for (const [answer, words] of ANSWERS) {
      const simulated = caseWithSentTransfer();
      simulated.submit('leder.kultur', answer);
      const again = simulated.next().find(({ command }) => command === 'draftHandover');
      expect(again?.why.nb).toContain(`Leder, Kultur ${words}`);
    }
  });

  it('declined goes back with a reason and an alternative, and the sender still has it', () => {
    const simulated = caseWithSentTransfer();
    simulated.submit('leder.kultur', { type: 'declineHandover', reason: 'text:r', alternative: 'text:a' });
    expect(current(simulated)).toMatchObject({
      state: 'DECLINED',
      receivers: [{ state: 'DECLINED', reason: 'text:r', alternative: 'text:a' }],
    });
    expect(simulated.state().owner).toBe(OWNER);
    expect(simulated.state().deadlines.some((it) => it.kind === 'handover.answer' && it.state === 'OPEN')).toBe(false);
    expect(simulated.state().deadlines.find((it) => it.id === 'handover.gaps:h1')?.state).toBe('OPEN');
  });

  it('is answered by its receivers only, and never by the one who sends', () => {
    const simulated = caseWithSentTransfer();
    expect(simulated.trySubmit('leder.helse', { type: 'acceptHandover' })?.code).toBe('not-receiver');
    expect(simulated.trySubmit(OWNER, { type: 'sendHandover' })?.code).toBe('handover-open');
    simulated.submit(OWNER, { type: 'withdrawHandover', reason: 'text:r' });
    expect(simulated.trySubmit('leder.kultur', { type: 'acceptHandover' })?.code).toBe('no-open-handover');
    const toSelf = {
      type: 'draftHandover',
      purpose: 'TRANSFER',
      receivers: [{ unit: 'helse', person: OWNER }],
      package: 'text:p',
    } as const;
    expect(simulated.trySubmit(OWNER, { ...toSelf, receivers: [...toSelf.receivers] })?.code).toBe('same-person');
  });
});
