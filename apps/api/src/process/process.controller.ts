import { Controller, Get, Param } from '@nestjs/common';
import type { ProcessDocument } from '#domain/process/process-document.js';
import { processView } from '#contracts/http/process.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { RequestLanguage } from '../shared/input/language.decorator.js';
import type { Language } from '../shared/input/language.decorator.js';
import { refusedWith } from '../shared/refused.js';
import { localized } from '#platform/language.js';
import { ProcessesService } from './processes.service.js';

@Controller('process')
export class ProcessController {
  constructor(private readonly processes: ProcessesService) {}

  /** The version that new cases are pinned to, and a list of all versions. */
  @Get()
  @Allowed('signed-in')
  @Answers({ tag: 'Process', summary: 'The process in force, and all versions', ok: { 200: processView } })
  async newest(@RequestLanguage() language: Language): Promise<unknown> {
    const all = await this.processes.all();
    const versions = all.map(({ id, version, kind, validFrom }) => ({ id, version, kind, validFrom }));
    return { ...viewOf(await this.processes.newest(), language), versions };
  }

  @Get(':version')
  @Allowed('signed-in')
  @Answers({ tag: 'Process', summary: 'One version of the process', ok: { 200: processView }, refusals: ['not-found'] })
  async version(@Param('version') version: string, @RequestLanguage() language: Language): Promise<unknown> {
    const all = await this.processes.all();
    const document = all.find((it) => String(it.version) === version);
    if (!document)
      throw refusedWith('not-found', {
        nb: 'Prosessen har ingen slik versjon.',
        en: 'The process has no such version.',
      });
    return viewOf(document, language);
  }
}

const viewOf = (document: ProcessDocument, language: Language): object => localized(document, language) as object;
