import { describe, expect, it } from '@jest/globals';
import { openSimulatedCase } from '#support/simulated-case.js';

const OWNER = 'saksbehandler.helse';

/** A case whose contact may be another than its owner, and which another unit takes. */
function taken(contact?: string) {
  const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'helse' });
  simulated.submit('mottak', { type: 'assignOwner', owner: OWNER });
  if (contact !== undefined) simulated.submit(OWNER, { type: 'changeContact', contact, note: 'text:n' });
  const receivers = [{ unit: 'kultur', person: 'leder.kultur' }];
  simulated.submit(OWNER, { type: 'draftHandover', purpose: 'TRANSFER', receivers, package: 'text:p' });
  simulated.submit(OWNER, { type: 'sendHandover' });
  simulated.submit('leder.kultur', { type: 'acceptHandover' });
  return simulated.state();
}

describe('whoever takes a case over', () => {
  it('is its contact too, unless another was chosen for that and stays', () => {
    expect(taken()).toMatchObject({ owner: 'leder.kultur', contact: 'leder.kultur' });
    expect(taken('saksbehandler2.helse').contact).toBe('saksbehandler2.helse');
  });
});
