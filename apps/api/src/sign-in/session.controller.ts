import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { noQuery } from '#contracts/http/queries.js';
import { me } from '#contracts/http/views/common.js';
import { clearCookie, readCookie } from '#platform/session/cookie.js';
import { hashOfToken } from '#platform/session/token.js';
import { closeSession } from '#registers/sessions.js';
import { Answers } from '../openapi/answers.js';
import { Database } from '../parts/database.js';
import { Settings } from '../parts/settings.js';
import { Caller } from './caller.js';
import type { SignedIn } from './caller.js';
import { Public } from './signed-in.guard.js';

@Controller()
export class SessionController {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  @Get('me')
  @Answers({ tag: 'Signing in', summary: 'Who is signed in', ok: { 200: me } })
  me(@Caller() { user }: SignedIn, @Query({ schema: noQuery }) _query: unknown): z.infer<typeof me> {
    const roles = [...new Set(user.grants.map(({ role }) => role))];
    return { user: user.id, name: user.name, units: [user.unit], roles };
  }

  /** Signing out twice is fine. */
  @Post('sign-out')
  @Public()
  @HttpCode(204)
  @Answers({ tag: 'Signing in', summary: 'Sign out', ok: { 204: null }, public: true })
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const token = readCookie(request, this.settings.cookie.name);
    if (token) await closeSession(this.database.manager, hashOfToken(token));
    clearCookie(response, this.settings.cookie);
  }
}
