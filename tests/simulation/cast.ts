import { actingPersonFor, absenceOn, peopleSubstitutedBy } from '#domain/policy/absence.js';
import { usersWithRole } from '#domain/people/directory-lookup.js';
import { effectiveGrants } from '#domain/people/effective-grants.js';
import { addDays } from '#domain/time.js';
import { demoGrants } from '#infra/demo/municipality.js';
import { demoDirectory } from '#support/simulated-case.js';
import { byShare, oneOf, wholeBetween } from './draw.js';
import type { Case, UserId } from '#domain/model/case.js';
import type { Actor } from '#domain/model/command.js';
import type { Absence } from '#domain/policy/absence.js';
import type { Directory } from '#domain/policy/directory.js';
import type { LocalDate } from '#domain/time.js';
import type { Draw } from './draw.js';

/** How a member of staff works. Somebody silent answers nothing until somebody comes to their door. */
export type Habit = 'PROMPT' | 'SLOW' | 'SILENT' | 'OFTEN_AWAY' | 'LEAVING';

const HABITS: Readonly<Record<Habit, number>> = { PROMPT: 58, SLOW: 20, SILENT: 8, OFTEN_AWAY: 9, LEAVING: 5 };

/** The others hold a role alone: nobody of them leaves before it is given to somebody else. */
const HAVE_COLLEAGUES = /^(saksbehandler2?|leder|pilotleder|mentor)[.]/;

/** How the entrepreneur answers what the municipality asks for. */
export type Honesty = 'HONEST' | 'FORGETFUL' | 'SILENT';

/** The people around one case: what each is like, who is away when, and who leaves. */
export interface Cast {
  readonly entrepreneur: Honesty;
  habitOf(person: UserId): Habit;
  /** The last day at work of somebody who leaves. */
  lastDayOf(person: UserId): LocalDate | null;
  directoryOn(day: LocalDate): Directory;
  /** Who does on that day what the person has to do; null when nobody at work does. */
  actingFor(state: Case, person: UserId, on: LocalDate): UserId | null;
  actor(state: Case, person: UserId, on: LocalDate): Actor;
}

export function castOf(draw: Draw, opened: LocalDate): Cast {
  const staff = demoDirectory.users.filter(({ staff: works }) => works);
  const habitOf = (person: UserId): Habit => {
    const habit = byShare(draw('habit', person), HABITS);
    return habit === 'LEAVING' && !HAVE_COLLEAGUES.test(person) ? 'PROMPT' : habit;
  };
  const absences = staff.flatMap(({ id }) => absencesOf(draw, id, habitOf(id), opened));
  const lastDays = new Map(
    staff
      .filter(({ id }) => habitOf(id) === 'LEAVING')
      .map(({ id }) => [id, addDays(opened, wholeBetween(draw('leaves', id), 40, 600))]),
  );
  const hasLeft = (person: UserId, on: LocalDate): boolean => (lastDays.get(person) ?? on) < on;
  const directories = new Map<string, Directory>();
  const directoryOn = (day: LocalDate): Directory => {
    const left = [...lastDays.keys()].filter((person) => hasLeft(person, day));
    const key = left.join();
    const directory = directories.get(key) ?? directoryWithout(left, absences);
    directories.set(key, directory);
    return directory;
  };
  return {
    entrepreneur: byShare(draw('entrepreneur'), { HONEST: 70, FORGETFUL: 22, SILENT: 8 }),
    habitOf,
    lastDayOf: (person) => lastDays.get(person) ?? null,
    directoryOn,
    actingFor(state, person, on) {
      const acting = hasLeft(person, on) ? null : actingPersonFor(absences, state, person, on);
      return acting !== null && hasLeft(acting, on) ? null : acting;
    },
    actor(state, person, on) {
      const grants = directoryOn(on).users.find(({ id }) => id === person)?.grants ?? [];
      const covered = absenceOn(absences, person, on) ? [] : peopleSubstitutedBy(absences, person, on);
      const speaksFor = person === state.entrepreneur ? [`case:${state.id}`] : undefined;
      return { user: person, grants, standsInFor: covered, ...(speaksFor && { speaksFor }) };
    },
  };
}

/** Somebody often away has spells of one to eight weeks. */
function absencesOf(draw: Draw, person: UserId, habit: Habit, opened: LocalDate): Absence[] {
  const substitute = substituteOf(draw, person);
  const spells = habit === 'OFTEN_AWAY' ? 4 : 0;
  const away = Array.from({ length: spells }, (_, n) => {
    const from = addDays(opened, wholeBetween(draw('away', person, n), n * 180, n * 180 + 110));
    return { person, from, to: addDays(from, wholeBetween(draw('back', person, n), 6, 55)), substitute };
  });
  return away.filter((it) => it.substitute !== null);
}

/** A colleague with the same role, or else the leader of the unit or somebody who is led. */
function substituteOf(draw: Draw, person: UserId): UserId | null {
  const user = demoDirectory.users.find(({ id }) => id === person);
  const grant = user?.grants.find(({ unit }) => unit === user.unit);
  if (!user || !grant) return null;
  const colleagues = ['saksbehandler', 'leder', grant.role]
    .flatMap((role) => usersWithRole(demoDirectory, role, user.unit))
    .filter(({ id, unit, staff }) => staff && id !== person && unit === user.unit);
  return colleagues.length > 0 ? oneOf(draw('substitute', person), colleagues).id : null;
}

function directoryWithout(left: readonly UserId[], absences: readonly Absence[]): Directory {
  const remaining = demoGrants.filter(({ person }) => !left.includes(person));
  const grants = effectiveGrants(remaining, demoDirectory.units);
  const users = demoDirectory.users.map((user) =>
    left.includes(user.id)
      ? { ...user, grants: [], staff: false, left: true as const }
      : { ...user, grants: grants.get(user.id) ?? [] },
  );
  return { units: demoDirectory.units, users, absences };
}
