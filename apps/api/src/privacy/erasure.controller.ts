import { Body, Controller, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { contactErasureView, erasureBody, erasureView } from '#contracts/http/privacy.js';
import { noQuery } from '#contracts/http/queries.js';
import { personWithEmail } from '#store/privacy/contact-erasure.js';
import { enquiriesById } from '#store/cases/intake/enquiries.js';
import { Collaborations } from '../cases/collaborations.js';
import { Answers } from '../shared/answers.js';
import { CaseIdPipe } from '../shared/case-id.pipe.js';
import { Database } from '../shared/database.js';
import { Installation } from '../shared/installation.js';
import { Authority } from '../people/administration/authority.js';
import { PeopleRegister } from '../people/people-register.js';
import { IdPipe } from '../shared/id.pipe.js';
import { Caller } from '../shared/caller/caller.js';
import type { SignedIn } from '../shared/caller/caller.js';
import { Scope } from '../shared/caller/scope.js';
import { Erasures } from './erasures.js';
import { PRIVACY_OFFICERS } from './privacy-officers.js';
import { requireHoldsNothing } from './still-holds.js';

type Asked = z.output<typeof erasureBody>;

/** For good; `dryRun` tells beforehand what would be changed. Doing it twice is fine. */
const ONLY_OFFICERS = 'Bare personvernombud og administrator sletter personer.';

@Controller()
@Scope('admin')
export class ErasureController {
  constructor(
    private readonly database: Database,
    private readonly installation: Installation,
    private readonly collaborations: Collaborations,
    private readonly people: PeopleRegister,
    private readonly erasures: Erasures,
    private readonly authority: Authority,
  ) {}

  @Post('people/:id/erasure')
  @HttpCode(200)
  @Answers({
    tag: 'Privacy',
    summary: 'Erase a person; the facts of their cases stay',
    ok: { 200: erasureView },
    refusals: ['forbidden', 'not-found', 'held', 'too-large'],
  })
  async person(
    @Param('id', IdPipe) id: string,
    @Body({ schema: erasureBody }) { dryRun }: Asked,
    @Query({ schema: noQuery }) _query: unknown,
    @Caller() caller: SignedIn,
  ): Promise<z.infer<typeof erasureView>> {
    await this.authority.holding(caller, PRIVACY_OFFICERS, ONLY_OFFICERS);
    const person = await this.people.require(id);
    await requireHoldsNothing(this.database.manager, person, await this.installation.today());
    const changed = await this.erasures.person(person, { by: caller.user.id, dryRun });
    return { person: id, dryRun, changed };
  }

  /** The contact whom the enquiry names, whether they are in the register of people or not. */
  @Post('collaborations/:id/contact-erasure')
  @HttpCode(200)
  @Answers({
    tag: 'Privacy',
    summary: "Erase the contact that a case's enquiry names",
    ok: { 200: contactErasureView },
    refusals: ['forbidden', 'not-found', 'too-large'],
  })
  async contact(
    @Param('id', CaseIdPipe) id: string,
    @Body({ schema: erasureBody }) { dryRun }: Asked,
    @Query({ schema: noQuery }) _query: unknown,
    @Caller() caller: SignedIn,
  ): Promise<z.infer<typeof contactErasureView>> {
    await this.authority.holding(caller, PRIVACY_OFFICERS, ONLY_OFFICERS);
    await this.collaborations.require(id, caller);
    const { manager } = this.database;
    const enquiry = (await enquiriesById(manager, [id])).get(id);
    if (!enquiry) return { collaboration: id, person: null, dryRun, changed: {} };
    const wish = { by: caller.user.id, dryRun };
    const person = enquiry.contactEmail === null ? null : await personWithEmail(manager, enquiry.contactEmail);
    // Staff are erased on their own, once they hold nothing.
    const isOutside = person !== null && !person.staff;
    const changed = isOutside ? await this.erasures.person(person, wish) : await this.erasures.contact(enquiry, wish);
    return { collaboration: id, person: person && person.id, dryRun, changed };
  }
}
