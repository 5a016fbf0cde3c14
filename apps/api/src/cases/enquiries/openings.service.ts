import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CaseOpening } from '#domain/case/opening-events.js';
import type { CaseEvent } from '#domain/model/events.js';
import type { UnitId, UserId } from '#domain/model/case.js';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { domainNow } from '#domain/clock.js';
import { hashOfToken } from '#platform/session/token.js';
import { tellSpeakers } from '#store/cases/intake/tell-speakers.js';
import { openCase } from '#store/cases/open-case.js';
import { saveEnquiry } from '#store/cases/intake/enquiries.js';
import type { EnquiryRow } from '#store/cases/intake/enquiries.js';
import { findOrCreateOrganisation } from '#store/organisations/organisations.js';
import { addRepresentative } from '#store/organisations/representatives.js';
import { eventsAfter } from '#store/cases/history/read-events.js';
import { DatabaseService } from '../../shared/database.service.js';
import { InstallationClockService } from '../../shared/installation-clock.service.js';
import { requireNoNationalIdentityNumber } from '../../shared/require-no-national-identity-number.js';
import { IdempotencyService } from '../../shared/idempotency.service.js';
import type { IdempotentRequest } from '../../shared/idempotency.service.js';
import { PROCESS_ID } from '../../process/processes.service.js';

/** A case to open, from the public form or by staff. */
export interface CaseToOpen extends IdempotentRequest {
  /** `public` for the form, else the member of staff. */
  readonly caller: UserId;
  readonly organisation?: { readonly name: string; readonly number?: string | undefined } | undefined;
  readonly contact?:
    { readonly name: string; readonly email?: string | undefined; readonly phone?: string | undefined } | undefined;
  readonly title: string;
  readonly description: string;
  readonly area: string | null;
  readonly channel: string;
  readonly origin: CaseOpening['origin'];
  readonly owner: UserId;
  readonly unit: UnitId;
  readonly isReceived?: boolean;
  /** Makes the secret of the status address; absent when nobody outside shall follow the case. */
  readonly statusSecretFor?: (id: string) => string;
}

/** More events than any opening writes. */
const MAX_OPENING_EVENTS = 30;

/** Thrown inside the transaction to roll it back: a request with the same key came first. */
class OpenedBefore extends Error {
  constructor(readonly caseId: string) {
    super('opened before');
  }
}

/** Opens cases. Needs only Postgres: the worker's relay, or the first command, starts the workflow later. */
@Injectable()
export class OpeningsService {
  constructor(
    private readonly database: DatabaseService,
    private readonly installation: InstallationClockService,
    private readonly idempotency: IdempotencyService,
  ) {}

  /**
   * @returns the events that opened the case; for a repeated key with the same body, those of the first request.
   * @throws HttpRefusal 400 `sensitive-number`, 422 `key-reused`, 503 `unavailable`.
   */
  async open(enquiry: CaseToOpen): Promise<readonly CaseEvent[]> {
    requireNoNationalIdentityNumber({ '/title': enquiry.title, '/description': enquiry.description });
    const clock = await this.installation.requireClock();
    const { dataSource } = this.database;
    const id = randomUUID();
    const title = `text:${randomUUID()}`;
    const { caller, key, request, area, channel, origin, owner, unit, isReceived = false } = enquiry;
    const opening = {
      id,
      title,
      area,
      channel,
      origin,
      owner,
      unit,
      isReceived,
      organisation: null,
      entrepreneur: null,
      by: caller === 'public' ? null : caller,
      command: { id: key, hash: this.idempotency.hashOf(request) },
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
          const earlier = await this.idempotency.claim(manager, { caller, key, request }, { id });
          if (earlier) throw new OpenedBefore(earlier.id);
          // For this case only, as anybody can write the organisation number of somebody else.
          const { contact } = enquiry;
          if (contact?.email !== undefined && organisation !== null)
            await addRepresentative(manager, {
              contact: { ...contact, email: contact.email },
              organisation,
              caseId: id,
              from: osloDateOf(receivedAt),
            });
          await tellSpeakers(manager, { caseId: id, organisation, receivedAt });
          await saveEnquiry(manager, enquiryRowOf(enquiry, id, organisation, receivedAt), {
            titleKey: title,
            command: key,
          });
        },
      });
      return events;
    } catch (error) {
      if (!(error instanceof OpenedBefore)) throw error;
      return eventsAfter(dataSource.manager, error.caseId, 0, MAX_OPENING_EVENTS);
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
  const { contact, title, description, channel, origin, area, statusSecretFor } = enquiry;
  return {
    id,
    organisation,
    title,
    description,
    channel,
    origin,
    area,
    contactName: contact?.name ?? null,
    contactEmail: contact?.email ?? null,
    contactPhone: contact?.phone ?? null,
    receivedAt: new Date(receivedAt),
    secretHash: statusSecretFor ? hashOfToken(statusSecretFor(id)) : null,
  };
}
