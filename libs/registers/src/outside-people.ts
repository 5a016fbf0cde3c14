import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/case/case.js';
import type { DirectoryUser } from '#domain/policy/directory.js';
import type { LocalDate } from '#domain/time.js';
import { persons } from './tables/person.js';

/** Someone to write to. */
export interface Addressee {
  readonly id: UserId;
  readonly name: string;
  readonly email: string;
}

/** An active person outside the municipality, also one without any role, whom the directory does not hold. */
export async function outsideUser(manager: EntityManager, id: UserId): Promise<DirectoryUser | undefined> {
  const row = await manager.findOneBy(persons, { id, staff: false });
  if (!row || row.deactivatedAt !== null) return undefined;
  return { id: row.id, name: row.name, unit: row.unit, staff: false, grants: [] };
}

/** The active outside person with that e-mail, whatever its letter case, if they speak for anybody on the day. */
export async function spokespersonWith(
  manager: EntityManager,
  email: string,
  on: LocalDate,
): Promise<Addressee | undefined> {
  const [found] = await manager.query<Addressee[]>(
    `SELECT p.id, p.name, p.email FROM person p
     WHERE lower(p.email) = lower($1) AND NOT p.staff AND p.deactivated_at IS NULL AND EXISTS (
       SELECT FROM spokesperson s
       WHERE s.person = p.id AND s.from_on <= $2 AND (s.to_on IS NULL OR s.to_on >= $2))`,
    [email, on],
  );
  return found;
}
