import type { UserId } from '#domain/case/case.js';
import type { Directory } from '#domain/policy/directory.js';
import { userOf } from '#registers/people.js';

export interface PersonView {
  readonly id: UserId;
  readonly name: string;
  readonly unit: string;
}

/** A person as pages show them; someone who has left keeps the id. */
export function personView(directory: Directory, id: UserId): PersonView {
  const user = userOf(directory, id);
  return { id, name: user?.name ?? id, unit: user?.unit ?? '' };
}

export function unitName(directory: Directory, id: string): string {
  return directory.units.find((unit) => unit.id === id)?.name ?? id;
}
