import { Body, Controller, Get, HttpCode, HttpStatus, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExtension, ApiProduces } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { signInLinkBody, signInLinkRequested, signInLinkState } from '#contracts/http/access.js';
import { emptyBody } from '#contracts/http/shared/paging.js';
import type { Label } from '#domain/process/process-document.js';
import { isFormRequest } from '#platform/input/request-body.js';
import type { Logger } from '#platform/logger.js';
import { hashOfToken } from '#platform/session/token.js';
import { auditFailedSignIn } from '#store/audit/audit.js';
import { LINK_LIFETIME_MINUTES, isSignInLinkValid, consumeSignInLink } from '#store/access/sign-in-links.js';
import { Answers } from '../../shared/answers.decorator.js';
import { DatabaseService } from '../../shared/database.service.js';
import { InstallationClockService } from '../../shared/installation-clock.service.js';
import { refusedWith } from '../../shared/refused.js';
import { SessionsService } from '../sessions.service.js';
import { LOG } from '../../shared/log-token.js';
import { RateLimitsService } from '../../shared/rate-limits.service.js';
import { RequestLanguage } from '../../shared/input/language.decorator.js';
import type { Language } from '../../shared/input/language.decorator.js';
import { OpenedByPeople } from '../../shared/input/undeclared-query.guard.js';
import { Public } from '../../shared/caller/signed-in.guard.js';
import { LINK_PAGE_HEADERS, linkPage } from '../link-page.js';
import { SignInLinksService, SIGN_IN_PURPOSE } from './sign-in-links.service.js';

const LINK_MAY_COME: Label = {
  nb: 'Hvis adressen er kjent hos oss, kommer det en e-post med en lenke.',
  en: 'If we know the address, an e-mail with a link comes.',
};

const keyOf = (token: string) => ({ hash: hashOfToken(token), purpose: SIGN_IN_PURPOSE });

/** Signing in without an account: requesting a link, opening its page and pressing its button. */
@Controller('sign-in-links')
@Public()
export class SignInLinksController {
  constructor(
    private readonly database: DatabaseService,
    private readonly installation: InstallationClockService,
    private readonly sessions: SessionsService,
    private readonly links: SignInLinksService,
    private readonly limits: RateLimitsService,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Gives the same answer in the same time whether or not the address is registered. */
  @Post()
  @HttpCode(202)
  @Answers({
    tag: 'Signing in',
    summary: 'Ask for a sign-in link by e-mail',
    ok: { 202: signInLinkRequested },
    refusals: ['slow-down', 'too-large'],
    public: true,
  })
  async ask(
    @Body({ schema: signInLinkBody }) { email }: z.output<typeof signInLinkBody>,
    @Req() request: Request,
    @RequestLanguage() language: Language,
  ): Promise<z.infer<typeof signInLinkRequested>> {
    await this.limits.allLinksRequested.take(request.ip ?? '');
    await this.limits.linksRequested.take(`${request.ip} ${email}`);
    this.links.sendIfRegistered(email);
    return {
      text: LINK_MAY_COME[language],
      minutes: LINK_LIFETIME_MINUTES,
    };
  }

  /** Does not use the link up, because mail filters open it before the reader does. */
  @Get(':token')
  @OpenedByPeople()
  @ApiProduces('application/json', 'text/html')
  @Answers({ tag: 'Signing in', summary: 'The page of a sign-in link', ok: { 200: signInLinkState }, public: true })
  async show(
    @Param('token') token: string,
    @RequestLanguage() language: Language,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<z.infer<typeof signInLinkState> | string> {
    const works = await isSignInLinkValid(this.database.manager, keyOf(token), await this.installation.today());
    response.set(LINK_PAGE_HEADERS).vary('Accept').vary('Accept-Language');
    if (request.accepts(['html', 'json']) === 'json') return { works };
    response.type('html');
    return linkPage(works, language);
  }

  /** Signs in; a link works once. A posted form is redirected to the front page. */
  @Post(':token')
  @OpenedByPeople()
  @ApiExtension('x-refusal-page', true)
  @HttpCode(204)
  @Answers({
    tag: 'Signing in',
    summary: 'Sign in with a link',
    ok: { 204: null, 303: null },
    refusals: ['not-found', 'forbidden', 'slow-down', 'too-large'],
    public: true,
  })
  async use(
    @Param('token') token: string,
    @Body({ schema: emptyBody }) _body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    response.set(LINK_PAGE_HEADERS);
    const { manager } = this.database;
    const used = await consumeSignInLink(manager, keyOf(token), await this.installation.today());
    if ('dead' in used) {
      await this.limits.invalidLinks.take(request.ip ?? '');
      if (used.of === undefined) this.log.info({ method: 'link' }, 'a link that nobody was sent');
      else await auditFailedSignIn(manager, { method: 'link', reason: used.dead, subject: used.of });
      throw refusedWith('not-found', {
        nb: 'Lenken virker ikke lenger. Be om en ny.',
        en: 'The link no longer works. Ask for a new one.',
      });
    }
    await this.sessions.begin({ request, response, person: used.person, method: 'link' });
    if (isFormRequest(request)) response.status(HttpStatus.SEE_OTHER).setHeader('Location', '/');
  }
}
