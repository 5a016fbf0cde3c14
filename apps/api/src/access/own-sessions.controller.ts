import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import type { z } from 'zod';
import { sessionList } from '#contracts/http/access.js';
import { isUuid } from '#platform/input/uuid.js';
import { audit } from '#store/audit/audit.js';
import { endSessionById, endSessionsOf, sessionsOf } from '#store/access/sessions.js';
import type { OwnSession } from '#store/access/sessions.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { DatabaseService } from '../shared/database.service.js';
import { SettingsService } from '../shared/settings.service.js';
import { refusedWith } from '../shared/refused.js';
import { Caller } from '../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';

/** Shows people where they are signed in and lets them end sessions that they do not recognise. */
@Controller('me/sessions')
export class OwnSessionsController {
  constructor(
    private readonly database: DatabaseService,
    private readonly settings: SettingsService,
  ) {}

  @Get()
  @Allowed('signed-in')
  @Answers({ tag: 'Signing in', summary: 'Where I am signed in', ok: { 200: sessionList } })
  async list(@Caller() { user, sessionHash: currentHash }: SignedInCaller): Promise<z.infer<typeof sessionList>> {
    const { STAFETT_SESSION_IDLE_MINUTES: idle } = this.settings.config;
    const found = await sessionsOf(this.database.manager, user.id, idle);
    return { items: found.map((session) => viewOf(session, currentHash)), next: null };
  }

  @Delete(':id')
  @Allowed('signed-in')
  @HttpCode(204)
  @Answers({
    tag: 'Signing in',
    summary: 'End one of my sessions',
    ok: { 204: null },
    refusals: ['not-found', 'forbidden'],
  })
  async end(@Caller() { user }: SignedInCaller, @Param('id') id: string): Promise<void> {
    const ended = await this.endAudited(user.id, async (manager) =>
      isUuid(id) && (await endSessionById(manager, user.id, id)) ? 1 : 0,
    );
    if (ended === 0) throw refusedWith('not-found', { nb: 'Økten finnes ikke.', en: 'The session does not exist.' });
  }

  @Delete()
  @Allowed('signed-in')
  @HttpCode(204)
  @Answers({ tag: 'Signing in', summary: 'End all my other sessions', ok: { 204: null }, refusals: ['forbidden'] })
  async endOthers(@Caller() { user, sessionHash }: SignedInCaller): Promise<void> {
    await this.endAudited(user.id, (manager) => endSessionsOf(manager, user.id, sessionHash));
  }

  private async endAudited(
    person: string,
    end: (manager: DatabaseService['manager']) => Promise<number>,
  ): Promise<number> {
    return this.database.manager.transaction(async (manager) => {
      const count = await end(manager);
      if (count > 0) await audit(manager, { kind: 'sessionsEnded', by: person, subject: person, detail: { count } });
      return count;
    });
  }
}

const viewOf = (
  { id, hash, startedAt, lastSeenAt, method, browser }: OwnSession,
  currentHash: string | undefined,
): z.infer<typeof sessionList>['items'][number] => ({
  id,
  startedAt: startedAt.toISOString(),
  lastSeenAt: lastSeenAt.toISOString(),
  method: method as 'demo' | 'oidc' | 'link',
  browser,
  current: hash === currentHash,
});
