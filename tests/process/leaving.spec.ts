import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { decide } from '#domain/case/decide.js';
import { RULE_LEVEL } from '#domain/model/rule-context.js';
import { effectiveGrants } from '#domain/people/effective-grants.js';
import { canOpenCaseIn } from '#domain/policy/intake-rights.js';
import { readTokensOf } from '#domain/policy/read-access.js';
import { coreOf } from '#domain/process/process-core.js';
import { newestProcess } from '#processes/versions.js';
import { demoGrants, demoPeople, demoUnits } from '#infra/demo/municipality.js';
import { openSimulatedCase } from '#support/simulated-case.js';

/** Rights never widen when somebody leaves: whatever roles are gone, nobody who stays reads, opens or takes more. */

const holdingUnits = demoUnits.filter(({ holdsCases }) => holdsCases).map(({ id }) => id);
const unitGrants = demoGrants.filter(({ role }) => ['saksbehandler', 'leder', 'kommunalsjef', 'mentor'].includes(role));
const gone = fc.subarray(unitGrants, { minLength: 1 });

const actorsWith = (given: typeof demoGrants) =>
  new Map([...effectiveGrants(given, demoUnits)].map(([user, grants]) => [user, { user, grants }]));
const before = actorsWith(demoGrants);

/** A case of the unit `helse`, which its own case handler has. */
const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'helse' });
simulated.submit('mottak', { type: 'assignOwner', owner: 'saksbehandler.helse' });
const ctx = { core: coreOf(newestProcess), speed: 1, ruleLevel: RULE_LEVEL };

/** Those who may make themselves the owner of the case, and in which unit it is then: `user in unit`. */
function takers(actors: ReturnType<typeof actorsWith>): string[] {
  const people = Object.fromEntries(
    demoPeople.map(({ id, unit }) => [id, { unit, grants: actors.get(id)?.grants ?? [] }]),
  );
  return [...actors.values()].flatMap((by) => {
    const body = { type: 'assignOwner' as const, owner: by.user };
    const command = { id: 'take', hash: '', by, people, body };
    const outcome = decide(ctx, simulated.state(), command, simulated.now());
    return outcome.ok
      ? outcome.events.flatMap((it) => (it.type === 'ownerAssigned' ? [`${by.user} in ${it.data.unit}`] : []))
      : [];
  });
}

describe('when somebody leaves, nobody who stays', () => {
  it('reads the cases of more units, or opens cases in more', () => {
    fc.assert(
      fc.property(gone, (left) => {
        for (const [user, actor] of actorsWith(demoGrants.filter((grant) => !left.includes(grant)))) {
          const was = before.get(user) ?? { user, grants: [] };
          const tokens = new Set(readTokensOf(was));
          expect([user, readTokensOf(actor).filter((token) => !tokens.has(token))]).toEqual([user, []]);
          const opened = (who: typeof actor) => holdingUnits.filter((unit) => canOpenCaseIn(who, unit));
          expect([user, opened(actor).filter((unit) => !opened(was).includes(unit))]).toEqual([user, []]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('takes a case that they could not take before, whatever role of its unit nobody has any more', () => {
    const mayTake = takers(before);
    expect(mayTake).toEqual(expect.arrayContaining(['leder.helse in helse', 'saksbehandler.nav in nav']));
    for (const role of ['saksbehandler', 'leder', 'mentor', 'pilotleder', 'driftsansvarlig']) {
      const staying = actorsWith(demoGrants.filter((grant) => grant.role !== role || grant.unit !== 'helse'));
      expect([role, takers(staying).filter((taker) => !mayTake.includes(taker))]).toEqual([role, []]);
    }
  });
});
