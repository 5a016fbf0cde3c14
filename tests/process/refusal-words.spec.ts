import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { refusalOf } from '#domain/case/decide.js';
import { RULE_LEVEL } from '#domain/model/rule-context.js';
import { smallestBodies } from '#domain/next/smallest-bodies.js';
import { DECISIONS, PHASES } from '#domain/process/process-document.js';
import { coreOf } from '#domain/process/process-core.js';
import { newestProcess } from '#processes/versions.js';
import { moveList, playMoves } from '#support/random-life.js';
import { demoCommandPeople, demoDirectory } from '#support/simulated-case.js';
import type { CommandBody, CommandType } from '#domain/model/command.js';
import type { Refusal } from '#domain/model/refusal.js';
import type { SimulatedCase } from '#support/simulated-case.js';

const ctx = { core: coreOf(newestProcess), speed: 1, ruleLevel: RULE_LEVEL };
const TYPES = Object.keys(newestProcess.commands) as CommandType[];
const DATE_FIELDS = ['on', 'until', 'answerBy', 'resumeOn', 'to'];
const DATES = ['1814-05-17', '2027-01-02', '2090-04-01', '2101-02-02'];

/** Codes of the product: gates, phases, decisions and their like, which are words for nobody. */
const CODE = /\d{4}-\d{2}-\d{2}|\b[A-Z]+_[A-Z_]+\b|\bG[1-7]\b/u;
const CODES = new RegExp(`\\b(${[...PHASES, ...DECISIONS].join('|')})\\b`, 'u');

function refused(simulated: SimulatedCase, user: string, body: CommandBody): Refusal[] {
  const by = { user, grants: demoCommandPeople[user]?.grants ?? [] };
  const command = { id: 'n', hash: '', by, people: demoCommandPeople, body };
  const refusal = refusalOf(ctx, simulated.state(), command, simulated.now());
  return refusal ? [refusal] : [];
}

/** Each command with its smallest bodies, each date of them wrong in turn, and decisions that there are not. */
function* bodiesOf(simulated: SimulatedCase, user: string): Iterable<CommandBody> {
  const actor = { user, grants: demoCommandPeople[user]?.grants ?? [] };
  const state = simulated.state();
  const context = { document: newestProcess, directory: demoDirectory, state, now: simulated.now(), actor };
  for (const type of TYPES)
    for (const fields of smallestBodies(context, type)) {
      const body = { type, ...fields } as CommandBody;
      yield body;
      for (const field of DATE_FIELDS.filter((it) => it in fields || (it === 'on' && type === 'registerFact')))
        for (const date of DATES) yield { ...body, [field]: date };
    }
  for (const toPhase of PHASES)
    for (const decision of DECISIONS) yield { type: 'decideGate', decision, toPhase, reason: 'text:r' };
  for (const item of Object.keys(newestProcess.items)) yield { type: 'tickItem', item };
}

describe('what a refusal says', () => {
  it('is said in words: it holds no date of a machine and no code, in neither language', () => {
    const said = new Set<string>();
    fc.assert(
      fc.property(moveList, fc.nat(), (moves, whom) => {
        const simulated = playMoves(moves);
        const someone = demoDirectory.users[whom % demoDirectory.users.length]?.id ?? '';
        for (const user of new Set([someone, simulated.state().owner, 'leder.innovasjon', 'kommunedirektor']))
          for (const body of bodiesOf(simulated, user))
            for (const { detail, unblock } of refused(simulated, user, body))
              for (const text of [detail, unblock?.text]) if (text) said.add(text.nb).add(text.en);
      }),
      { numRuns: 12, seed: 20 },
    );
    expect([...said].filter((text) => CODE.test(text) || CODES.test(text))).toEqual([]);
    console.log(`${said.size} sentences of refusals`);
    expect(said.size).toBeGreaterThan(60);
  });
});
