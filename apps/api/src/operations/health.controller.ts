import { Controller, Get, HttpStatus, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
import { noQuery } from '#contracts/http/shared/paging.js';
import { livenessView, readinessView } from '#contracts/http/operations.js';
import { readiness } from '#platform/health/readiness.js';
import { Answers } from '../shared/answers.decorator.js';
import { Public } from '../shared/caller/signed-in.guard.js';
import { ReadinessChecksService } from './readiness-checks.service.js';

@Controller('health')
@Public()
export class HealthController {
  constructor(private readonly checks: ReadinessChecksService) {}

  @Get('live')
  @Answers({ tag: 'Health', summary: 'The process runs', ok: { 200: livenessView }, public: true })
  live(@Query({ schema: noQuery }) _query: unknown): z.infer<typeof livenessView> {
    return { status: 'live' };
  }

  /** 503 with details until every part works and domain time has started. */
  @Get('ready')
  @Answers({
    tag: 'Health',
    summary: 'Everything works together',
    ok: { 200: readinessView, 503: readinessView },
    public: true,
  })
  async ready(
    @Res({ passthrough: true }) response: Response,
    @Query({ schema: noQuery }) _query: unknown,
  ): Promise<z.infer<typeof readinessView>> {
    const report = await readiness(this.checks.all());
    response.status(report.status === 'ready' ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    return report;
  }
}
