import type { Case, UserId } from '#domain/model/case.js';
import { absenceOn, actingPersonFor } from '#domain/policy/absence.js';
import type { Directory } from '#domain/policy/directory.js';
import type { LocalDate } from '#domain/time.js';
import { findUser } from '#domain/people/directory-lookup.js';

export interface PersonView {
  readonly id: UserId;
  readonly name: string;
  readonly unit: string;
}

/** Those who act for each other in a case. */
type Covered = Pick<Case, 'owner' | 'contact' | 'deputy'>;

/** Name and unit of a person; a person missing from the directory is named by the id. */
export function personView(directory: Directory, id: UserId): PersonView {
  const user = findUser(directory, id);
  return { id, name: user?.name ?? id, unit: user?.unit ?? '' };
}

/** The person with their absence on the day, if any, and who acts for them in this case. */
export function personViewOn(directory: Directory, state: Covered, id: UserId, on: LocalDate) {
  const away = awayView(directory, state, id, on);
  return { ...personView(directory, id), ...(away && { away }) };
}

export function awayView(directory: Directory, state: Covered, id: UserId, on: LocalDate) {
  const absence = absenceOn(directory.absences, id, on);
  if (!absence) return undefined;
  const acting = actingPersonFor(directory.absences, state, id, on);
  return { until: absence.to, standIn: acting === null ? null : personView(directory, acting) };
}

export function unitName(directory: Directory, id: string): string {
  return directory.units.find((unit) => unit.id === id)?.name ?? id;
}
