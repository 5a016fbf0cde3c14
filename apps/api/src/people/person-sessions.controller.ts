import { Controller, Delete, HttpCode, Param } from '@nestjs/common';
import { endSessionsOf } from '#store/access/sessions.js';
import { audit } from '#store/audit/audit.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { Caller } from '../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';
import { RequiresScope } from '../shared/caller/scope.decorator.js';
import { DatabaseService } from '../shared/database.service.js';
import { IdPipe } from '../shared/input/id.pipe.js';
import { PeopleRegisterService } from './people-register.service.js';

/** Signs a person out everywhere, e.g. when a telephone was lost. They may sign in again; tokens of programs stay. */
@Controller('people/:id/sessions')
@RequiresScope('admin')
export class PersonSessionsController {
  constructor(
    private readonly database: DatabaseService,
    private readonly register: PeopleRegisterService,
  ) {}

  @Delete()
  @Allowed('admin')
  @HttpCode(204)
  @Answers({
    tag: 'People',
    summary: 'End all sessions of a person',
    ok: { 204: null },
    refusals: ['forbidden', 'not-found'],
  })
  async end(@Param('id', IdPipe) id: string, @Caller() { user }: SignedInCaller): Promise<void> {
    await this.register.requirePerson(id);
    await this.database.manager.transaction(async (manager) => {
      const count = await endSessionsOf(manager, id);
      if (count > 0) await audit(manager, { kind: 'sessionsEnded', by: user.id, subject: id, detail: { count } });
    });
  }
}
