import type { EntityManager } from 'typeorm';
import { canonicalClaim } from '#contracts/http/shared/email-address.js';
import { subjectHash } from '#platform/session/subject-hash.js';
import type { UserId } from '#domain/model/case.js';
import { personOfIdentity } from '#store/access/identities.js';
import { SignInFailure } from './sign-in-failure.js';
import type { AuthenticatedIdentity } from './oidc-sign-in.service.js';

const UNKNOWN_PERSON_TEXT = {
  nb: 'Du er ikke registrert som bruker her.',
  en: 'You are not registered as a user here.',
};

/**
 * Finds the person of an authenticated identity. Nobody signs in as staff through the contacts' issuer, because the staff
 * issuer may require a higher level of assurance.
 * @throws SignInFailure
 */
export async function resolvePerson(
  manager: EntityManager,
  secret: string,
  { provider: { key }, claim }: AuthenticatedIdentity,
): Promise<UserId> {
  const subject = subjectHash(secret, key, canonicalClaim(claim));
  const found = await personOfIdentity(manager, { issuer: key, subject });
  if (!found) throw new SignInFailure('unknown-person', 'forbidden', UNKNOWN_PERSON_TEXT, { subject });
  const { person, staff, active } = found;
  if (!active)
    throw new SignInFailure(
      'deactivated',
      'forbidden',
      { nb: 'Brukeren har ikke lenger tilgang.', en: 'The user no longer has access.' },
      { person, subject },
    );
  if (staff !== (key === 'staff'))
    throw new SignInFailure('wrong-door', 'forbidden', UNKNOWN_PERSON_TEXT, { person, subject });
  return person;
}
