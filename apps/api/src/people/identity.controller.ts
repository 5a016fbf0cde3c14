import { Body, Controller, Delete, Get, Header, HttpCode, Param, Put, Query } from '@nestjs/common';
import type { z } from 'zod';
import { identityBody } from '#contracts/http/people.js';
import { noQuery } from '#contracts/http/queries.js';
import { identityView } from '#contracts/http/views/people.js';
import { subjectHash } from '#platform/session/subject.js';
import { clearIdentity, holdersOf, identityKey, issuerFor, setIdentity } from '#store/access/change-identity.js';
import type { PersonRow } from '#store/people/person.js';
import { identities } from '#store/access/identity.js';
import { Answers } from '../shared/answers.js';
import { Database } from '../shared/database.js';
import { Settings } from '../shared/settings.js';
import { refusedWith } from '../shared/refused.js';
import { Authority } from './administration/authority.js';
import { Changes } from './administration/changes.js';
import { IdPipe } from '../shared/id.pipe.js';
import { Caller } from '../shared/caller/caller.js';
import type { SignedIn } from '../shared/caller/caller.js';
import { Scope } from '../shared/caller/scope.js';
import { PeopleRegister } from './people-register.js';

type IdentityView = z.infer<typeof identityView>;

const tag = 'People';

/** Links a person to their identity at the sign-in provider. The link gives access, so only administrators set it. */
@Controller('people/:id/identity')
@Scope('admin')
export class IdentityController {
  constructor(
    private readonly changes: Changes,
    private readonly register: PeopleRegister,
    private readonly authority: Authority,
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  /** Tells whether an identity is linked, not which one: only its keyed hash is stored. */
  @Get()
  @Header('Cache-Control', 'no-store')
  @Answers({
    tag,
    summary: 'Whether a person can sign in at their provider',
    ok: { 200: identityView },
    refusals: ['forbidden', 'not-found'],
  })
  async get(
    @Param('id', IdPipe) id: string,
    @Query({ schema: noQuery }) _query: unknown,
    @Caller() caller: SignedIn,
  ): Promise<IdentityView> {
    await this.authority.admin(caller);
    const issuer = issuerFor(await this.register.require(id));
    return { issuer, linked: await this.database.manager.existsBy(identities, { issuer, person: id }) };
  }

  /** Replaces any earlier identity. `subject` is the value of the provider's configured claim (`OIDC_SUBJECT_CLAIM`). */
  @Put()
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
    @Query({ schema: noQuery }) _query: unknown,
    @Caller() caller: SignedIn,
  ): Promise<IdentityView> {
    const { user } = await this.authority.admin(caller);
    return this.changes.make(async (manager, { people }) => {
      const person = requireActive(people.get(id));
      const issuer = issuerFor(person);
      const subject = subjectHash(this.settings.secret, issuer, claim);
      const holder = (await holdersOf(manager, [subject])).get(identityKey({ issuer, subject }));
      if (holder !== undefined && holder !== id && people.get(holder)?.deactivatedAt === null) {
        throw refusedWith('held', 'En annen person er knyttet til denne innloggingen.', [
          { pointer: '/subject', detail: 'is somebody else' },
        ]);
      }
      if (holder !== id) await setIdentity(manager, { issuer, subject, person: id }, user);
      return { issuer, linked: true };
    });
  }

  /** Signs the person out everywhere. They cannot sign in at a provider until a new identity is set. */
  @Delete()
  @HttpCode(204)
  @Answers({
    tag,
    summary: 'Take away how a person signs in',
    ok: { 204: null },
    refusals: ['forbidden', 'not-found'],
  })
  async delete(
    @Param('id', IdPipe) id: string,
    @Query({ schema: noQuery }) _query: unknown,
    @Caller() caller: SignedIn,
  ): Promise<void> {
    const { user } = await this.authority.admin(caller);
    await this.register.require(id);
    await this.changes.make((manager) => clearIdentity(manager, id, user));
  }
}

function requireActive(person: PersonRow | undefined): PersonRow {
  if (!person) throw refusedWith('not-found', 'Personen finnes ikke.');
  if (person.deactivatedAt !== null) throw refusedWith('already-closed', 'Personen har sluttet.');
  return person;
}
