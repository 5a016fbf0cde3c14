import { Body, Controller, Get, Header, HttpStatus, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Response } from 'express';
import type { z } from 'zod';
import type { Actor } from '#domain/model/command.js';
import {
  personChangeBody,
  newPersonBody,
  peopleQuery,
  personEntry,
  personList,
} from '#contracts/http/people/person.js';
import { listPeople } from '#store/people/list-people.js';
import { IdempotencyKey } from '../shared/idempotency-key.decorator.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { OwnRolesPipe } from '../shared/allowed/own-roles.pipe.js';
import { Answers } from '../shared/answers.decorator.js';
import { CursorsService } from '../shared/cursors.service.js';
import { DatabaseService } from '../shared/database.service.js';
import { InstallationClockService } from '../shared/installation-clock.service.js';
import { requireExisting } from '../shared/input/require-existing.js';
import { DirectoryService } from '../shared/directory.service.js';
import { IdPipe } from '../shared/input/id.pipe.js';
import { IF_MATCH } from '../shared/input/if-match.decorator.js';
import { RequiredIfMatch } from '../shared/input/required-if-match.decorator.js';
import { Caller } from '../shared/caller/caller.decorator.js';
import { RequiresScope } from '../shared/caller/scope.decorator.js';
import { PeopleRegisterService } from './people-register.service.js';
import type { PersonEntry } from './person-entry.js';

const tag = 'People';

@Controller('people')
export class PeopleController {
  constructor(
    private readonly register: PeopleRegisterService,
    private readonly database: DatabaseService,
    private readonly installation: InstallationClockService,
    private readonly people: DirectoryService,
    private readonly cursors: CursorsService,
  ) {}

  /** Sorted by name. People who have left are listed with `active=false` only. */
  @Get()
  @Allowed('staff')
  @Header('Cache-Control', 'no-store')
  @Answers({
    tag,
    summary: 'People of the municipality and around it',
    ok: { 200: personList },
    refusals: ['forbidden'],
  })
  async list(
    @Query({ schema: peopleQuery }) query: z.output<typeof peopleQuery>,
    @Caller(OwnRolesPipe) actor: Actor,
  ): Promise<z.infer<typeof personList>> {
    const { active = true, limit = 50, cursor, ...filter } = query;
    requireExisting(await this.people.directory(), { units: { unit: filter.unit } });
    const on = await this.installation.today();
    const asked = { list: 'people', query: { ...filter, active } };
    const paging = { limit, cursor: this.cursors.read(asked, cursor) };
    const { rows, next } = await listPeople(this.database.manager, { ...filter, active, on }, paging);
    return { items: await this.register.entries(rows, actor), next: this.cursors.write(asked, next) };
  }

  @Get(':id')
  @Allowed('staff')
  @Header('Cache-Control', 'no-store')
  @Answers({ tag, summary: 'One person', ok: { 200: personEntry }, refusals: ['forbidden', 'not-found'] })
  async one(
    @Param('id', IdPipe) id: string,
    @Caller(OwnRolesPipe) actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PersonEntry> {
    return this.entryWithETag(id, actor, response);
  }

  @Post()
  @Allowed('staff')
  @RequiresScope('admin')
  @Header('Cache-Control', 'no-store')
  @Answers({
    tag,
    summary: 'Enter a person',
    ok: { 201: personEntry },
    refusals: ['forbidden', 'held', 'unknown-person', 'key-reused', 'too-large'],
  })
  async add(
    @Body({ schema: newPersonBody }) body: z.output<typeof newPersonBody>,
    @IdempotencyKey() key: string,
    @Caller(OwnRolesPipe) actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PersonEntry> {
    const id = await this.register.add(actor, key, body);
    response.status(HttpStatus.CREATED).setHeader('Location', `/api/v1/people/${encodeURIComponent(id)}`);
    return this.entryWithETag(id, actor, response);
  }

  /** Requires If-Match, so that of two simultaneous edits the second is refused instead of overwriting the first. */
  @Patch(':id')
  @Allowed('staff')
  @RequiresScope('admin')
  @Header('Cache-Control', 'no-store')
  @ApiHeader({
    name: 'If-Match',
    required: true,
    description: 'The ETag of the person as it was read, or *.',
    schema: { type: 'string', pattern: IF_MATCH },
  })
  @Answers({
    tag,
    summary: 'Change a person',
    ok: { 200: personEntry },
    refusals: ['forbidden', 'not-found', 'stale', 'already-closed', 'held', 'unknown-person', 'too-large'],
  })
  async change(
    @Param('id', IdPipe) id: string,
    @RequiredIfMatch() expectedVersion: number | undefined,
    @Body({ schema: personChangeBody }) body: z.output<typeof personChangeBody>,
    @Caller(OwnRolesPipe) actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PersonEntry> {
    await this.register.change(actor, id, expectedVersion, body);
    return this.entryWithETag(id, actor, response);
  }

  private async entryWithETag(id: string, actor: Actor, response: Response): Promise<PersonEntry> {
    const row = await this.register.requirePerson(id);
    const [entry] = await this.register.entries([row], actor);
    if (!entry) throw new Error('a person that was found has an entry');
    response.setHeader('ETag', `"${row.version}"`);
    return entry;
  }
}
