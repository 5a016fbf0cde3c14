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
import { saveSignInAttempt, consumeSignInAttempt } from '#store/access/sign-in-attempts.js';
import type { SignInAttempt } from '#store/access/sign-in-attempts.js';
import { DatabaseService } from '../../shared/database.service.js';
import { SettingsService } from '../../shared/settings.service.js';
import type { IdToken } from '../sessions.service.js';
import { SignInFailure, incompleteSignIn } from './sign-in-failure.js';
import { OidcClientsService } from './oidc-clients.service.js';
import type { OidcClient } from './oidc-clients.service.js';
import type { OidcProvider } from './oidc-provider.js';

/** Wall time within which a person must come back from the issuer. */
const ATTEMPT_SECONDS = 600;
const BROWSER_TOKEN = /^[\w-]{43}$/;

/** Who a person is, as authenticated by an issuer. */
export interface AuthenticatedIdentity {
  readonly provider: OidcProvider;
  /** Value of the provider's `subjectClaim`. */
  readonly claim: string;
  readonly returnTo: string;
  readonly idToken: IdToken;
}

/** Authorization code flow with PKCE, state and nonce. */
@Injectable()
export class OidcSignInService {
  constructor(
    private readonly database: DatabaseService,
    private readonly settings: SettingsService,
    private readonly issuers: OidcClientsService,
  ) {}

  /** @returns the URL to redirect the browser to. */
  async begin(
    request: Request,
    response: Response,
    { key, returnTo }: { readonly key: IssuerKey; readonly returnTo: string },
  ): Promise<URL> {
    const { provider, configuration } = await this.issuers.clientFor(key);
    const [state, nonce, codeVerifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
    await saveSignInAttempt(this.database.manager, {
      state: hashOfToken(state),
      browser: hashOfToken(this.setBrowserToken(request, response)),
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

  /** @param query  the query string of the callback. @throws SignInFailure | ClientError | IssuerUnreachable */
  async finish(
    request: Request,
    { state, query }: { readonly state: string; readonly query: string },
  ): Promise<AuthenticatedIdentity> {
    const browser = readCookie(request, this.settings.signInCookie.name) ?? '';
    const attempt = await consumeSignInAttempt(this.database.manager, hashOfToken(state), hashOfToken(browser));
    if (typeof attempt === 'string') throw incompleteSignIn(attempt);
    const client = await this.issuers.clientFor(attempt.issuer as IssuerKey);
    return this.authenticate(client, attempt, { state, query });
  }

  private async authenticate(
    { provider, configuration }: OidcClient,
    { nonce, codeVerifier, returnTo }: SignInAttempt,
    { state, query }: { readonly state: string; readonly query: string },
  ): Promise<AuthenticatedIdentity> {
    const tokens = await authorizationCodeGrant(configuration, new URL(`${this.redirectUri}?${query}`), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: codeVerifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    const claim = claims?.[provider.subjectClaim];
    const acr: unknown = claims?.acr;
    if (provider.acr.length > 0 && !(typeof acr === 'string' && provider.acr.includes(acr)))
      throw new SignInFailure('acr-too-low', 'forbidden', {
        nb: 'Innloggingen er ikke på et høyt nok sikkerhetsnivå.',
        en: 'The sign-in is not at a high enough level of assurance.',
      });
    if (typeof claim !== 'string' || claim.trim() === '' || tokens.id_token === undefined)
      throw new SignInFailure('no-subject', 'forbidden', {
        nb: 'Innloggingstjenesten sier ikke hvem du er.',
        en: 'The sign-in service does not say who you are.',
      });
    return { provider, claim, returnTo, idToken: { issuer: provider.key, value: tokens.id_token } };
  }

  /** Binds the attempt to this browser by a cookie. Two tabs share one cookie, so that both can finish. */
  private setBrowserToken(request: Request, response: Response): string {
    const { signInCookie: cookie } = this.settings;
    const existing = readCookie(request, cookie.name);
    const browserToken = existing && BROWSER_TOKEN.test(existing) ? existing : newToken();
    setCookie(response, cookie, browserToken, ATTEMPT_SECONDS);
    return browserToken;
  }

  private get redirectUri(): string {
    return `${this.settings.publicUrl}/api/v1/sign-in/callback`;
  }
}
