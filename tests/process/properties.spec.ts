import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide, refusalOf } from '#domain/case/decide.js';
import { fold } from '#domain/case/evolve.js';
import { RULE_LEVEL } from '#domain/model/rule-context.js';
import { minimalBody, deepMerge } from '#domain/next/minimal-body.js';
import { coreOf } from '#domain/process/process-core.js';
import { addDays } from '#domain/time.js';
import { newestProcess } from '#processes/versions.js';
import { COMMANDS, moveList, playMoves } from '#support/random-life.js';
import { demoCommandPeople, openSimulatedCase } from '#support/simulated-case.js';
import type { CommandBody } from '#domain/model/command.js';

describe('in any life of a case', () => {
  it('one party is accountable, something is owed or paused while it is open, and `next` shows a way that is accepted', () => {
    fc.assert(
      fc.property(moveList, (moves) => {
        const simulated = playMoves(moves);
        const state = simulated.state();
        expect(state.owner).toBeTruthy();
        if (state.closedAt !== undefined) return expect(simulated.next()).toEqual([]);
        expect(
          state.deadlines.some(
            (it) => it.state === 'OPEN' || it.state === 'PAUSED' || (it.state === 'BREACHED' && !it.metAt),
          ),
        ).toBe(true);
        const steps = simulated.next();
        expect(steps.length).toBeGreaterThan(0);
        expect(steps.every((step) => step.by.length > 0)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('a case kept in memory and the same case read anew lead to the same events, whatever fact is corrected', () => {
    const ctx = { core: coreOf(newestProcess), speed: 1, ruleLevel: RULE_LEVEL };
    fc.assert(
      fc.property(moveList, (moves) => {
        const simulated = playMoves(moves);
        const kept = simulated.state();
        const by = { user: kept.owner, grants: demoCommandPeople[kept.owner]?.grants ?? [] };
        for (const { seq, on } of kept.facts) {
          const body = { type: 'correctFact', event: seq, on: addDays(on, -1), reason: 'text:r' } as const;
          const command = { id: `correct ${seq}`, hash: '', by, people: demoCommandPeople, body };
          const anew = JSON.parse(JSON.stringify(kept)) as typeof kept;
          expect(decide(ctx, kept, command, simulated.now())).toEqual(decide(ctx, anew, command, simulated.now()));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('what would be refused is what is refused: every step and command, by everybody who is named', () => {
    const ctx = { core: coreOf(newestProcess), speed: 1, ruleLevel: RULE_LEVEL };
    const codes = new Set<string | undefined>();
    fc.assert(
      fc.property(moveList, (moves) => {
        const simulated = playMoves(moves);
        const offered = simulated
          .next()
          .map((it) => [it.by[0]?.user ?? '', deepMerge({ type: it.command, ...it.body }, minimalBody(it.input))]);
        for (const [user, body] of [...offered, ...COMMANDS.map((command) => command(simulated))]) {
          const by = { user: user as string, grants: demoCommandPeople[user as string]?.grants ?? [] };
          const command = { id: 'new', hash: '', by, people: demoCommandPeople, body: body as CommandBody };
          const outcome = decide(ctx, simulated.state(), command, simulated.now());
          const refusal = refusalOf(ctx, simulated.state(), command, simulated.now());
          expect(refusal).toEqual(outcome.ok ? null : outcome.refusal);
          codes.add(refusal?.code);
        }
      }),
      { numRuns: 40 },
    );
    expect(codes.size).toBeGreaterThan(3);
  });

  it('history is one chain that folds to the state, survives JSON, and no reminder is sent for what nobody owes', () => {
    fc.assert(
      fc.property(moveList, (moves) => {
        const { events, state } = playMoves(moves);
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
    const simulated = openSimulatedCase('2027-05-10T08:00:00.000Z');
    simulated.submit('mottak', { type: 'assignOwner', owner: 'saksbehandler.innovasjon' }, 'key');
    const { version } = simulated.state();
    simulated.submit('mottak', { type: 'assignOwner', owner: 'saksbehandler.innovasjon' }, 'key');
    expect(simulated.state().version).toBe(version);
    expect(simulated.trySubmit('mottak', { type: 'assignOwner', owner: 'leder.innovasjon' }, 'key')?.code).toBe(
      'key-reused',
    );
  });
});
