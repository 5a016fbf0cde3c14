import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
import { signInBody } from '#contracts/http/views/common.js';
import { setCookie } from '#platform/session/cookie.js';
import { hashOfToken, newToken } from '#platform/session/token.js';
import { userOf } from '#registers/people.js';
import { openSession } from '#registers/sessions.js';
import { Answers } from '../openapi/answers.js';
import { Database } from '../parts/database.js';
import { People } from '../parts/people.js';
import { Settings } from '../parts/settings.js';
import { refusedWith } from '../problems/refused.js';
import { Public } from './signed-in.guard.js';

/** Wall time: a working day. */
const SESSION_SECONDS = 12 * 60 * 60;

/** Sign-in by choosing a user: in the embedded demonstration only, absent otherwise. */
@Controller('demo')
export class DemoSignInController {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly settings: Settings,
  ) {}

  @Post('sign-in')
  @Public()
  @HttpCode(204)
  @Answers({
    tag: 'Signing in',
    summary: 'Sign in as a demo user',
    ok: { 204: null },
    refusals: ['unknown-person'],
    public: true,
  })
  async signIn(
    @Body({ schema: signInBody }) { user: id }: z.output<typeof signInBody>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const user = userOf(await this.people.directory(), id);
    if (!user || user.left) throw refusedWith('unknown-person', `Demoen har ingen bruker «${id}».`);
    const token = newToken();
    const expiresAt = new Date(Date.now() + SESSION_SECONDS * 1000);
    await openSession(this.database.manager, { hash: hashOfToken(token), person: user.id, expiresAt });
    setCookie(response, this.settings.cookie, token, SESSION_SECONDS);
  }
}
