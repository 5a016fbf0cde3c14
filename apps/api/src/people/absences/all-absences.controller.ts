import { Controller, Get } from '@nestjs/common';
import type { z } from 'zod';
import { allAbsencesList } from '#contracts/http/people/absence.js';
import { Allowed } from '../../shared/allowed/allowed.decorator.js';
import { Answers } from '../../shared/answers.decorator.js';
import { RequiresScope } from '../../shared/caller/scope.decorator.js';
import { RequestLanguage } from '../../shared/input/language.decorator.js';
import type { Language } from '../../shared/input/language.decorator.js';
import { AbsencesService } from './absences.service.js';

@Controller('absences')
@RequiresScope('admin')
export class AllAbsencesController {
  constructor(private readonly absences: AbsencesService) {}

  /** Those of today and to come, first the one that begins first. */
  @Get()
  @Allowed('admin')
  @Answers({
    tag: 'Absences',
    summary: 'Who is away now, and who will be',
    ok: { 200: allAbsencesList },
    refusals: ['forbidden'],
  })
  async list(@RequestLanguage() language: Language): Promise<z.infer<typeof allAbsencesList>> {
    return { items: await this.absences.all(language), next: null };
  }
}
