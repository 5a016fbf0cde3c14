import { osloDateOf } from '../calendar/oslo-time.js';
import { workingDayOnOrAfter } from '../calendar/working-days.js';
import { addDays } from '../time.js';
import { unitOfPlace, roleAndUnitOf } from '../policy/permits.js';
import { hasConflictOfInterest } from '../policy/conflict-of-interest.js';
import { missedPromises } from '../model/promise.js';
import { objectSchema } from './proposed-step.js';
import type { Case } from '../model/case.js';
import type { Directory, DirectoryUser } from '../policy/directory.js';
import type { FactSchema, ProcessCore } from '../process/process-document.js';
import type { Instant, LocalDate } from '../time.js';
import type { ObjectSchema, PropertySchema } from './proposed-step.js';

/** A fact's schema narrowed to this case: unit and user fields get the values that would be accepted, best first. */
export function narrowSchema(
  core: ProcessCore,
  schema: FactSchema,
  state: Case,
  directory: Directory,
  fixed: Readonly<Record<string, unknown>>,
  now: Instant,
): ObjectSchema {
  const open = Object.entries(schema.properties).filter(([name]) => !(name in fixed));
  const properties = Object.fromEntries(
    open.map(([name, property]) => [name, narrowProperty(core, property, state, directory, osloDateOf(now))]),
  );
  return objectSchema(
    properties,
    (schema.required ?? []).filter((name) => !(name in fixed)),
  );
}

/** What a form shows stays; the other marks are for the case alone. */
const SHOWN_MARKS: ReadonlySet<string> = new Set(['x-title-en', 'x-description-en', 'x-labels', 'x-amount']);

const withoutMarks = (property: PropertySchema): PropertySchema =>
  Object.fromEntries(Object.entries(property).filter(([key]) => !key.startsWith('x-') || SHOWN_MARKS.has(key)));

function narrowProperty(
  core: ProcessCore,
  property: PropertySchema,
  state: Case,
  directory: Directory,
  today: LocalDate,
): PropertySchema {
  const plain = withoutMarks(property);
  if (property['x-unit']) return { ...plain, enum: unitsFor(core, state, directory) };
  if (typeof property['x-user'] === 'string')
    return { ...plain, enum: eligibleUsers(core, state, directory, property['x-user']).map((user) => user.id) };
  if (property['x-deadline']) return { ...plain, enum: missedPromises(state).map(({ id }) => id) };
  const days = property['x-days-ahead'];
  return typeof days === 'number' ? { ...plain, default: dayAhead(today, days) } : plain;
}

const dayAhead = (today: LocalDate, days: number): LocalDate =>
  days === 0 ? today : workingDayOnOrAfter(addDays(today, days));

/** Units that can hold a case, the receiving unit named so far first. */
function unitsFor(core: ProcessCore, state: Case, directory: Directory): string[] {
  const preferred = unitOfPlace(core, state, 'receiving');
  const units = directory.units.filter((unit) => unit.holdsCases).map((unit) => unit.id);
  return units.sort((a, b) => Number(b === preferred) - Number(a === preferred));
}

/** Staff who hold the role, those of the unit concerned first; when nobody holds it, any staff of the case's unit. */
export function eligibleUsers(core: ProcessCore, state: Case, directory: Directory, who: string): DirectoryUser[] {
  const { role, unit } = roleAndUnitOf(core, state, who);
  const home = unit ?? unitOfPlace(core, state, 'hosting');
  const holders = directory.users.filter(
    (user) =>
      user.staff &&
      user.grants.some((grant) => grant.role === role && (unit === null || grant.unit === unit)) &&
      !hasConflictOfInterest(core, state, user),
  );
  const found = holders.length > 0 ? holders : directory.users.filter((user) => user.staff && user.unit === state.unit);
  return found.sort((a, b) => Number(b.unit === home) - Number(a.unit === home));
}
