import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import { REDACTED, redactorFor } from '#domain/privacy/redact.js';
import type { PersonIdentifiers } from '#domain/privacy/redact.js';
import { emailSpellings } from '#contracts/http/shared/email-address.js';
import { redactTexts } from '#store/privacy/redact-texts.js';
import { audit } from '#store/audit/audit.js';
import { redactEnquiries, enquiriesSentBy } from '#store/privacy/redact-enquiries.js';
import { ERASED_NAME } from '#domain/people/erased.js';
import { erasePerson } from '#store/privacy/erase-person.js';
import type { ErasedRowCounts } from '#store/privacy/erase-person.js';
import type { EnquiryRow } from '#store/cases/intake/enquiries.js';
import type { PersonRow } from '#store/people/person-table.js';
import { DatabaseService } from '../shared/database.service.js';
import { InstallationClockService } from '../shared/installation-clock.service.js';

/** Thrown to roll back the transaction of a dry run; carries its result out. */
class DryRunRollback extends Error {
  constructor(readonly changed: ErasedRowCounts) {
    super('dry run rolled back');
  }
}

export interface EraseOptions {
  readonly by: UserId;
  /** Carries the erasure out and rolls it back, so the result is exactly what would be changed. */
  readonly dryRun: boolean;
}

/** Erases people and keeps the facts of their cases. Each erasure is one transaction; repeating it changes nothing. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly database: DatabaseService,
    private readonly installation: InstallationClockService,
  ) {}

  async erasePerson(row: PersonRow, { by, dryRun }: EraseOptions): Promise<ErasedRowCounts> {
    const { id, name, email, phone } = row;
    const today = await this.installation.today();
    return this.runInTransaction(dryRun, async (manager) => {
      const changed = {
        ...(await redactFreeText(manager, identifiersOf({ name, email, phone }), { person: id })),
        ...(await erasePerson(manager, id, today)),
      };
      if (hasChanges(changed)) await audit(manager, { kind: 'personErased', by, subject: id, detail: changed });
      return changed;
    });
  }

  /** Erases the contact of an enquiry, who may not be registered as a person. */
  async eraseContact(enquiry: EnquiryRow, { by, dryRun }: EraseOptions): Promise<ErasedRowCounts> {
    const { id: caseId, contactName: name, contactEmail: email, contactPhone: phone } = enquiry;
    return this.runInTransaction(dryRun, async (manager) => {
      const changed = await redactFreeText(manager, identifiersOf({ name, email, phone }), { enquiry });
      if (hasChanges(changed)) await audit(manager, { kind: 'personErased', by, caseId, detail: changed });
      return changed;
    });
  }

  private async runInTransaction(
    dryRun: boolean,
    erase: (manager: EntityManager) => Promise<ErasedRowCounts>,
  ): Promise<ErasedRowCounts> {
    try {
      return await this.database.dataSource.transaction(async (manager) => {
        const changed = await erase(manager);
        if (dryRun) throw new DryRunRollback(changed);
        return changed;
      });
    } catch (error) {
      if (error instanceof DryRunRollback) return error.changed;
      throw error;
    }
  }
}

/** Also searches for the names, e-mails and phone numbers in the person's own enquiries, which may differ from the register. */
async function redactFreeText(
  manager: EntityManager,
  known: PersonIdentifiers,
  { person, enquiry }: { readonly person?: UserId; readonly enquiry?: EnquiryRow },
): Promise<ErasedRowCounts> {
  const sent = await enquiriesSentBy(manager, { ...known, ...(person !== undefined && { person }) });
  const own = enquiry ? [enquiry, ...sent.filter(({ id }) => id !== enquiry.id)] : sent;
  const inEnquiries = own.map(({ contactName: name, contactEmail: email, contactPhone: phone }) =>
    identifiersOf({ name, email, phone }),
  );
  const redaction = redactorFor({
    names: [known, ...inEnquiries].flatMap(({ names }) => names),
    emails: [known, ...inEnquiries].flatMap(({ emails }) => emails),
    phones: [known, ...inEnquiries].flatMap(({ phones }) => phones),
  });
  const texts = await redactTexts(manager, redaction);
  return { ...texts, enquiry: await redactEnquiries(manager, redaction, own) };
}

interface KnownContact {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Leaves out the placeholder name of somebody already erased, which must not be searched for. */
function identifiersOf({ name, email, phone }: KnownContact): PersonIdentifiers {
  const isErased = name === null || name === ERASED_NAME || name === REDACTED;
  return {
    names: isErased ? [] : [name],
    emails: email === null ? [] : emailSpellings(email),
    phones: phone === null ? [] : [phone],
  };
}

const hasChanges = (changed: ErasedRowCounts): boolean => Object.values(changed).some((rows) => rows > 0);
