import { describe, expect, it } from '@jest/globals';
import { collaboration } from '#processes/collaboration/document.js';
import { openSimulatedCase } from '#support/simulated-case.js';
import type { CommandBody } from '../../model/command.js';

const everybody = [
  'saksbehandler.helse',
  'leder.helse',
  'innkjoper',
  'jurist',
  'personvern',
  'evaluator',
  'controller',
];

describe('a closed case', () => {
  const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'helse' });
  simulated.submit('mottak', { type: 'assignOwner', owner: 'saksbehandler.helse' });
  for (const fact of ['meetingHeld', 'accessRequested'])
    simulated.submit('saksbehandler.helse', { type: 'registerFact', fact, data: {} });
  simulated.submit('entreprenor.01', { type: 'withdraw', reason: 'text:r' });
  const codes = (body: CommandBody) => everybody.map((user) => simulated.trySubmit(user, body)?.code);

  it('takes in no fact but those that its process says come after the close', () => {
    for (const [fact, { afterClose }] of Object.entries(collaboration.facts)) {
      const refused = new Set(codes({ type: 'registerFact', fact, data: {} }));
      if (afterClose !== true) expect([fact, [...refused].filter((it) => it === undefined)]).toEqual([fact, []]);
      else expect([fact, refused.has('already-closed')]).toEqual([fact, false]);
    }
  });

  it('has none corrected or taken back either', () => {
    const [meeting, access] = ['meetingHeld', 'accessRequested'].map(
      (fact) => simulated.state().facts.find((it) => it.fact === fact)?.seq ?? 0,
    );
    const correct = (event = 0) => codes({ type: 'correctFact', event, data: {}, reason: 'text:r' })[0];
    expect([correct(meeting), correct(access)]).toEqual(['already-closed', undefined]);
    expect(codes({ type: 'retractFact', event: meeting ?? 0, reason: 'text:r' })[0]).toBe('already-closed');
  });
});
