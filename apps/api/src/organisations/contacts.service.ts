import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { readTokensOf } from '#domain/policy/read-access.js';
import { hasEnded } from '#domain/period.js';
import type { NewContact } from '#contracts/http/organisations.js';
import { isUuid } from '#platform/input/uuid.js';
import type { Cursor } from '#store/db/page.js';
import { readableAmong } from '#store/cases/lists/organisation-cases.js';
import { audit } from '#store/audit/audit.js';
import {
  findContact,
  findActiveContactByEmail,
  listContacts,
  confirmContact,
  endContact,
  hasSpeaker,
  lockOrganisation,
} from '#store/organisations/organisation-contacts.js';
import type { OrganisationContact } from '#store/organisations/organisation-contacts.js';
import { addRepresentative } from '#store/organisations/representatives.js';
import { DatabaseService } from '../shared/database.service.js';
import { InstallationClockService } from '../shared/installation-clock.service.js';
import { refusedWith } from '../shared/refused.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';
import { IdempotencyService } from '../shared/idempotency.service.js';
import { ContactAccessService, organisationNotFound } from './contact-access.service.js';

const cannotReplace = () =>
  refusedWith(
    'unknown-person',
    {
      nb: 'Kontakten som skal byttes ut, taler ikke for det samme.',
      en: 'The contact to be replaced does not speak for the same.',
    },
    [{ pointer: '/replaces', detail: 'is no contact who speaks for the same today' }],
  );

const confirmedBySpeakersOnly = () =>
  refusedWith('held', {
    nb: 'Noen taler alt for organisasjonen: en av dem må bekrefte den nye.',
    en: 'Somebody already speaks for the organisation: one of them must confirm the new contact.',
  });

export const contactNotFound = () =>
  refusedWith('not-found', { nb: 'Kontakten finnes ikke.', en: 'The contact does not exist.' });

interface ContactListOptions {
  readonly collaboration?: string | undefined;
  readonly limit: number;
  readonly cursor: Cursor | undefined;
}

