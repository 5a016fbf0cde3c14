import { Controller, Get, Param } from '@nestjs/common';
import { personalData } from '#contracts/http/privacy.js';
import type { PersonalData } from '#contracts/http/privacy.js';
import { actionsBy, casesInvolving, textsBy } from '#store/cases/lists/person-involvement.js';
import { audit } from '#store/audit/audit.js';
import { entriesAbout } from '#store/audit/list-audit-entries.js';
import type { AuditEntryRow } from '#store/audit/list-audit-entries.js';
import { enquiriesSentBy } from '#store/privacy/redact-enquiries.js';
import { rowsAbout } from '#store/privacy/personal-rows.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { DatabaseService } from '../shared/database.service.js';
import { PeopleRegisterService } from '../people/people-register.service.js';
import { IdPipe } from '../shared/input/id.pipe.js';
import { Caller } from '../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';
import { RequiresScope } from '../shared/caller/scope.decorator.js';

@Controller('people/:id/personal-data')
@RequiresScope('admin')
export class PersonalDataController {
  constructor(
    private readonly database: DatabaseService,
    private readonly people: PeopleRegisterService,
  ) {}

  /** Exports everything stored about a person. Each export is logged. */
  @Get()
  @Allowed('self', 'personvern', 'admin')
  @Answers({
    tag: 'Privacy',
    summary: 'Everything that is held of a person',
    ok: { 200: personalData },
    refusals: ['forbidden', 'not-found'],
  })
  async export(@Param('id', IdPipe) id: string, @Caller() caller: SignedInCaller): Promise<PersonalData> {
    const { manager } = this.database;
    const person = await this.people.requirePerson(id);
    await audit(manager, { kind: 'personalDataExported', by: caller.user.id, subject: id });
    const { name, email } = person;
    const enquiries = await enquiriesSentBy(manager, {
      person: id,
      names: [name],
      emails: email === null ? [] : [email],
    });
    return {
      person: { ...person },
      registers: toMutable(await rowsAbout(manager, id)),
      enquiries: enquiries.map(({ secretHash: _secret, ...enquiry }) => enquiry),
      collaborations: (await casesInvolving(manager, id)).map((it) => ({ ...it, as: [...it.as] })),
      texts: await textsBy(manager, id),
      acts: await actionsBy(manager, id),
      audit: (await entriesAbout(manager, id)).map(auditEntryOf),
    };
  }
}

function toMutable(rows: Awaited<ReturnType<typeof rowsAbout>>): PersonalData['registers'] {
  return Object.fromEntries(Object.entries(rows).map(([place, found]) => [place, [...found]]));
}

function auditEntryOf({ at, kind, by, subject, caseId, detail }: AuditEntryRow): PersonalData['audit'][number] {
  return { at: at.toISOString(), kind, by, subject, collaboration: caseId, detail };
}
