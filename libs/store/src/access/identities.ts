import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import { IdentityTable } from './identity-table.js';
import type { IdentityRow } from './identity-table.js';
import { PersonTable } from '../people/person-table.js';

/** The two identity providers: the municipality's own, and the one for entrepreneurs. */
export const ISSUERS = ['staff', 'contacts'] as const;
export type IssuerKey = (typeof ISSUERS)[number];

export interface Identity extends IdentityRow {
  readonly issuer: IssuerKey;
}

/** The person behind an identity, and whether they may sign in. */
export interface IdentifiedPerson {
  readonly person: UserId;
  readonly staff: boolean;
  readonly active: boolean;
}

/** Links a subject to a person, in place of any earlier person. */
export async function linkIdentity(manager: EntityManager, identity: Identity): Promise<void> {
  const { issuer, subject, person } = identity;
  await manager.upsert(IdentityTable, { issuer, subject, person }, ['issuer', 'subject']);
}

export async function personOfIdentity(
  manager: EntityManager,
  { issuer, subject }: Omit<Identity, 'person'>,
): Promise<IdentifiedPerson | undefined> {
  const identity = await manager.findOneBy(IdentityTable, { issuer, subject });
  const person = identity && (await manager.findOneBy(PersonTable, { id: identity.person }));
  return person ? { person: person.id, staff: person.staff, active: person.deactivatedAt === null } : undefined;
}

/** Whether the person can sign in at the provider. */
export function hasIdentity(manager: EntityManager, issuer: IssuerKey, person: UserId): Promise<boolean> {
  return manager.existsBy(IdentityTable, { issuer, person });
}