/** Representatives of an organisation, in all of its cases or in one. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly database: DatabaseService,
    private readonly installation: InstallationClockService,
    private readonly access: ContactAccessService,
    private readonly repeats: IdempotencyService,
  ) {}

  /** Staff see representatives in a single case only when they can read that case. */
  async list(organisation: string, caller: SignedInCaller, { collaboration, limit, cursor }: ContactListOptions) {
    await this.access.requireMayRead(organisation, caller);
    if (collaboration !== undefined) await this.access.requireCaseOf(organisation, collaboration, caller);
    const { manager } = this.database;
    const page = await listContacts(manager, organisation, await this.installation.today(), {
      limit,
      cursor,
      caseId: collaboration,
    });
    if (!caller.user.staff) return page;
    const caseIds = page.rows.flatMap(({ caseId }) => caseId ?? []);
    const readable = await readableAmong(manager, caseIds, readTokensOf(caller.actor));
    return { ...page, rows: page.rows.filter(({ caseId }) => caseId === null || readable.has(caseId)) };
  }

  /** Adding somebody who already represents the same organisation or case changes nothing. */
  async add(
    organisation: string,
    caller: SignedInCaller,
    contact: NewContact,
    key: string,
  ): Promise<OrganisationContact> {
    await this.access.requireMayRead(organisation, caller);
    const replaced = await this.findReplaced(organisation, contact);
    const caseId = contact.collaboration ?? replaced?.caseId ?? null;
    await this.access.requireMayChange(organisation, caseId, caller);
    if (replaced && replaced.caseId !== caseId) throw cannotReplace();
    const on = await this.installation.today();
    return this.database.dataSource.transaction(async (manager) => {
      if (!(await lockOrganisation(manager, organisation))) throw organisationNotFound();
      const request = { caller: caller.user.id, key, request: { route: 'POST contacts', organisation, contact } };
      const { id } = await this.repeats.runOnce(manager, request, addOne);
      const added = await findContact(manager, organisation, id);
      if (!added) throw new Error('a contact that was just added is there');
      return added;

      async function addOne(): Promise<{ readonly id: string }> {
        const before = await findActiveContactByEmail(manager, organisation, { email: contact.email, caseId }, on);
        const by = { addedBy: caller.user.id, confirmedBy: caller.user.staff ? undefined : caller.user.id };
        const id = before?.id ?? (await addRepresentative(manager, { contact, organisation, caseId, from: on, ...by }));
        const added = before ?? (await findContact(manager, organisation, id));
        if (!added) throw new Error('a contact that was just added is there');
        if (!before) await auditChange(manager, organisation, caller, added, { did: 'added' });
        else if (!before.confirmed && !caller.user.staff) await confirmContact(manager, id, caller.user.id);
        const ended = replaced && replaced.id !== id && (await endContact(manager, replaced.id, on));
        if (ended) await auditChange(manager, organisation, caller, replaced, { did: 'replaced', with: id });
        // Another request has ended the replaced one meanwhile. That is accepted only when the new one existed before.
        if (ended === false && !before) throw cannotReplace();
        return { id };
      }
    });
  }

  /**
   * Confirms that somebody who was named speaks for the whole organisation: by one who does so already, and while nobody
   * does, by another of the front line or the administrators than the one who named them. Confirming twice succeeds.
   */
  async confirm(organisation: string, id: string, caller: SignedInCaller): Promise<OrganisationContact> {
    const { caseId } = await this.requireContact(organisation, id, caller);
    if (caseId !== null) throw contactNotFound();
    const on = await this.installation.today();
    return this.database.dataSource.transaction(async (manager) => {
      await lockOrganisation(manager, organisation);
      const contact = await findContact(manager, organisation, id);
      if (!contact || hasEnded(contact, on)) throw contactNotFound();
      if (contact.confirmed) return contact;
      if (caller.user.staff && (await hasSpeaker(manager, organisation, on))) throw confirmedBySpeakersOnly();
      if (contact.addedBy === caller.user.id)
        throw refusedWith('same-person', {
          nb: 'En annen enn den som førte opp kontakten, må bekrefte den.',
          en: 'Somebody else than the person who added the contact must confirm it.',
        });
      await confirmContact(manager, id, caller.user.id);
      await auditChange(manager, organisation, caller, contact, { did: 'confirmed' });
      return { ...contact, confirmed: true };
    });
  }

  /** Ending a representative who has already ended succeeds. */
  async end(organisation: string, id: string, caller: SignedInCaller): Promise<void> {
    const contact = await this.requireContact(organisation, id, caller);
    const on = await this.installation.today();
    await this.database.dataSource.transaction(async (manager) => {
      await lockOrganisation(manager, organisation);
      const ended = await endContact(manager, contact.id, on);
      if (ended) await auditChange(manager, organisation, caller, contact, { did: 'ended' });
    });
  }

  /** @throws HttpRefusal 404 for an unknown representative, 403 for one whom the caller may not change. */
  async requireContact(organisation: string, id: string, caller: SignedInCaller): Promise<OrganisationContact> {
    await this.access.requireMayRead(organisation, caller);
    const contact = isUuid(id) ? await findContact(this.database.manager, organisation, id) : undefined;
    if (!contact) throw contactNotFound();
    await this.access.requireMayChange(organisation, contact.caseId, caller);
    return contact;
  }

  private async findReplaced(organisation: string, { replaces }: NewContact): Promise<OrganisationContact | undefined> {
    if (replaces === undefined) return undefined;
    const found = await findContact(this.database.manager, organisation, replaces);
    if (!found) throw cannotReplace();
    return found;
  }
}

async function auditChange(
  manager: EntityManager,
  organisation: string,
  { user }: SignedInCaller,
  { id, person, caseId }: OrganisationContact,
  detail: { readonly did: 'added' | 'confirmed' | 'ended' } | { readonly did: 'replaced'; readonly with: string },
): Promise<void> {
  await audit(manager, {
    kind: 'contactChanged',
    by: user.id,
    subject: person,
    caseId,
    detail: { organisation, contact: id, ...detail },
  });
}
