import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import type { Actor } from '#domain/model/command.js';
import { absenceOn, substitutesOf } from '#domain/policy/absence.js';
import type { Directory } from '#domain/policy/directory.js';
import { internalTokensOf, readTokensOf } from '#domain/policy/read-access.js';
import type { workView } from '#contracts/http/cases/work.js';
import { listCases } from '#store/cases/lists/list-cases.js';
import { personView } from '../../people/person-view.js';
import { stuckRows } from './stuck-rows.js';
import type { StuckRowsContext } from './stuck-rows.js';

type Managing = NonNullable<z.infer<typeof workView>['managing']>;

const MANAGERS: ReadonlySet<string> = new Set(['leder', 'nestleder', 'kommunalsjef', 'kommunedirektor']);
/** My day shows the first; `/collaborations?stuck=true&unit=` has them all. */
const MOST_STUCK = 20;

/** What stands still in the units that the person leads, and who of them is away without cover; null for others. */
export async function managing(
  manager: EntityManager,
  context: StuckRowsContext,
): Promise<Omit<Managing, 'escalated' | 'moreEscalated'> | null> {
  const { actor, directory, now } = context;
  const units = unitsLedBy(actor);
  if (units.length === 0) return null;
  const access = { tokens: readTokensOf(actor), internalTokens: internalTokensOf(actor) };
  const found = await listCases(
    manager,
    { ...access, units, stuck: true },
    { by: 'phaseSince', direction: 'ASC' },
    { limit: MOST_STUCK, cursor: undefined, now },
  );
  return {
    stuck: await stuckRows(manager, found.rows, context),
    moreStuck: found.next !== null,
    uncovered: uncoveredIn(units, directory, osloDateOf(now)),
  };
}

export const unitsLedBy = ({ grants }: Actor): string[] => [
  ...new Set(grants.filter(({ role }) => MANAGERS.has(role)).map(({ unit }) => unit)),
];

/** People of the units who are away today, and whose substitutes, if any, are away too. */
function uncoveredIn(units: readonly string[], directory: Directory, on: string): Managing['uncovered'] {
  const { users, absences = [] } = directory;
  const isAway = (person: string) => absenceOn(absences, person, on) !== undefined;
  return users
    .filter(({ id, unit, staff }) => staff && units.includes(unit) && isAway(id))
    .filter(({ id }) => substitutesOf(absences, id, on).every(isAway))
    .flatMap(({ id }) => {
      const absence = absenceOn(absences, id, on);
      return absence ? [{ person: personView(directory, id), from: absence.from, until: absence.to }] : [];
    });
}
