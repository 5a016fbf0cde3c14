import { Controller, Get } from '@nestjs/common';
import type { z } from 'zod';
import { clockView } from '#contracts/http/operations.js';
import { Answers } from '../shared/answers.decorator.js';
import { InstallationClockService } from '../shared/installation-clock.service.js';
import { SettingsService } from '../shared/settings.service.js';
import { Public } from '../shared/caller/signed-in.guard.js';

@Controller('clock')
export class ClockController {
  constructor(
    private readonly installation: InstallationClockService,
    private readonly settings: SettingsService,
  ) {}

  @Get()
  @Public()
  @Answers({ tag: 'Calendar', summary: 'Domain time', ok: { 200: clockView }, public: true })
  async clock(): Promise<z.infer<typeof clockView>> {
    const clock = await this.installation.clock();
    const demonstration = this.settings.config.STAFETT_DEMO_SIGN_IN === 'on';
    return { now: await this.installation.now(), speed: clock?.speed ?? 1, demonstration };
  }
}
