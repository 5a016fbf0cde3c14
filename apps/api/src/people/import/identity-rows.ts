import type { UserId } from '#domain/model/case.js';
import { identityKey, issuerFor } from '#store/access/change-identity.js';
import type { Identity, IssuerKey } from '#store/access/identities.js';
import type { Register } from '#store/people/register.js';
import { RowRefused, wrongCell } from './row-refused.js';

/** What is known of identities before the sheet, and how a claim becomes what is kept of it. */
export interface Known {
  readonly holders: ReadonlyMap<string, UserId>;
  readonly hashed: (issuer: IssuerKey, claim: string) => string;
}

const LONGEST = 200;

/** Who the rows say people are at the provider by which they sign in. */
export class IdentityRows {
  readonly linked = new Map<UserId, Identity>();
  private readonly said = new Map<string, UserId>();

  constructor(
    private readonly register: Register,
    private readonly known: Known,
  ) {}

  /** @returns whether it is new. @throws RowRefused. */
  take(claim: string | undefined, id: UserId): boolean {
    const person = this.register.people.get(id);
    if (claim === undefined || !person) return false;
    if (claim.length > LONGEST) throw wrongCell('subject', 'Cellen er for lang.');
    const issuer = issuerFor(person);
    const identity = { issuer, subject: this.known.hashed(issuer, claim), person: id };
    const key = identityKey(identity);
    const holder = this.said.get(key) ?? this.known.holders.get(key);
    if (holder !== undefined && holder !== id && this.register.isActive(holder)) {
      throw new RowRefused('subject', { code: 'held', detail: 'En annen person er knyttet til denne innloggingen.' });
    }
    const earlier = this.linked.get(id);
    if (earlier && identityKey(earlier) !== key) {
      throw new RowRefused('subject', { code: 'malformed', detail: 'To linjer sier ulike innlogginger om personen.' });
    }
    this.said.set(key, id);
    if (earlier || this.known.holders.get(key) === id) return false;
    this.linked.set(id, identity);
    return true;
  }
}
