import { Any } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import { audit, auditAll } from '../audit/audit.js';
import { rowsInto, writeRows } from '../db/write-rows.js';
import type { Identity, IssuerKey } from './identities.js';
import { endSessionsOf } from './sessions.js';
import { IdentityTable } from './identity-table.js';

/** The identity provider a person signs in with. */
export const issuerFor = ({ staff }: { readonly staff: boolean }): IssuerKey => (staff ? 'staff' : 'contacts');

/** The person linked to each of these subjects, by `identityKey`. */
export async function personsByIdentity(
  manager: EntityManager,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, UserId>> {
  if (subjects.length === 0) return new Map();
  const rows = await manager.findBy(IdentityTable, { subject: Any([...new Set(subjects)]) });
  return new Map(rows.map((row) => [identityKey(row), row.person]));
}

export const identityKey = ({ issuer, subject }: Pick<Identity, 'subject'> & { readonly issuer: string }): string =>
  `${issuer} ${subject}`;

/** Links a person to this subject and removes any other subject of theirs at the same issuer. */
export function setIdentity(manager: EntityManager, identity: Identity, by: UserId): Promise<void> {
  return setIdentities(manager, [identity], by);
}

/** Links each person to a subject, as `setIdentity` does, with one statement for them all. */
export async function setIdentities(
  manager: EntityManager,
  identities: readonly Identity[],
  by: UserId,
): Promise<void> {
  if (identities.length === 0) return;
  await manager.query(
    `DELETE FROM identity i USING unnest($1::text[], $2::text[]) AS given (issuer, person)
     WHERE i.issuer = given.issuer AND i.person = given.person`,
    [identities.map(({ issuer }) => issuer), identities.map(({ person }) => person)],
  );
  await writeRows(manager, rowsInto(IdentityTable, identities, 'update'));
  const entries = identities.map(({ issuer, person }) => ({
    subject: person,
    detail: { did: 'identityLinked', issuer },
  }));
  await auditAll(
    manager,
    entries.map((entry) => ({ kind: 'personChanged', by, ...entry })),
  );
}

/** Removes all identities of a person and ends their sessions. @returns false when there was none. */
export async function removeIdentities(manager: EntityManager, person: UserId, by: UserId): Promise<boolean> {
  const { affected } = await manager.delete(IdentityTable, { person });
  if (!affected) return false;
  await endSessionsOf(manager, person);
  await audit(manager, { kind: 'personChanged', by, subject: person, detail: { did: 'identityTakenAway' } });
  return true;
}
