import { Controller, Get, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { visibleAspects } from '#domain/policy/read-access.js';
import { shownCase } from '#domain/policy/not-yet-known.js';
import { handoverDetail, handoverPrefill, prefillQuery } from '#contracts/http/cases/handover.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { Caller } from '../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';
import { CaseIdPipe } from '../shared/input/case-id.pipe.js';
import { RequestLanguage } from '../shared/input/language.decorator.js';
import type { Language } from '../shared/input/language.decorator.js';
import { refusedWith } from '../shared/refused.js';
import { CollaborationsService } from './collaborations.service.js';
import { AttachmentsService } from './documents/attachments.service.js';
import { handoverDetailView, textKeysOfHandover } from './pages/handover-detail-view.js';
import { prefillView } from './pages/prefill-view.js';

/** The handovers of one case: each at its own address, and what the next one would say. */
@Controller('collaborations/:id/handovers')
export class CaseHandoversController {
  constructor(
    private readonly collaborations: CollaborationsService,
    private readonly attachments: AttachmentsService,
  ) {}

  /** What the case knows of the package, part by part; what is left is for people to write. */
  @Get('prefill')
  @Allowed('staff')
  @Answers({
    tag: 'Handovers',
    summary: 'A draft of the next handover, filled in from the case',
    ok: { 200: handoverPrefill },
    refusals: ['not-found', 'forbidden'],
  })
  async prefill(
    @Param('id', CaseIdPipe) id: string,
    @Query({ schema: prefillQuery }) { toPhase }: z.output<typeof prefillQuery>,
    @Caller() caller: SignedInCaller,
    @RequestLanguage() language: Language,
  ): Promise<z.infer<typeof handoverPrefill>> {
    const stored = await this.collaborations.requireReadable(id, caller);
    const reads = visibleAspects(stored.state, caller.actor);
    if (!reads.has('internal'))
      throw refusedWith('forbidden', {
        nb: 'Utkastet er bare for dem som arbeider med saken.',
        en: 'The draft is only for those who work on the case.',
      });
    const state = shownCase(stored.state, reads);
    const previous = state.handovers.at(-1);
    const keys = previous ? textKeysOfHandover(state, previous) : [];
    return prefillView(await this.collaborations.context(stored, caller, language, keys), toPhase);
  }

  @Get(':handoverId')
  @Allowed('signed-in')
  @Answers({ tag: 'Handovers', summary: 'One handover', ok: { 200: handoverDetail }, refusals: ['not-found'] })
  async one(
    @Param('id', CaseIdPipe) id: string,
    @Param('handoverId') handoverId: string,
    @Caller() caller: SignedInCaller,
    @RequestLanguage() language: Language,
  ): Promise<z.infer<typeof handoverDetail>> {
    const stored = await this.collaborations.requireReadable(id, caller);
    const reads = visibleAspects(stored.state, caller.actor);
    const state = shownCase(stored.state, reads);
    const handover = state.handovers.find((it) => it.id === handoverId);
    if (!handover)
      throw refusedWith('not-found', {
        nb: 'Saken har ingen slik overlevering.',
        en: 'The case has no such handover.',
      });
    const isInside = reads.has('internal');
    const keys = isInside ? textKeysOfHandover(state, handover) : [];
    const attachments = await this.attachments.of(stored, handover, caller.actor);
    return handoverDetailView(handover, await this.collaborations.context(stored, caller, language, keys), attachments);
  }
}
