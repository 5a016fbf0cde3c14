import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { z } from 'zod';
import { actingPersonFor } from '#domain/policy/absence.js';
import { enquiryBody, enquiryReceipt, enquiryStatus } from '#contracts/http/cases/enquiry.js';
import type { EnquiryRequest } from '#contracts/http/cases/enquiry.js';
import { derivedToken, hashOfToken } from '#platform/session/token.js';
import { contactDetailsOf } from '#store/people/contact-details.js';
import { enquiryBySecret } from '#store/cases/intake/enquiries.js';
import { IdempotencyKey } from '../../shared/idempotency-key.decorator.js';
import { findCase } from '#store/cases/lists/find-case.js';
import { Answers } from '../../shared/answers.decorator.js';
import { DatabaseService } from '../../shared/database.service.js';
import { RequestLanguage } from '../../shared/input/language.decorator.js';
import type { Language } from '../../shared/input/language.decorator.js';
import { DirectoryService } from '../../shared/directory.service.js';
import { InstallationClockService } from '../../shared/installation-clock.service.js';
import { RateLimitsService } from '../../shared/rate-limits.service.js';
import { SettingsService } from '../../shared/settings.service.js';
import { refusedWith } from '../../shared/refused.js';
import { ProcessesService } from '../../process/processes.service.js';
import { OpenedByPeople } from '../../shared/input/undeclared-query.guard.js';
import { Public } from '../../shared/caller/signed-in.guard.js';
import { IntakeService } from './intake.service.js';
import { OpeningsService } from './openings.service.js';
import { receiptOf } from './enquiry-receipt.js';
import type { EnquiryReceipt } from './enquiry-receipt.js';
import { textsByKey } from '#store/cases/texts/texts.js';
import { shownCase } from '#domain/policy/not-yet-known.js';
import { statusTextKeys } from '#domain/policy/visibility.js';
import type { Aspect } from '#domain/process/process-document.js';
import { enquiryStatusView } from './enquiry-status-view.js';

/** What whoever has the link to the status page sees of the case. */
const OUTSIDE: ReadonlySet<Aspect> = new Set<Aspect>(['shared']);

@Controller('enquiries')
@Public()
export class EnquiriesController {
  constructor(
    private readonly database: DatabaseService,
    private readonly settings: SettingsService,
    private readonly people: DirectoryService,
    private readonly processes: ProcessesService,
    private readonly intake: IntakeService,
    private readonly openings: OpeningsService,
    private readonly installation: InstallationClockService,
    private readonly limits: RateLimitsService,
  ) {}

  /** Receives the public form. The same Idempotency-Key gets the same answer. */
  @Post()
  @Answers({
    tag: 'Enquiries',
    summary: 'Send an enquiry',
    ok: { 201: enquiryReceipt },
    refusals: ['sensitive-number', 'too-large', 'out-of-range', 'key-reused', 'slow-down'],
    public: true,
  })
  async send(
    @Body({ schema: enquiryBody }) body: EnquiryRequest,
    @IdempotencyKey() key: string,
    @Req() request: Request,
  ): Promise<EnquiryReceipt> {
    await this.limits.enquiries.take(request.ip ?? '');
    const unit = await this.intake.unitFor(body.area);
    const owner = await this.intake.frontLineUser();
    const events = await this.openings.open({
      ...body,
      area: body.area ?? null,
      caller: 'public',
      key,
      request: { route: 'POST /enquiries', body },
      origin: 'enquiry',
      owner,
      unit,
      statusSecretFor: (id) => this.secretOf(id),
    });
    const [received] = events;
    if (received?.type !== 'enquiryReceived') throw new Error('a history begins with enquiryReceived');
    const { id, contact, process } = received.data;
    const document = await this.processes.documentFor({ process });
    const people = await contactDetailsOf(this.database.manager, [contact]);
    const statusUrl = `${this.settings.publicUrl}/api/v1/enquiries/status/${this.secretOf(id)}`;
    return receiptOf(document, events, people.get(contact) ?? { name: contact, phone: null, email: null }, statusUrl);
  }

  /** The status behind `statusUrl`. Whoever has the secret may read it. */
  @Get('status/:secret')
  @OpenedByPeople()
  @Answers({
    tag: 'Enquiries',
    summary: 'Where an enquiry stands',
    ok: { 200: enquiryStatus },
    refusals: ['not-found'],
    public: true,
  })
  async status(
    @Param('secret') secret: string,
    @RequestLanguage() language: Language,
  ): Promise<z.infer<typeof enquiryStatus>> {
    const { manager } = this.database;
    const enquiry = await enquiryBySecret(manager, hashOfToken(secret));
    const stored = enquiry && (await findCase(manager, enquiry.id));
    if (!stored) throw refusedWith('not-found', { nb: 'Henvendelsen finnes ikke.', en: 'The enquiry does not exist.' });
    const state = shownCase(stored.state, OUTSIDE);
    const directory = await this.people.directory();
    const actingContact = actingPersonFor(directory.absences, state, state.contact, await this.installation.today());
    const people = await contactDetailsOf(manager, [state.contact, ...(actingContact === null ? [] : [actingContact])]);
    const contact = people.get(state.contact) ?? { name: state.contact, phone: null, email: null };
    const standIn = actingContact === null || actingContact === state.contact ? undefined : people.get(actingContact);
    const document = await this.processes.documentFor(state);
    const texts = await textsByKey(manager, [state.id], statusTextKeys({ document, state }));
    return enquiryStatusView({ ...stored, state, contact, standIn, document, directory, language, texts });
  }

  private secretOf(id: string): string {
    return derivedToken(this.settings.secret, `enquiry:${id}`);
  }
}
