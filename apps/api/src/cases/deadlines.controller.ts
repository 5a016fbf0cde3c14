import { Controller, Get, Param } from '@nestjs/common';
import type { z } from 'zod';
import { deadlineLabel } from '#domain/deadline/deadline-label.js';
import { explainDeadline } from '#domain/deadline/explain-deadline.js';
import { visibleAspects } from '#domain/policy/read-access.js';
import { shownDeadlines } from '#domain/policy/visibility.js';
import { isTextKey } from '#domain/model/text-key.js';
import { shownCase } from '#domain/policy/not-yet-known.js';
import { textKeysIn } from '#contracts/http/shared/private-texts.js';
import { deadlineList, deadlineExplanationView } from '#contracts/http/cases/deadline.js';
import { eventsAfter } from '#store/cases/history/read-events.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { CaseIdPipe } from '../shared/input/case-id.pipe.js';
import { DatabaseService } from '../shared/database.service.js';
import { RequestLanguage } from '../shared/input/language.decorator.js';
import type { Language } from '../shared/input/language.decorator.js';
import { refusedWith } from '../shared/refused.js';
import { Caller } from '../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';
import { redacted } from './views/case-context.js';
import { CollaborationsService } from './collaborations.service.js';
import { deadlineView } from './views/deadline-view.js';

@Controller('collaborations/:id/deadlines')
export class DeadlinesController {
  constructor(
    private readonly collaborations: CollaborationsService,
    private readonly database: DatabaseService,
  ) {}

  @Get()
  @Allowed('signed-in')
  @Answers({
    tag: 'Collaborations',
    summary: 'All deadlines of a case, open and ended',
    ok: { 200: deadlineList },
    refusals: ['not-found'],
  })
  async all(
    @Param('id', CaseIdPipe) id: string,
    @Caller() caller: SignedInCaller,
    @RequestLanguage() language: Language,
  ): Promise<z.infer<typeof deadlineList>> {
    const stored = await this.collaborations.requireReadable(id, caller);
    const reads = visibleAspects(stored.state, caller.actor);
    const keys = await this.collaborations.shownTextKeys(stored, reads);
    const context = redacted(await this.collaborations.context(stored, caller, language, keys));
    return {
      items: shownDeadlines(context.state, reads).map((deadline) => deadlineView(deadline, context)),
      next: null,
    };
  }

  @Get(':deadlineId/why')
  @Allowed('signed-in')
  @Answers({
    tag: 'Collaborations',
    summary: 'Why a deadline falls on its date',
    ok: { 200: deadlineExplanationView },
    refusals: ['not-found'],
  })
  async why(
    @Param('id', CaseIdPipe) id: string,
    @Param('deadlineId') deadlineId: string,
    @Caller() caller: SignedInCaller,
    @RequestLanguage() language: Language,
  ): Promise<z.infer<typeof deadlineExplanationView>> {
    const stored = await this.collaborations.requireReadable(id, caller);
    const reads = visibleAspects(stored.state, caller.actor);
    const state = shownCase(stored.state, reads);
    const deadline = shownDeadlines(state, reads).find((it) => it.id === deadlineId);
    const canReadText = reads.has('shared');
    const context = await this.collaborations.context(
      stored,
      caller,
      language,
      canReadText ? textKeysIn(deadline?.moved) : [],
    );
    const found = explainDeadline(context.document, state, deadlineId);
    if (!deadline || !found)
      throw refusedWith('not-found', { nb: 'Saken har ingen slik frist.', en: 'The case has no such deadline.' });
    const [basis] = await eventsAfter(this.database.manager, id, found.basis.event - 1, 1);
    const rule = context.document.deadlines[deadline.kind];
    const reasonText = (reason: string): string | null =>
      isTextKey(reason) ? textOrNull(context.texts.get(reason)) : reason;
    return {
      basis: { event: found.basis.event, type: basis?.type ?? '', at: found.basis.at },
      rule: found.rule,
      label: deadlineLabel(context.document, deadline.id)?.[language] ?? deadline.kind,
      count: found.count,
      calendar: found.calendar,
      skipped: [...found.skipped],
      paused: [...found.paused],
      moved: found.moved.map(({ from, to, by, reason }) => ({ from, to, by, reason: reasonText(reason) })),
      source: [rule?.source, rule?.holidaySource].filter((it) => it !== undefined).join('. ') || null,
      dueOn: deadline.dueOn,
    };
  }
}

const textOrNull = (text: unknown): string | null => (typeof text === 'string' ? text : null);
