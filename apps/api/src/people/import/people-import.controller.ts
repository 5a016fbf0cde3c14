import { Body, Controller, Header, HttpCode, HttpStatus, Post } from '@nestjs/common';
import type { z } from 'zod';
import { importBody, importReport } from '#contracts/http/people/people-import.js';
import { RequestLanguage } from '../../shared/input/language.decorator.js';
import type { Language } from '../../shared/input/language.decorator.js';
import { IdempotencyKey } from '../../shared/idempotency-key.decorator.js';
import { Allowed } from '../../shared/allowed/allowed.decorator.js';
import { Answers } from '../../shared/answers.decorator.js';
import { Caller } from '../../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../../shared/caller/caller.decorator.js';
import { RequiresScope } from '../../shared/caller/scope.decorator.js';
import { PeopleImportService } from './people-import.service.js';

@Controller('people/import')
export class PeopleImportController {
  constructor(private readonly imports: PeopleImportService) {}

  /**
   * Imports CSV with a header line; docs/people.md describes its columns. The report says for each row what was done,
   * or in a dry run would be done. If any row is refused, nothing is written.
   */
  @Post()
  @Allowed('admin')
  @RequiresScope('admin')
  @HttpCode(HttpStatus.OK)
  @Header('Cache-Control', 'no-store')
  @Answers({
    tag: 'People',
    summary: 'Take in units, people and roles from a sheet',
    ok: { 200: importReport },
    refusals: ['forbidden', 'too-large', 'key-reused'],
  })
  take(
    @Body({ schema: importBody }) body: z.output<typeof importBody>,
    @IdempotencyKey() key: string,
    @Caller() { user }: SignedInCaller,
    @RequestLanguage() language: Language,
  ): Promise<z.infer<typeof importReport>> {
    return this.imports.importSheet(user.id, key, body, language);
  }
}
