import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold } from '#domain/case/evolve.js';
import { fill, layOver } from '#domain/next/fill.js';
import { addMillis } from '#domain/time.js';
import { openOffice } from '#support/office.js';
import type { CommandBody } from '#domain/model/command.js';
import type { Office } from '#support/office.js';

const HOUR = 3_600_000;

/** A life: some of the steps that `next` offers, some commands that may be refused, and time going by. */
const life = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant('step' as const), which: fc.nat(5) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), which: fc.integer({ min: 1, max: 900 }) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('turn' as const), which: fc.nat(9) }) },
  ),
  { minLength: 5, maxLength: 60 },
);

const TURNS: readonly ((office: Office) => [string, CommandBody])[] = [
  (office) => [receiver(office), { type: 'returnHandover', gaps: 'text:g' }],
  (office) => [receiver(office), { type: 'declineHandover', reason: 'text:r', alternative: 'text:a' }],
  (office) => [office.state().owner, { type: 'withdrawHandover', reason: 'text:r' }],
  (office) => [
    office.state().owner,
    { type: 'suspend', reason: 'text:r', resumeOn: later(office, 40), approvedBy: 'leder.innovasjon' },
  ],
  (office) => [
    office.state().owner,
    { type: 'retractFact', event: office.state().facts.at(-1)?.seq ?? 0, reason: 'text:r' },
  ],
  (office) => [office.state().owner, { type: 'registerFact', fact: 'informationRequested', data: {} }],
  (office) => [
    office.state().owner,
    {
      type: 'draftHandover',
      purpose: 'TRANSFER',
      receivers: [{ unit: 'kultur', person: 'leder.kultur' }],
      package: 'text:p',
    },
  ],
  () => ['kommunalsjef.velferd', { type: 'stop', reason: 'text:r' }],
  () => ['leder.innovasjon', { type: 'reject', reason: 'text:r', advice: 'text:a', individualDecision: true }],
  (office) => [office.state().owner, { type: 'reopen', reason: 'text:r' }],
];

function receiver(office: Office): string {
  return office.state().handovers.at(-1)?.receivers[0]?.person ?? 'mottak';
}

function later(office: Office, days: number): string {
  return addMillis(office.now(), days * 24 * HOUR).slice(0, 10);
}

function live(moves: readonly { do: 'step' | 'wait' | 'turn'; which: number }[]): Office {
  const office = openOffice('2027-05-10T08:00:00.000Z');
  for (const move of moves) {
    if (move.do === 'wait') office.until(addMillis(office.now(), move.which * HOUR));
    else if (move.do === 'turn') {
      const [user, body] = TURNS[move.which % TURNS.length]?.(office) ?? ['mottak', { type: 'resume' }];
      office.tryGive(user, body);
    } else {
      const steps = office.next();
      const step = steps[move.which % Math.max(1, steps.length)];
      if (!step || step.notBefore) continue;
      office.give(
        step.by[0]?.user ?? '',
        layOver({ type: step.command, ...step.body }, fill(step.input)) as unknown as CommandBody,
      );
    }
  }
  return office;
}

describe('in any life of a case', () => {
  it('one party is accountable, something is owed or paused while it is open, and `next` shows a way that is accepted', () => {
    fc.assert(
      fc.property(life, (moves) => {
        const office = live(moves);
        const state = office.state();
        expect(state.owner).toBeTruthy();
        if (state.closedAt !== undefined) return expect(office.next()).toEqual([]);
        expect(
          state.deadlines.some(
            (it) => it.state === 'OPEN' || it.state === 'PAUSED' || (it.state === 'BREACHED' && !it.metAt),
          ),
        ).toBe(true);
        const steps = office.next();
        expect(steps.length).toBeGreaterThan(0);
        expect(steps.every((step) => step.by.length > 0)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('history is one chain that folds to the state, survives JSON, and no reminder is sent for what nobody owes', () => {
    fc.assert(
      fc.property(life, (moves) => {
        const { events, state } = live(moves);
        expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
        expect(JSON.parse(JSON.stringify(fold(events)))).toEqual(JSON.parse(JSON.stringify(state())));
        expect(fold(JSON.parse(JSON.stringify(events)))).toEqual(JSON.parse(JSON.stringify(state())));
        const owed = new Set<string>();
        for (const event of events) {
          if (event.type === 'deadlineOpened') owed.add(event.data.deadline.id);
          if (event.type === 'deadlineMet' || event.type === 'deadlineCancelled' || event.type === 'deadlinePassed')
            owed.delete(event.data.deadline);
          if (event.type === 'deadlineReopened') owed.add(event.data.deadline);
          if (event.type === 'reminderDue' || event.type === 'escalated')
            expect(owed.has(event.data.deadline)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('a repeated command id changes nothing, and with another body it is refused', () => {
    const office = openOffice('2027-05-10T08:00:00.000Z');
    office.give('mottak', { type: 'assignOwner', owner: 'saksbehandler.innovasjon' }, 'key');
    const { version } = office.state();
    office.give('mottak', { type: 'assignOwner', owner: 'saksbehandler.innovasjon' }, 'key');
    expect(office.state().version).toBe(version);
    expect(office.tryGive('mottak', { type: 'assignOwner', owner: 'leder.innovasjon' }, 'key')?.code).toBe(
      'key-reused',
    );
  });
});
