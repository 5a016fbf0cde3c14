import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import type { Directory } from '#domain/policy/directory.js';
import { personOwing } from '#domain/deadline/debtor-creditor.js';
import { readTokensOf } from '#domain/policy/read-access.js';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { lettersQuery, letterList } from '#contracts/http/mailroom.js';
import type { EnquiryRow } from '#store/cases/intake/enquiries.js';
import { enquiriesById } from '#store/cases/intake/enquiries.js';
import { auditReadsOfSensitive } from '#store/cases/lists/sensitivity.js';
import { listOutboxMessages } from '#store/cases/lists/list-outbox-messages.js';
import type { ListedOutboxMessage } from '#store/cases/lists/list-outbox-messages.js';
import { recipientOf } from '../cases/views/recipient.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { CursorsService } from '../shared/cursors.service.js';
import { DatabaseService } from '../shared/database.service.js';
import { DirectoryService } from '../shared/directory.service.js';
import { RequestLanguage } from '../shared/input/language.decorator.js';
import type { Language } from '../shared/input/language.decorator.js';
import { ProcessesService } from '../process/processes.service.js';
import { letterSubject } from './letter-subject.js';
import { Caller } from '../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';

type LetterView = z.infer<typeof letterList>['items'][number];

@Controller('letters')
export class LettersController {
  constructor(
    private readonly database: DatabaseService,
    private readonly people: DirectoryService,
    private readonly cursors: CursorsService,
    private readonly processes: ProcessesService,
  ) {}

  /** People from outside the municipality see only what is addressed to them. */
  @Get()
  @Allowed('signed-in')
  @Answers({ tag: 'Letters', summary: 'The outbox of cases the caller may see', ok: { 200: letterList } })
  async list(
    @Query({ schema: lettersQuery }) { limit = 50, cursor, ...filter }: z.output<typeof lettersQuery>,
    @Caller() { actor, user, route }: SignedInCaller,
    @RequestLanguage() language: Language,
  ): Promise<z.infer<typeof letterList>> {
    const { manager } = this.database;
    const asked = { list: 'letters', query: filter };
    const found = await listOutboxMessages(
      manager,
      user.staff
        ? { ...filter, tokens: readTokensOf(actor) }
        : { ...filter, tokens: actor.speaksFor ?? [], toOutsider: true },
      { limit, cursor: this.cursors.read(asked, cursor) },
    );
    const caseIds = found.rows.map((letter) => letter.case.id);
    await auditReadsOfSensitive(manager, caseIds, { by: user.id, route });
    const enquiries = await enquiriesById(manager, caseIds);
    const directory = await this.people.directory();
    const process = await this.processes.newest();
    const items = found.rows.map((letter) => ({
      ...letterView(letter, directory, enquiries.get(letter.case.id)),
      subject: letterSubject(letter, process)[language],
    }));
    return { items, next: this.cursors.write(asked, found.next) };
  }
}

function letterView(
  letter: ListedOutboxMessage,
  directory: Directory,
  enquiry: EnquiryRow | undefined,
): Omit<LetterView, 'subject'> {
  const { id, deadline, rung, kind, slot, template, language, dueAt, notBefore, status, sentAt, owedBy } = letter;
  const owes = owedBy ? personOwing(letter.case, owedBy) : undefined;
  const context = { state: letter.case, directory, enquiry, organisation: undefined };
  const day = { on: osloDateOf(notBefore), ...(owes !== undefined && { debtor: owes }) };
  return {
    id,
    collaboration: letter.case.id,
    about: { number: letter.case.number, title: letter.case.title },
    ...(deadline !== null && { deadline }),
    ...(rung !== null && { rung }),
    kind,
    to: recipientOf(slot, context, day),
    template,
    language,
    dueAt,
    notBefore,
    status,
    ...(sentAt !== null && { sentAt }),
  };
}
