import { describe, expect, it } from '@jest/globals';
import { workingDaysUnderWay } from '#domain/model/handover-state.js';
import { openSimulatedCase } from '#support/simulated-case.js';
import type { SimulatedCase } from '#support/simulated-case.js';

const HANDLER = 'saksbehandler.innovasjon';
const transfer = (simulated: SimulatedCase, unit: string): void => {
  simulated.submit(HANDLER, {
    type: 'draftHandover',
    purpose: 'TRANSFER',
    receivers: [{ unit, person: `leder.${unit}` }],
    package: 'text:p',
  });
};
const ages = (simulated: SimulatedCase) =>
  simulated.state().handovers.map((handover) => workingDaysUnderWay(handover, simulated.now()));

/** An enquiry that is sent to culture on Monday 11 January 2027, and comes back on the Friday. */
function declined(): SimulatedCase {
  const simulated = openSimulatedCase('2027-01-11T09:00:00.000Z');
  simulated.submit('mottak', { type: 'assignOwner', owner: HANDLER });
  transfer(simulated, 'kultur');
  expect(ages(simulated)).toEqual([0]);
  simulated.submit(HANDLER, { type: 'sendHandover' });
  simulated.advanceTo('2027-01-15T09:00:00.000Z');
  simulated.submit('leder.kultur', { type: 'declineHandover', reason: 'text:r', alternative: 'text:a' });
  return simulated;
}

describe('the age of a handover', () => {
  it('runs on through a decline, and on in the handover that carries it on, until that one is accepted', () => {
    const simulated = declined();
    simulated.advanceTo('2027-01-19T09:00:00.000Z');
    expect(ages(simulated)).toEqual([6]);
    transfer(simulated, 'helse');
    simulated.submit(HANDLER, { type: 'sendHandover' });
    simulated.advanceTo('2027-01-21T09:00:00.000Z');
    expect(ages(simulated)).toEqual([6, 8]);
    simulated.submit('leder.helse', { type: 'acceptHandover' });
    simulated.advanceTo('2027-02-21T09:00:00.000Z');
    expect(ages(simulated)).toEqual([6, 8]);
  });

  it('ends when it is given up: withdrawn, or with the case', () => {
    const withdrawn = declined();
    transfer(withdrawn, 'helse');
    withdrawn.submit(HANDLER, { type: 'withdrawHandover', reason: 'text:r' });
    const stopped = declined();
    stopped.submit(HANDLER, { type: 'withdraw', reason: 'text:r' });
    for (const simulated of [withdrawn, stopped]) {
      simulated.advanceTo('2027-02-21T09:00:00.000Z');
      expect(ages(simulated).at(-1)).toBe(4);
    }
  });
});
