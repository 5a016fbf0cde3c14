import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { signInBody } from '#contracts/http/access.js';
import { auditFailedSignIn } from '#store/audit/audit.js';
import { findUser } from '#domain/people/directory-lookup.js';
import { Answers } from '../shared/answers.decorator.js';
import { DatabaseService } from '../shared/database.service.js';
import { DirectoryService } from '../shared/directory.service.js';
import { refusedWith } from '../shared/refused.js';
import { SessionsService } from './sessions.service.js';
import { RateLimitsService } from '../shared/rate-limits.service.js';
import { Public } from '../shared/caller/signed-in.guard.js';

/** Sign-in by choosing a user. The route exists in the embedded demonstration only. */
@Controller('demo')
export class DemoSignInController {
  constructor(
    private readonly database: DatabaseService,
    private readonly people: DirectoryService,
    private readonly sessions: SessionsService,
    private readonly limits: RateLimitsService,
  ) {}

  @Post('sign-in')
  @Public()
  @HttpCode(204)
  @Answers({
    tag: 'Signing in',
    summary: 'Sign in as a demo user',
    ok: { 204: null },
    refusals: ['unknown-person', 'forbidden', 'slow-down', 'too-large'],
    public: true,
  })
  async signIn(
    @Body({ schema: signInBody }) { user: id }: z.output<typeof signInBody>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.limits.demoSignIns.take(request.ip ?? '');
    const user = findUser(await this.people.directory(), id);
    if (!user) {
      await auditFailedSignIn(this.database.manager, { method: 'demo', reason: 'unknown-person' });
      throw refusedWith('unknown-person', {
        nb: `Demoen har ingen bruker «${id}».`,
        en: `The demonstration has no user "${id}".`,
      });
    }
    await this.sessions.begin({ request, response, person: user.id, method: 'demo' });
  }
}
