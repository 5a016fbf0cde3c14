import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { readCookie, setCookie } from '#platform/session/cookie.js';
import { hashOfToken, newToken } from '#platform/session/token.js';
import type { IssuerKey } from '#store/access/identities.js';
import { beginAttempt, useAttempt } from '#store/access/sign-in-attempts.js';
import type { SignInAttempt } from '#store/access/sign-in-attempts.js';
import { Database } from '../../shared/database.js';
import { Settings } from '../../shared/settings.js';
import type { Voucher } from '../sessions.js';
import { SignInFailure, startAgain } from './failure.js';
import { Issuers } from './issuers.js';
import type { Door } from './issuers.js';
import type { Provider } from './providers.js';

/** Wall time that a person may take at the issuer. */
const ATTEMPT_SECONDS = 600;
const COOKIE = /^[\w-]{43}$/;

/** What an issuer vouched for. */
export interface Vouched {
  readonly provider: Provider;
  /** The claim that tells people apart. */
  readonly claim: string;
  readonly returnTo: string;
  readonly voucher: Voucher;
}

/** The way through an issuer and back: authorization code with PKCE, state and nonce. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly issuers: Issuers,
  ) {}

  /** @returns where to send the browser. */
  async begin(
    request: Request,
    response: Response,
    { key, returnTo }: { readonly key: IssuerKey; readonly returnTo: string },
  ): Promise<URL> {
    const { provider, configuration } = await this.issuers.door(key);
    const [state, nonce, codeVerifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
    await beginAttempt(this.database.manager, {
      state: hashOfToken(state),
      browser: hashOfToken(this.markBrowser(request, response)),
      issuer: key,
      nonce,
      codeVerifier,
      returnTo,
      expiresAt: new Date(Date.now() + ATTEMPT_SECONDS * 1000),
    });
    return buildAuthorizationUrl(configuration, {
      redirect_uri: this.redirectUri,
      scope: provider.scope,
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      ...(provider.acr.length > 0 && { acr_values: provider.acr.join(' ') }),
    });
  }

  /** @param query  the query string of the issuer's answer. @throws SignInFailure | ClientError | IssuerAway */
  async finish(
    request: Request,
    { state, query }: { readonly state: string; readonly query: string },
  ): Promise<Vouched> {
    const browser = readCookie(request, this.settings.attemptCookie.name) ?? '';
    const attempt = await useAttempt(this.database.manager, hashOfToken(state), hashOfToken(browser));
    if (typeof attempt === 'string') throw startAgain(attempt);
    const door = await this.issuers.door(attempt.issuer as IssuerKey);
    return this.vouched(door, attempt, { state, query });
  }

  private async vouched(
    { provider, configuration }: Door,
    { nonce, codeVerifier, returnTo }: SignInAttempt,
    { state, query }: { readonly state: string; readonly query: string },
  ): Promise<Vouched> {
    const answer = await authorizationCodeGrant(configuration, new URL(`${this.redirectUri}?${query}`), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: codeVerifier,
      idTokenExpected: true,
    });
    const claims = answer.claims();
    const claim = claims?.[provider.subjectClaim];
    const acr: unknown = claims?.acr;
    if (provider.acr.length > 0 && !(typeof acr === 'string' && provider.acr.includes(acr)))
      throw new SignInFailure('acr-too-low', 'forbidden', 'Innloggingen er ikke på et høyt nok sikkerhetsnivå.');
    if (typeof claim !== 'string' || claim.trim() === '' || answer.id_token === undefined)
      throw new SignInFailure('no-subject', 'forbidden', 'Innloggingstjenesten sier ikke hvem du er.');
    return { provider, claim, returnTo, voucher: { issuer: provider.key, idToken: answer.id_token } };
  }

  /** A browser with two tabs keeps one mark, so that both can finish. */
  private markBrowser(request: Request, response: Response): string {
    const { attemptCookie: cookie } = this.settings;
    const held = readCookie(request, cookie.name);
    const mark = held && COOKIE.test(held) ? held : newToken();
    setCookie(response, cookie, mark, ATTEMPT_SECONDS);
    return mark;
  }

  private get redirectUri(): string {
    return `${this.settings.url}/api/v1/sign-in/callback`;
  }
}
