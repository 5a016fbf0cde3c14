import { Body, Controller, Get, HttpStatus, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
import { canOpenCaseIn, hasCasesIn } from '#domain/policy/intake-rights.js';
import { openingBody } from '#contracts/http/cases/enquiry.js';
import type { OpeningRequest } from '#contracts/http/cases/enquiry.js';
import { caseQuery, caseView } from '#contracts/http/cases/case.js';
import type { CaseView } from '#contracts/http/cases/case.js';
import { IdempotencyKey } from '../shared/idempotency-key.decorator.js';
import { IntakeService } from './enquiries/intake.service.js';
import { OpeningsService } from './enquiries/openings.service.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { CaseIdPipe } from '../shared/input/case-id.pipe.js';
import { RequestLanguage } from '../shared/input/language.decorator.js';
import type { Language } from '../shared/input/language.decorator.js';
import { DirectoryService } from '../shared/directory.service.js';
import { refusedWith } from '../shared/refused.js';
import { Caller } from '../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';
import { CollaborationsService } from './collaborations.service.js';

@Controller('collaborations')
export class CollaborationsController {
  constructor(
    private readonly collaborations: CollaborationsService,
    private readonly openings: OpeningsService,
    private readonly intake: IntakeService,
    private readonly people: DirectoryService,
  ) {}

  /** Opens a case by those who have cases in the unit, also for a need with no entrepreneur yet. The caller becomes the owner. */
  @Post()
  @Allowed('staff')
  @Answers({
    tag: 'Collaborations',
    summary: 'Open a case',
    ok: { 201: caseView },
    refusals: ['forbidden', 'sensitive-number', 'too-large', 'out-of-range', 'unknown-person', 'key-reused'],
  })
  async open(
    @Body({ schema: openingBody }) body: OpeningRequest,
    @IdempotencyKey() key: string,
    @Caller() caller: SignedInCaller,
    @RequestLanguage() language: Language,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseView> {
    const { user } = caller;
    const unit = await this.unitOf(body, caller);
    if (!canOpenCaseIn(caller.actor, unit))
      throw refusedWith('forbidden', {
        nb: 'Bare førstelinjen og de som har saker i enheten, kan opprette en sak der.',
        en: 'Only the front line and those who have cases in the unit may open a case there.',
      });
    const events = await this.openings.open({
      ...body,
      area: body.area ?? null,
      caller: user.id,
      key,
      request: { route: 'POST /collaborations', body },
      owner: user.id,
      unit,
      isReceived: !hasCasesIn(caller.actor, unit),
    });
    const [received] = events;
    if (received?.type !== 'enquiryReceived') throw new Error('a history begins with enquiryReceived');
    const { id } = received.data;
    const stored = await this.collaborations.requireReadable(id, caller);
    response.status(HttpStatus.CREATED).setHeader('Location', `/api/v1/collaborations/${id}`);
    response.setHeader('ETag', `"${stored.state.version}"`);
    return this.collaborations.view(stored, caller, language);
  }

  @Get(':id')
  @Allowed('signed-in')
  @Answers({ tag: 'Collaborations', summary: 'One case', ok: { 200: caseView }, refusals: ['not-found', 'forbidden'] })
  async one(
    @Param('id', CaseIdPipe) id: string,
    @Query({ schema: caseQuery }) { as }: z.output<typeof caseQuery>,
    @Caller() caller: SignedInCaller,
    @RequestLanguage() language: Language,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseView> {
    const stored = await this.collaborations.requireReadable(id, caller);
    response.setHeader('ETag', `"${stored.state.version}"`);
    return this.collaborations.view(stored, this.collaborations.seenAs(caller, stored, as), language);
  }

  /** The requested unit, else the area's, else the caller's own. */
  private async unitOf({ unit, area }: OpeningRequest, { user }: SignedInCaller): Promise<string> {
    const { units } = await this.people.directory();
    const canHoldCases = (id: string): boolean => units.some((it) => it.id === id && it.holdsCases);
    if (unit !== undefined && !canHoldCases(unit)) {
      throw refusedWith(
        'unknown-person',
        { nb: `«${unit}» er ingen enhet som kan ha saker.`, en: `"${unit}" is no unit that can have cases.` },
        [{ pointer: '/unit', detail: 'is no unit that can hold a case' }],
      );
    }
    const areaUnit = area === undefined ? undefined : await this.intake.unitFor(area);
    if (unit !== undefined) return unit;
    return areaUnit ?? (canHoldCases(user.unit) ? user.unit : this.intake.unitFor(undefined));
  }
}
