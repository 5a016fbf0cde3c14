import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
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
  live(): z.infer<typeof livenessView> {
    return { status: 'live' };
  }

  /**
   * Answers 503, with the state of each part, until all parts work and the installation's clock has been started. `degraded`
   * is 200: some case needs the operator, and the others go on.
   */
  @Get('ready')
  @Answers({
    tag: 'Health',
    summary: 'Everything works together',
    ok: { 200: readinessView, 503: readinessView },
    public: true,
  })
  async ready(@Res({ passthrough: true }) response: Response): Promise<z.infer<typeof readinessView>> {
    const report = await readiness(this.checks.all());
    const isReady = report.status !== 'not-ready';
    response.status(isReady ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    if (!isReady) response.setHeader('Retry-After', '2');
    return report;
  }
}
