import { Body, Controller, Get, Patch } from '@nestjs/common';
import type { z } from 'zod';
import { ownSettings as ownSettingsView, ownSettingsChange } from '#contracts/http/access.js';
import { changeOwnSettings, ownSettings } from '#store/access/own-settings.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { DatabaseService } from '../shared/database.service.js';
import { Caller } from '../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';

type OwnSettings = z.output<typeof ownSettingsView>;

/** How people want their own pages. They change nothing of a case, and nobody else sees them. */
@Controller('me/settings')
export class OwnSettingsController {
  constructor(private readonly database: DatabaseService) {}

  @Get()
  @Allowed('signed-in')
  @Answers({ tag: 'Signing in', summary: 'How I want my pages', ok: { 200: ownSettingsView } })
  async read(@Caller() { user }: SignedInCaller): Promise<OwnSettings> {
    return ownSettingsView.parse(await ownSettings(this.database.manager, user.id));
  }

  /** What is not given stays as it is. */
  @Patch()
  @Allowed('signed-in')
  @Answers({
    tag: 'Signing in',
    summary: 'Change how I want my pages',
    ok: { 200: ownSettingsView },
    refusals: ['forbidden', 'too-large'],
  })
  async change(
    @Body({ schema: ownSettingsChange }) body: z.output<typeof ownSettingsChange>,
    @Caller() { user }: SignedInCaller,
  ): Promise<OwnSettings> {
    return ownSettingsView.parse(await changeOwnSettings(this.database.manager, user.id, body));
  }
}
