import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiExtension, ApiProduces } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { callbackQuery, signInQuery } from '#contracts/http/access.js';
import { comesFromAnotherSite } from '#platform/input/cross-site.js';
import type { Logger } from '#platform/logger.js';
import type { RateLimit } from '#platform/rate-limit.js';
import { auditFailedSignIn } from '#store/audit/audit.js';
import { Answers } from '../../shared/answers.decorator.js';
import { DatabaseService } from '../../shared/database.service.js';
import { CONTENT_SECURITY_POLICY } from '../../shared/html-page.js';
import { LOG } from '../../shared/log-token.js';
import { SettingsService } from '../../shared/settings.service.js';
import { refusedWith } from '../../shared/refused.js';
import { SessionsService } from '../sessions.service.js';
import { signInPage } from '../session-pages.js';
import { RateLimitsService } from '../../shared/rate-limits.service.js';
import { OpenedByPeople } from '../../shared/input/undeclared-query.guard.js';
import { Public } from '../../shared/caller/signed-in.guard.js';
import { toSignInFailure, SignInFailure } from './sign-in-failure.js';
import { isIssuerUnreachable, issuerUnavailable } from './issuer-unreachable.js';
import { OidcSignInService } from './oidc-sign-in.service.js';
import { resolvePerson } from './resolve-person.js';

const METHOD = 'oidc';

/** Signing in at the OIDC issuer for staff or at the one for entrepreneurs' contacts. */
@Controller('sign-in')
@OpenedByPeople()
@ApiExtension('x-refusal-page', true)
@Public()
export class SignInController {
  constructor(
    private readonly database: DatabaseService,
    private readonly settings: SettingsService,
    private readonly signIn: OidcSignInService,
    private readonly sessions: SessionsService,
    private readonly limits: RateLimitsService,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Whoever is sent here by another site's page is asked first: no session begins without their doing. */
  @Get()
  @ApiProduces('text/html')
  @Answers({
    tag: 'Signing in',
    summary: 'Sign in at an issuer',
    ok: { 200: z.string(), 302: null },
    refusals: ['not-found', 'slow-down'],
    public: true,
  })
  async begin(
    @Query({ schema: signInQuery }) { as: key, returnTo }: z.output<typeof signInQuery>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (comesFromAnotherSite(request)) {
      response.type('html').set('Content-Security-Policy', CONTENT_SECURITY_POLICY);
      response.send(signInPage(request.originalUrl));
      return;
    }
    await takeByAddress(this.limits.signInsBegun, request);
    const address = await this.auditingFailure(() => this.signIn.begin(request, response, { key, returnTo }));
    response.redirect(302, address.href);
  }

  @Get('callback')
  @Answers({
    tag: 'Signing in',
    summary: 'Where an issuer sends a person back to',
    ok: { 303: null },
    refusals: ['signed-out', 'forbidden', 'slow-down'],
    public: true,
  })
  async end(
    @Query({ schema: callbackQuery }) { state }: z.output<typeof callbackQuery>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await takeByAddress(this.limits.callbacks, request);
    const query = request.originalUrl.slice(request.originalUrl.indexOf('?') + 1);
    const returnTo = await this.auditingFailure(async () => {
      const identity = await this.signIn.finish(request, { state, query });
      const { idToken } = identity;
      const person = await resolvePerson(this.database.manager, this.settings.secret, identity);
      await this.sessions.begin({ request, response, person, method: METHOD, idToken });
      return identity.returnTo;
    }, request);
    response.redirect(303, returnTo);
  }

  /** Writes the reason of a failed sign-in to the audit log and refuses without telling it. */
  private async auditingFailure<T>(signIn: () => Promise<T>, request?: Request): Promise<T> {
    try {
      return await signIn();
    } catch (error) {
      if (isIssuerUnreachable(error)) {
        // Who only begins has not said who they are: a row for each would fill the log.
        if (!request) this.log.warn({ reason: 'issuer-away' }, 'a sign-in could not begin');
        else await auditFailedSignIn(this.database.manager, { method: METHOD, reason: 'issuer-away' });
        throw issuerUnavailable();
      }
      const failure = error instanceof SignInFailure ? error : toSignInFailure(error);
      if (!failure) throw error;
      const { reason, code, detail, attemptedBy } = failure;
      if (reason === 'unknown-state') {
        this.log.info({ method: METHOD }, 'a callback that answers to no sign-in');
        throw refusedWith(code, detail);
      }
      if (attemptedBy.subject) await this.limits.refusedSignIns.take(`${request?.ip} ${attemptedBy.subject}`);
      await auditFailedSignIn(this.database.manager, { method: METHOD, reason, subject: attemptedBy.person });
      throw refusedWith(code, detail);
    }
  }
}

const takeByAddress = (limit: RateLimit, { ip = '' }: Request): Promise<void> => limit.take(ip);
