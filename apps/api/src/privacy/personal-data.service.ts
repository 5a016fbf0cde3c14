import { Injectable } from '@nestjs/common';
import type { UserId } from '#domain/model/case.js';
import type { PersonalData } from '#contracts/http/privacy.js';
import { audit } from '#store/audit/audit.js';
import { entriesAbout } from '#store/audit/list-audit-entries.js';
import type { AuditEntryRow } from '#store/audit/list-audit-entries.js';
import { actionsBy, casesInvolving, textsBy } from '#store/cases/lists/person-involvement.js';
import { rowsReferringTo } from '#store/privacy/personal-rows.js';
import { enquiriesSentBy } from '#store/privacy/redact-enquiries.js';
import { PeopleRegisterService } from '../people/people-register.service.js';
import { DatabaseService } from '../shared/database.service.js';

/** Collects everything stored about a person. */
@Injectable()
export class PersonalDataService {
  constructor(
    private readonly database: DatabaseService,
    private readonly people: PeopleRegisterService,
  ) {}

  /** Writes to the audit log who exported it. */
  async export(id: UserId, by: UserId): Promise<PersonalData> {
    const { manager } = this.database;
    const person = await this.people.requirePerson(id);
    await audit(manager, { kind: 'personalDataExported', by, subject: id });
    const { name, email } = person;
    const enquiries = await enquiriesSentBy(manager, {
      person: id,
      names: [name],
      emails: email === null ? [] : [email],
    });
    return {
      person: { ...person },
      registers: toMutable(await rowsReferringTo(manager, id)),
      enquiries: enquiries.map(({ secretHash: _secret, ...enquiry }) => enquiry),
      collaborations: (await casesInvolving(manager, id)).map((it) => ({ ...it, as: [...it.as] })),
      texts: await textsBy(manager, id),
      acts: await actionsBy(manager, id),
      audit: (await entriesAbout(manager, id)).map(auditEntryOf),
    };
  }
}

function toMutable(rows: Awaited<ReturnType<typeof rowsReferringTo>>): PersonalData['registers'] {
  return Object.fromEntries(Object.entries(rows).map(([place, found]) => [place, [...found]]));
}

function auditEntryOf({ at, kind, by, subject, caseId, detail }: AuditEntryRow): PersonalData['audit'][number] {
  return { at: at.toISOString(), kind, by, subject, collaboration: caseId, detail };
}
