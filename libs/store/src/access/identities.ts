import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import { identities } from './identity.js';
import type { IdentityRow } from './identity.js';
import { persons } from '../people/person.js';

/** Which of the two providers of sign-in: the municipality's own, or the entrepreneurs'. */
export const ISSUERS = ['staff', 'contacts'] as const;
export type IssuerKey = (typeof ISSUERS)[number];

export interface Identity extends IdentityRow {
  readonly issuer: IssuerKey;
}

/** Whom an identity belongs to, and whether that person may sign in that way. */
export interface Identified {
  readonly person: UserId;
  readonly staff: boolean;
  readonly active: boolean;
}

/** From now on this subject is this person; an earlier person of the same subject is no longer. */
export async function linkIdentity(manager: EntityManager, identity: Identity): Promise<void> {
  const { issuer, subject, person } = identity;
  await manager.upsert(identities, { issuer, subject, person }, ['issuer', 'subject']);
}

export async function personOfIdentity(
  manager: EntityManager,
  { issuer, subject }: Omit<Identity, 'person'>,
): Promise<Identified | undefined> {
  const identity = await manager.findOneBy(identities, { issuer, subject });
  const person = identity && (await manager.findOneBy(persons, { id: identity.person }));
  return person ? { person: person.id, staff: person.staff, active: person.deactivatedAt === null } : undefined;
}
