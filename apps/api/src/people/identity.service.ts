import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { UserId } from '#domain/model/case.js';
import type { identityView } from '#contracts/http/people/person.js';
import { canonicalClaim } from '#contracts/http/shared/email-address.js';
import { subjectHash } from '#platform/session/subject-hash.js';
import {
  identityKey,
  issuerFor,
  personsByIdentity,
  removeIdentities,
  setIdentity,
} from '#store/access/change-identity.js';
import { hasIdentity } from '#store/access/identities.js';
import type { PersonRow } from '#store/people/person-table.js';
import { DatabaseService } from '../shared/database.service.js';
import { refusedWith } from '../shared/refused.js';
import { SettingsService } from '../shared/settings.service.js';
import { RegisterChangesService } from './administration/register-changes.service.js';
import { PeopleRegisterService } from './people-register.service.js';

type IdentityView = z.infer<typeof identityView>;

/** Links people to their identities at the sign-in provider. */
@Injectable()
export class IdentityService {
  constructor(
    private readonly changes: RegisterChangesService,
    private readonly register: PeopleRegisterService,
    private readonly database: DatabaseService,
    private readonly settings: SettingsService,
  ) {}

  async find(person: UserId): Promise<IdentityView> {
    const issuer = issuerFor(await this.register.requirePerson(person));
    return { issuer, linked: await hasIdentity(this.database.manager, issuer, person) };
  }

  /** @param claim  value of the provider's configured claim; only its keyed hash is stored. */
  async set(person: UserId, claim: string, by: UserId): Promise<IdentityView> {
    return this.changes.run(async (manager, { people }) => {
      const issuer = issuerFor(requireActive(people.get(person)));
      const subject = subjectHash(this.settings.secret, issuer, canonicalClaim(claim));
      const holder = (await personsByIdentity(manager, [subject])).get(identityKey({ issuer, subject }));
      if (holder !== undefined && holder !== person && people.get(holder)?.deactivatedAt === null) {
        throw refusedWith(
          'held',
          { nb: 'En annen person er knyttet til denne innloggingen.', en: 'Another person is linked to this sign-in.' },
          [{ pointer: '/subject', detail: 'is somebody else' }],
        );
      }
      if (holder !== person) await setIdentity(manager, { issuer, subject, person }, by);
      return { issuer, linked: true };
    });
  }

  async remove(person: UserId, by: UserId): Promise<void> {
    await this.register.requirePerson(person);
    await this.changes.run((manager) => removeIdentities(manager, person, by));
  }
}

function requireActive(person: PersonRow | undefined): PersonRow {
  if (!person) throw refusedWith('not-found', { nb: 'Personen finnes ikke.', en: 'The person does not exist.' });
  if (person.deactivatedAt !== null)
    throw refusedWith('already-closed', { nb: 'Personen har sluttet.', en: 'The person has left.' });
  return person;
}
