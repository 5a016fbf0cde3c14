import { Controller, Get, Param } from '@nestjs/common';
import type { z } from 'zod';
import { caseForms } from '#domain/next/forms/case-forms.js';
import { actorForCase, visibleAspects } from '#domain/policy/read-access.js';
import { caseFormList } from '#contracts/http/cases/deadline.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { Caller } from '../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';
import { CaseIdPipe } from '../shared/input/case-id.pipe.js';
import { RequestLanguage } from '../shared/input/language.decorator.js';
import type { Language } from '../shared/input/language.decorator.js';
import { CollaborationsService } from './collaborations.service.js';
import { conciseSchema, nameIn } from './views/next-view.js';

/** What somebody may fill in about a case, also where nobody waits for it. */
@Controller('collaborations/:id/forms')
export class FormsController {
  constructor(private readonly collaborations: CollaborationsService) {}

  /** Of questions, information, meetings, approvals and answers to handovers; what is due has its form in `next` as well. */
  @Get()
  @Allowed('staff')
  @Answers({
    tag: 'Collaborations',
    summary: 'Forms of a case that the caller may send now',
    ok: { 200: caseFormList },
    refusals: ['not-found', 'forbidden'],
  })
  async forms(
    @Param('id', CaseIdPipe) id: string,
    @Caller() caller: SignedInCaller,
    @RequestLanguage() language: Language,
  ): Promise<z.infer<typeof caseFormList>> {
    const stored = await this.collaborations.requireReadable(id, caller);
    if (!visibleAspects(stored.state, caller.actor).has('internal')) return { items: [] };
    const context = await this.collaborations.context(stored, caller, language, []);
    const forms = caseForms({ ...context, state: context.whole }, actorForCase(stored.state, caller.actor));
    return {
      items: forms.map(({ label, input, ...form }) => ({
        ...form,
        label: label[language],
        input: conciseSchema(input, language, nameIn(context.directory)),
      })),
    };
  }
}
