import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CaseOpening } from '#domain/case/opening-events.js';
import type { CaseEvent } from '#domain/model/events.js';
import type { UnitId, UserId } from '#domain/model/case.js';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { domainNow } from '#domain/clock.js';
import { hashOfToken } from '#platform/session/token.js';
import { openCase } from '#store/cases/open-case.js';
import { claimEnquiry } from '#store/cases/intake/enquiries.js';
import type { EnquiryRow } from '#store/cases/intake/enquiries.js';
import { findOrCreateOrganisation } from '#store/organisations/organisations.js';
import { addRepresentative } from '#store/organisations/representatives.js';
import { saveTexts } from '#store/cases/texts/texts.js';
import { eventsAfter } from '#store/cases/history/read-events.js';
import { DatabaseService } from '../../shared/database.service.js';
import { InstallationClockService } from '../../shared/installation-clock.service.js';
import { refusedWith } from '../../shared/refused.js';
import { PROCESS_ID } from '../../process/processes.service.js';

/** A case to open, from the public form or by staff. */
export interface CaseToOpen {
  /** `public` for the form, else the member of staff. */
  readonly caller: UserId;
  readonly key: string;
  readonly bodyHash: string;
  readonly organisation?: { readonly name: string; readonly number?: string | undefined } | undefined;
  readonly contact?: { readonly name: string; readonly email: string; readonly phone?: string | undefined } | undefined;
  readonly title: string;
  readonly description: string;
  readonly area: string | null;
  readonly channel: string;
  readonly origin: CaseOpening['origin'];
  readonly owner: UserId;
  readonly unit: UnitId;
  /** Makes the secret of the status address; absent when nobody outside shall follow the case. */
  readonly statusSecretFor?: (id: string) => string;
}

/** More events than any opening writes. */
const MAX_OPENING_EVENTS = 30;

/** Thrown inside the transaction to roll it back: a request with the same key came first. */
class KeyTaken extends Error {
  constructor(readonly enquiry: EnquiryRow) {
    super('key taken');
  }
}

/** Opens cases. Needs only Postgres: the worker's relay, or the first command, starts the workflow later. */
@Injectable()
export class OpeningsService {
  constructor(
    private readonly database: DatabaseService,
    private readonly installation: InstallationClockService,
  ) {}

  /**
   * @returns the events that opened the case; for a repeated key with the same body, those of the first request.
   * @throws HttpRefusal 422 `key-reused`, 503 `unavailable`.
   */
  async open(enquiry: CaseToOpen): Promise<readonly CaseEvent[]> {
    const clock = await this.installation.requireClock();
    const { dataSource } = this.database;
    const id = randomUUID();
    const title = `text:${randomUUID()}`;
    const { caller, key, bodyHash, area, channel, origin, owner, unit } = enquiry;
    const opening = {
      id,
      title,
      area,
      channel,
      origin,
      owner,
      unit,
      organisation: null,
      entrepreneur: null,
      by: caller === 'public' ? null : caller,
      command: { id: key, hash: bodyHash },
    };
    try {
      const organisation = await this.organisationOf(enquiry);
      const receivedAt = domainNow(clock, Date.now());
      const { events } = await openCase(dataSource, {
        opening: { ...opening, organisation },
        receivedAt,
        speed: clock.speed,
        process: PROCESS_ID,
        writeRelatedRows: async (manager) => {
          const earlier = await claimEnquiry(manager, enquiryRowOf(enquiry, id, organisation, receivedAt));
          if (earlier) throw new KeyTaken(earlier);
          // For this case only, as anybody can write the organisation number of somebody else.
          if (enquiry.contact && organisation !== null)
            await addRepresentative(manager, {
              contact: enquiry.contact,
              organisation,
              caseId: id,
              from: osloDateOf(receivedAt),
            });
          await saveTexts(
            manager,
            { caseId: id, command: key },
            new Map([[title, { field: '/title', body: enquiry.title }]]),
          );
        },
      });
      return events;
    } catch (error) {
      if (!(error instanceof KeyTaken)) throw error;
      if (error.enquiry.bodyHash !== bodyHash)
        throw refusedWith('key-reused', 'Nøkkelen er brukt før med et annet innhold.');
      return eventsAfter(dataSource.manager, error.enquiry.id, 0, MAX_OPENING_EVENTS);
    }
  }

  /** Saved outside the transaction: the organisation remains when the opening fails. */
  private async organisationOf({ organisation }: CaseToOpen): Promise<string | null> {
    if (!organisation) return null;
    const { name, number } = organisation;
    return (await findOrCreateOrganisation(this.database.manager, { name, ...(number !== undefined && { number }) }))
      .id;
  }
}

function enquiryRowOf(enquiry: CaseToOpen, id: string, organisation: string | null, receivedAt: string): EnquiryRow {
  const { contact, title, description, channel, origin, area, caller, key, bodyHash, statusSecretFor } = enquiry;
  return {
    id,
    organisation,
    title,
    description,
    channel,
    origin,
    area,
    caller,
    key,
    contactName: contact?.name ?? null,
    contactEmail: contact?.email ?? null,
    contactPhone: contact?.phone ?? null,
    receivedAt: new Date(receivedAt),
    secretHash: statusSecretFor ? hashOfToken(statusSecretFor(id)) : null,
    bodyHash: bodyHash,
  };
}
