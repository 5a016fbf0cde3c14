import type { UserId } from '#domain/model/case.js';
import { identityKey, issuerFor } from '#store/access/change-identity.js';
import type { Identity, IssuerKey } from '#store/access/identities.js';
import type { PeopleRegister } from '#store/people/people-register.js';
import { RowRefused, invalidCell } from './row-refused.js';

/** Who held the identities before the import, and how the value of a claim is hashed for storage. */
export interface KnownIdentities {
  readonly personByIdentity: ReadonlyMap<string, UserId>;
  readonly hashSubject: (issuer: IssuerKey, claim: string) => string;
}

const MAX_CLAIM_LENGTH = 200;

/** Links people to the sign-in identities in the rows. */
export class IdentityImporter {
  readonly linked = new Map<UserId, Identity>();
  private readonly earlierRows = new Map<string, UserId>();

  constructor(
    private readonly register: PeopleRegister,
    private readonly known: KnownIdentities,
  ) {}

  /** @returns whether the link is new. @throws RowRefused. */
  applyRow(claim: string | undefined, id: UserId): boolean {
    const person = this.register.people.get(id);
    if (claim === undefined || !person) return false;
    if (claim.length > MAX_CLAIM_LENGTH)
      throw invalidCell('subject', { nb: 'Cellen er for lang.', en: 'The cell is too long.' });
    const issuer = issuerFor(person);
    const identity = { issuer, subject: this.known.hashSubject(issuer, claim), person: id };
    const key = identityKey(identity);
    const holder = this.earlierRows.get(key) ?? this.known.personByIdentity.get(key);
    if (holder !== undefined && holder !== id && this.register.isActive(holder)) {
      throw new RowRefused('subject', {
        code: 'held',
        detail: {
          nb: 'En annen person er knyttet til denne innloggingen.',
          en: 'Another person is linked to this sign-in.',
        },
      });
    }
    const earlier = this.linked.get(id);
    if (earlier && identityKey(earlier) !== key) {
      throw new RowRefused('subject', {
        code: 'malformed',
        detail: {
          nb: 'To linjer sier ulike innlogginger om personen.',
          en: 'Two rows give different sign-ins for the person.',
        },
      });
    }
    this.earlierRows.set(key, id);
    if (earlier || this.known.personByIdentity.get(key) === id) return false;
    this.linked.set(id, identity);
    return true;
  }
}
