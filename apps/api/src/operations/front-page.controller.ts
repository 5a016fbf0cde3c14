import { Controller, Get, Header, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { escapeHtml } from '#platform/escape-html.js';
import { CONTENT_SECURITY_POLICY, htmlPage } from '../shared/html-page.js';
import type { RequestWithCaller } from '../shared/caller/caller.decorator.js';
import { CallersService } from '../shared/caller/callers.service.js';
import { OpenedByPeople } from '../shared/input/undeclared-query.guard.js';
import { Public } from '../shared/caller/signed-in.guard.js';

/** The page at `/`, also shown after signing in and out. */
@Controller()
@OpenedByPeople()
@ApiExcludeController()
export class FrontPageController {
  constructor(private readonly callers: CallersService) {}

  @Get()
  @Public()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', CONTENT_SECURITY_POLICY)
  async show(@Req() request: RequestWithCaller): Promise<string> {
    const caller = await this.callers.identify(request);
    return htmlPage('Stafett', caller ? linksForUser(caller.user.name) : SIGN_IN_LINKS);
  }
}

const linksForUser = (name: string): string =>
  `<p>Du er logget inn som ${escapeHtml(name)}.</p><ul>
<li><a href="/api/v1/collaborations">Sakene dine</a></li>
<li><a href="/api/v1/me/work">Det du skal gjøre</a></li>
<li><a href="/api/v1/me/sessions">Der du er logget inn</a></li></ul>
<form method="post" action="/api/v1/sign-out"><button type="submit">Logg ut</button></form>`;

const SIGN_IN_LINKS = `<p>Du er ikke logget inn.</p><ul>
<li><a href="/api/v1/sign-in?returnTo=/">Logg inn som ansatt</a></li>
<li><a href="/api/v1/sign-in?as=contact&amp;returnTo=/">Logg inn som sosial entreprenør</a></li></ul>
<p>Har du ingen innlogging, kan du be om en lenke på e-post fra den du har kontakt med i kommunen.</p>`;
