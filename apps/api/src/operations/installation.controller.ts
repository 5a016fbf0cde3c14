import { Controller, Get } from '@nestjs/common';
import type { z } from 'zod';
import { installationView } from '#contracts/http/operations.js';
import { Answers } from '../shared/answers.decorator.js';
import { Public } from '../shared/caller/signed-in.guard.js';
import { SettingsService } from '../shared/settings.service.js';

@Controller('installation')
export class InstallationController {
  constructor(private readonly settings: SettingsService) {}

  @Get()
  @Public()
  @Answers({ tag: 'Health', summary: 'Whose installation this is', ok: { 200: installationView }, public: true })
  show(): z.infer<typeof installationView> {
    return { municipality: this.settings.config.STAFETT_MUNICIPALITY ?? null };
  }
}
