import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { hasEnded } from '#domain/period.js';
import type { Label } from '#domain/process/process-document.js';
import {
  newContactBody,
  organisationContact,
  organisationContacts,
  contactsQuery,
} from '#contracts/http/organisations.js';
import type { NewContact } from '#contracts/http/organisations.js';
import { signInLinkRequested } from '#contracts/http/access.js';
import { emptyBody } from '#contracts/http/shared/paging.js';
import type { OrganisationContact } from '#store/organisations/organisation-contacts.js';
import { LINK_LIFETIME_MINUTES, MAX_LINKS_PER_HOUR } from '#store/access/sign-in-links.js';
import { SignInLinksService } from '../access/links/sign-in-links.service.js';
import { IdempotencyKey } from '../shared/idempotency-key.decorator.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { CursorsService } from '../shared/cursors.service.js';
import { InstallationClockService } from '../shared/installation-clock.service.js';
import { refusedWith } from '../shared/refused.js';
import { RequestLanguage } from '../shared/input/language.decorator.js';
import type { Language } from '../shared/input/language.decorator.js';
import { Caller } from '../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';
import { ContactsService, contactNotFound } from './contacts.service.js';
import { OrganisationIdPipe } from './organisation-id.pipe.js';

type ContactView = z.infer<typeof organisationContact>;

const LINK_SENT: Label = { nb: 'Lenken er på vei.', en: 'The link is on its way.' };

/** Representatives of an organisation: people outside the municipality who sign in with a link sent by e-mail. */
@Controller('organisations/:organisation/contacts')
export class ContactsController {
  constructor(
    private readonly contacts: ContactsService,
    private readonly links: SignInLinksService,
    private readonly installation: InstallationClockService,
    private readonly cursors: CursorsService,
  ) {}

  @Get()
  @Allowed('signed-in')
  @Answers({
    tag: 'Organisations',
    summary: 'Those who speak for an organisation',
    ok: { 200: organisationContacts },
    refusals: ['forbidden', 'not-found'],
  })
  async list(
    @Param('organisation', OrganisationIdPipe) organisation: string,
    @Query({ schema: contactsQuery }) { collaboration, limit = 50, cursor }: z.output<typeof contactsQuery>,
    @Caller() caller: SignedInCaller,
  ): Promise<z.infer<typeof organisationContacts>> {
    const asked = { list: 'contacts', query: { organisation, collaboration } };
    const paging = { limit, cursor: this.cursors.read(asked, cursor) };
    const page = await this.contacts.list(organisation, caller, { collaboration, ...paging });
    return { items: page.rows.map(viewOf), next: this.cursors.write(asked, page.next) };
  }

  /** With `replaces`, the new representative takes over what the old one represented: the organisation or one case. */
  @Post()
  @Allowed('signed-in')
  @Answers({
    tag: 'Organisations',
    summary: 'Add or replace one who speaks for an organisation',
    ok: { 201: organisationContact },
    refusals: ['forbidden', 'not-found', 'unknown-person', 'key-reused', 'too-large'],
  })
  async add(
    @Param('organisation', OrganisationIdPipe) organisation: string,
    @Body({ schema: newContactBody }) body: NewContact,
    @IdempotencyKey() key: string,
    @Caller() caller: SignedInCaller,
  ): Promise<ContactView> {
    return viewOf(await this.contacts.add(organisation, caller, body, key));
  }

  @Delete(':contact')
  @Allowed('signed-in')
  @HttpCode(204)
  @Answers({
    tag: 'Organisations',
    summary: 'End at once that somebody speaks for an organisation',
    ok: { 204: null },
    refusals: ['forbidden', 'not-found'],
  })
  async end(
    @Param('organisation', OrganisationIdPipe) organisation: string,
    @Param('contact') id: string,
    @Caller() caller: SignedInCaller,
  ): Promise<void> {
    await this.contacts.end(organisation, id, caller);
  }

  /** By one who speaks for the whole organisation; while nobody does, by another of the staff than who named the contact. */
  @Post(':contact/confirmation')
  @Allowed('signed-in')
  @HttpCode(200)
  @Answers({
    tag: 'Organisations',
    summary: 'Confirm that somebody speaks for the whole organisation',
    ok: { 200: organisationContact },
    refusals: ['forbidden', 'same-person', 'not-found', 'held', 'too-large'],
  })
  async confirm(
    @Param('organisation', OrganisationIdPipe) organisation: string,
    @Param('contact') id: string,
    @Body({ schema: emptyBody }) _body: unknown,
    @Caller() caller: SignedInCaller,
  ): Promise<ContactView> {
    return viewOf(await this.contacts.confirm(organisation, id, caller));
  }

  @Post(':contact/link')
  @Allowed('staff')
  @HttpCode(202)
  @Answers({
    tag: 'Organisations',
    summary: 'Send a sign-in link to one who speaks for an organisation',
    ok: { 202: signInLinkRequested },
    refusals: ['forbidden', 'not-found', 'unknown-person', 'held', 'slow-down', 'too-large'],
  })
  async sendLink(
    @Param('organisation', OrganisationIdPipe) organisation: string,
    @Param('contact') id: string,
    @Body({ schema: emptyBody }) _body: unknown,
    @Caller() caller: SignedInCaller,
    @RequestLanguage() language: Language,
  ): Promise<z.infer<typeof signInLinkRequested>> {
    const contact = await this.contacts.requireContact(organisation, id, caller);
    if (hasEnded(contact, await this.installation.today())) throw contactNotFound();
    if (!contact.confirmed)
      throw refusedWith('held', {
        nb: 'Kontakten taler ikke for organisasjonen før det er bekreftet.',
        en: 'The contact does not speak for the organisation until that is confirmed.',
      });
    const { person, name, email } = contact;
    if (email === null)
      throw refusedWith('unknown-person', {
        nb: 'Kontakten har ingen e-postadresse.',
        en: 'The contact has no e-mail address.',
      });
    if (await this.links.send({ id: person, name, email }, caller.user.id))
      return { text: LINK_SENT[language], minutes: LINK_LIFETIME_MINUTES };
    throw refusedWith('slow-down', {
      nb: `Kontakten har fått ${MAX_LINKS_PER_HOUR} lenker den siste timen, og en av dem virker ennå.`,
      en: `The contact has been sent ${MAX_LINKS_PER_HOUR} links in the last hour, and one of them still works.`,
    });
  }
}

function viewOf({ id, person, name, email, phone, caseId, from, to, confirmed }: OrganisationContact): ContactView {
  return { id, person, name, email, phone, collaboration: caseId, from, to, confirmed };
}
