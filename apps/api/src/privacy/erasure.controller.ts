import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { contactErasureView, erasureBody, erasureView } from '#contracts/http/privacy.js';
import { personWithEmail } from '#store/privacy/redact-enquiries.js';
import { enquiriesById } from '#store/cases/intake/enquiries.js';
import { CollaborationsService } from '../cases/collaborations.service.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { CaseIdPipe } from '../shared/input/case-id.pipe.js';
import { DatabaseService } from '../shared/database.service.js';
import { InstallationClockService } from '../shared/installation-clock.service.js';
import { PeopleRegisterService } from '../people/people-register.service.js';
import { IdPipe } from '../shared/input/id.pipe.js';
import { Caller } from '../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';
import { RequiresScope } from '../shared/caller/scope.decorator.js';
import { ErasureService } from './erasure.service.js';
import { requireNoHoldings } from './require-no-holdings.js';

type ErasureBody = z.output<typeof erasureBody>;

/** Erasure cannot be undone; `dryRun` reports what would be changed. Repeating it changes nothing. */
@Controller()
@RequiresScope('admin')
export class ErasureController {
  constructor(
    private readonly database: DatabaseService,
    private readonly installation: InstallationClockService,
    private readonly collaborations: CollaborationsService,
    private readonly people: PeopleRegisterService,
    private readonly erasures: ErasureService,
  ) {}

  @Post('people/:id/erasure')
  @Allowed('personvern', 'admin')
  @HttpCode(200)
  @Answers({
    tag: 'Privacy',
    summary: 'Erase a person; the facts of their cases stay',
    ok: { 200: erasureView },
    refusals: ['forbidden', 'not-found', 'held', 'too-large'],
  })
  async person(
    @Param('id', IdPipe) id: string,
    @Body({ schema: erasureBody }) { dryRun }: ErasureBody,
    @Caller() caller: SignedInCaller,
  ): Promise<z.infer<typeof erasureView>> {
    const person = await this.people.requirePerson(id);
    await requireNoHoldings(this.database.manager, person, await this.installation.today());
    const changed = await this.erasures.erasePerson(person, { by: caller.user.id, dryRun });
    return { person: id, dryRun, changed };
  }

  /** Erases the contact named in the enquiry, who may not be registered as a person. */
  @Post('collaborations/:id/contact-erasure')
  @Allowed('personvern', 'admin')
  @HttpCode(200)
  @Answers({
    tag: 'Privacy',
    summary: "Erase the contact that a case's enquiry names",
    ok: { 200: contactErasureView },
    refusals: ['forbidden', 'not-found', 'too-large'],
  })
  async contact(
    @Param('id', CaseIdPipe) id: string,
    @Body({ schema: erasureBody }) { dryRun }: ErasureBody,
    @Caller() caller: SignedInCaller,
  ): Promise<z.infer<typeof contactErasureView>> {
    await this.collaborations.requireReadable(id, caller);
    const { manager } = this.database;
    const enquiry = (await enquiriesById(manager, [id])).get(id);
    if (!enquiry) return { collaboration: id, person: null, dryRun, changed: {} };
    const options = { by: caller.user.id, dryRun };
    const person = enquiry.contactEmail === null ? null : await personWithEmail(manager, enquiry.contactEmail);
    // Staff are erased through the route above, which requires that they hold nothing.
    const isOutside = person !== null && !person.staff;
    const changed = isOutside
      ? await this.erasures.erasePerson(person, options)
      : await this.erasures.eraseContact(enquiry, options);
    return { collaboration: id, person: person && person.id, dryRun, changed };
  }
}
