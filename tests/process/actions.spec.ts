import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide } from '#domain/case/decide.js';
import { RULE_LEVEL } from '#domain/model/rule-context.js';
import { minimalBody, deepMerge } from '#domain/next/minimal-body.js';
import { smallestBodies } from '#domain/next/smallest-bodies.js';
import { coreOf } from '#domain/process/process-core.js';
import { newestProcess } from '#processes/versions.js';
import { COMMANDS, moveList, playMoves } from '#support/random-life.js';
import { demoCommandPeople, demoDirectory, openSimulatedCase } from '#support/simulated-case.js';
import type { Actor, CommandBody } from '#domain/model/command.js';
import type { SimulatedCase } from '#support/simulated-case.js';

const ctx = { core: coreOf(newestProcess), speed: 1, ruleLevel: RULE_LEVEL };
const actorOf = (user: string): Actor => ({ user, grants: demoCommandPeople[user]?.grants ?? [] });

function isAccepted(simulated: SimulatedCase, by: Actor, body: CommandBody): boolean {
  const command = { id: 'new', hash: '', by, people: demoCommandPeople, body };
  return decide(ctx, simulated.state(), command, simulated.now()).ok;
}

describe('what a person is offered', () => {
  it('is what the case accepts: allowed when one of the smallest bodies is decided, and only then', () => {
    const counted = { allowed: 0, refused: 0 };
    fc.assert(
      fc.property(moveList, fc.nat(), (moves, whom) => {
        const simulated = playMoves(moves);
        const someone = demoDirectory.users[whom % demoDirectory.users.length]?.id ?? '';
        for (const user of [someone, simulated.state().owner, simulated.next()[0]?.by[0]?.user ?? someone]) {
          const by = actorOf(user);
          const context = { document: newestProcess, directory: demoDirectory, actor: by };
          const now = { ...context, state: simulated.state(), now: simulated.now() };
          for (const { type, allowed, why } of simulated.actions(by)) {
            const decided = [...smallestBodies(now, type)].some((fields) =>
              isAccepted(simulated, by, { type, ...fields } as CommandBody),
            );
            expect({ user, type, allowed }).toEqual({ user, type, allowed: decided });
            expect(why === undefined).toBe(allowed);
            counted[allowed ? 'allowed' : 'refused'] += 1;
          }
        }
      }),
      { numRuns: 40 },
    );
    console.log(`${counted.allowed} allowed and ${counted.refused} refused, as decided`);
    expect(Math.min(counted.allowed, counted.refused)).toBeGreaterThan(200);
  });

  it('has every step of `next`, for those who may take it, and every command that somebody can give', () => {
    fc.assert(
      fc.property(moveList, (moves) => {
        const simulated = playMoves(moves);
        const steps = simulated
          .next()
          .filter(({ notBefore }) => notBefore === undefined)
          .map((it): [string, CommandBody] => [
            it.by[0]?.user ?? '',
            deepMerge({ type: it.command, ...it.body }, minimalBody(it.input)) as unknown as CommandBody,
          ]);
        for (const [user, body] of [...steps, ...COMMANDS.map((command) => command(simulated))]) {
          if (!isAccepted(simulated, actorOf(user), body)) continue;
          const action = simulated.actions(actorOf(user)).find(({ type }) => type === body.type);
          expect({ user, body, allowed: action?.allowed }).toEqual({ user, body, allowed: true });
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is to refuse while the checklist is open, and not to complete in first contact', () => {
    const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z');
    const allowedFor = (user: string): string[] =>
      simulated.actions(actorOf(user)).flatMap(({ type, allowed }) => (allowed ? [type] : []));
    expect(allowedFor('leder.innovasjon')).toContain('decideGate');
    expect(allowedFor('mottak')).not.toContain('decideGate');
    expect([...allowedFor('mottak'), ...allowedFor('leder.innovasjon')]).not.toContain('complete');
  });
});
