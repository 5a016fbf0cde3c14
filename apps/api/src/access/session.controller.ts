import { Controller, Get, HttpStatus, Post, Req, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { me } from '#contracts/http/access.js';
import { isFormRequest } from '#platform/input/request-body.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { CONTENT_SECURITY_POLICY } from '../shared/html-page.js';
import { Caller } from '../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';
import { OidcSignOutService } from './oidc/oidc-sign-out.service.js';
import { SessionsService } from './sessions.service.js';
import { signedOutPage } from './session-pages.js';
import { Public } from '../shared/caller/signed-in.guard.js';

@Controller()
export class SessionController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly signOutAddress: OidcSignOutService,
  ) {}

  @Get('me')
  @Allowed('signed-in')
  @Answers({ tag: 'Signing in', summary: 'Who is signed in', ok: { 200: me } })
  me(@Caller() { user }: SignedInCaller): z.infer<typeof me> {
    const roles = [...new Set(user.grants.map(({ role }) => role))];
    return { user: user.id, name: user.name, units: [user.unit], roles, staff: user.staff };
  }

  /**
   * Signing out twice succeeds. After a sign-in at an issuer, `Location` is the issuer's sign-out page; a browser that
   * accepts HTML is redirected there. A posted form gets a page, with a link to the issuer: browsers that apply
   * `form-action` to redirects would not follow one.
   */
  @Post('sign-out')
  @Public()
  @ApiProduces('text/html')
  @Answers({
    tag: 'Signing in',
    summary: 'Sign out',
    ok: { 200: z.string(), 204: null, 303: null },
    refusals: ['forbidden'],
    public: true,
  })
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<string | undefined> {
    const idToken = await this.sessions.end({ request, response });
    const signOutUrl = idToken && (await this.signOutAddress.urlAfter(idToken));
    response.setHeader('Clear-Site-Data', '"cache", "storage"');
    if (isFormRequest(request)) {
      response.status(HttpStatus.OK).type('html').setHeader('Content-Security-Policy', CONTENT_SECURITY_POLICY);
      return signedOutPage(signOutUrl);
    }
    if (signOutUrl) response.setHeader('Location', signOutUrl);
    const redirects = signOutUrl !== undefined && request.accepts(['json', 'html']) === 'html';
    response.status(redirects ? HttpStatus.SEE_OTHER : HttpStatus.NO_CONTENT);
    return undefined;
  }
}
