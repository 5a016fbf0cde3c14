import { Controller, Get, Param } from '@nestjs/common';
import { personalData } from '#contracts/http/privacy.js';
import type { PersonalData } from '#contracts/http/privacy.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { Caller } from '../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';
import { RequiresScope } from '../shared/caller/scope.decorator.js';
import { IdPipe } from '../shared/input/id.pipe.js';
import { PersonalDataService } from './personal-data.service.js';

@Controller('people/:id/personal-data')
@RequiresScope('admin')
export class PersonalDataController {
  constructor(private readonly data: PersonalDataService) {}

  /** Exports everything stored about a person. Each export is logged. */
  @Get()
  @Allowed('self', 'personvern', 'admin')
  @Answers({
    tag: 'Privacy',
    summary: 'Everything that is held of a person',
    ok: { 200: personalData },
    refusals: ['forbidden', 'not-found'],
  })
  export(@Param('id', IdPipe) id: string, @Caller() { user }: SignedInCaller): Promise<PersonalData> {
    return this.data.export(id, user.id);
  }
}
