import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { signInBody } from '#contracts/http/views/common.js';
import { userOf } from '#registers/people.js';
import { Answers } from '../openapi/answers.js';
import { People } from '../parts/people.js';
import { refusedWith } from '../problems/refused.js';
import { Sessions } from './sessions.js';
import { Public } from './signed-in.guard.js';

/** Sign-in by choosing a user: in the embedded demonstration only, absent otherwise. */
@Controller('demo')
export class DemoSignInController {
  constructor(
    private readonly people: People,
    private readonly sessions: Sessions,
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
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const user = userOf(await this.people.directory(), id);
    if (!user) throw refusedWith('unknown-person', `Demoen har ingen bruker «${id}».`);
    await this.sessions.begin({ request, response, person: user.id, method: 'demo' });
  }
}
