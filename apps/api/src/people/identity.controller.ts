import { Body, Controller, Delete, Get, Header, HttpCode, Param, Put } from '@nestjs/common';
import type { z } from 'zod';
import { identityBody } from '#contracts/http/people/person.js';
import { identityView } from '#contracts/http/people/person.js';
import { subjectHash } from '#platform/session/subject-hash.js';
import {
  removeIdentities,
  personsByIdentity,
  identityKey,
  issuerFor,
  setIdentity,
} from '#store/access/change-identity.js';
import type { PersonRow } from '#store/people/person-table.js';
import { hasIdentity } from '#store/access/identities.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { DatabaseService } from '../shared/database.service.js';
import { SettingsService } from '../shared/settings.service.js';
import { refusedWith } from '../shared/refused.js';
import { RegisterChangesService } from './administration/register-changes.service.js';
import { IdPipe } from '../shared/input/id.pipe.js';
import { Caller } from '../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';
import { RequiresScope } from '../shared/caller/scope.decorator.js';
import { PeopleRegisterService } from './people-register.service.js';

type IdentityView = z.infer<typeof identityView>;

const tag = 'People';

/** Links a person to their identity at the sign-in provider. The link gives access, so only administrators set it. */
@Controller('people/:id/identity')
@RequiresScope('admin')
export class IdentityController {
  constructor(
    private readonly changes: RegisterChangesService,
    private readonly register: PeopleRegisterService,
    private readonly database: DatabaseService,
    private readonly settings: SettingsService,
  ) {}

  /** Tells whether an identity is linked, not which one: only its keyed hash is stored. */
  @Get()
  @Allowed('admin')
  @Header('Cache-Control', 'no-store')
  @Answers({
    tag,
    summary: 'Whether a person can sign in at their provider',
    ok: { 200: identityView },
    refusals: ['forbidden', 'not-found'],
  })
  async get(@Param('id', IdPipe) id: string): Promise<IdentityView> {
    const issuer = issuerFor(await this.register.requirePerson(id));
    return { issuer, linked: await hasIdentity(this.database.manager, issuer, id) };
  }

  /** Replaces any earlier identity. `subject` is the value of the provider's configured claim (`OIDC_SUBJECT_CLAIM`). */
  @Put()
  @Allowed('admin')
  @Header('Cache-Control', 'no-store')
  @Answers({
    tag,
    summary: 'Say who a person is at the provider by which they sign in',
    ok: { 200: identityView },
    refusals: ['forbidden', 'not-found', 'held', 'already-closed'],
  })
  async put(
    @Param('id', IdPipe) id: string,
    @Body({ schema: identityBody }) { subject: claim }: z.output<typeof identityBody>,
    @Caller() { user }: SignedInCaller,
  ): Promise<IdentityView> {
    return this.changes.run(async (manager, { people }) => {
      const person = requireActive(people.get(id));
      const issuer = issuerFor(person);
      const subject = subjectHash(this.settings.secret, issuer, claim);
      const holder = (await personsByIdentity(manager, [subject])).get(identityKey({ issuer, subject }));
      if (holder !== undefined && holder !== id && people.get(holder)?.deactivatedAt === null) {
        throw refusedWith('held', 'En annen person er knyttet til denne innloggingen.', [
          { pointer: '/subject', detail: 'is somebody else' },
        ]);
      }
      if (holder !== id) await setIdentity(manager, { issuer, subject, person: id }, user.id);
      return { issuer, linked: true };
    });
  }

  /** Signs the person out everywhere. They cannot sign in at a provider until a new identity is set. */
  @Delete()
  @Allowed('admin')
  @HttpCode(204)
  @Answers({
    tag,
    summary: 'Take away how a person signs in',
    ok: { 204: null },
    refusals: ['forbidden', 'not-found'],
  })
  async delete(@Param('id', IdPipe) id: string, @Caller() { user }: SignedInCaller): Promise<void> {
    await this.register.requirePerson(id);
    await this.changes.run((manager) => removeIdentities(manager, id, user.id));
  }
}

function requireActive(person: PersonRow | undefined): PersonRow {
  if (!person) throw refusedWith('not-found', 'Personen finnes ikke.');
  if (person.deactivatedAt !== null) throw refusedWith('already-closed', 'Personen har sluttet.');
  return person;
}
