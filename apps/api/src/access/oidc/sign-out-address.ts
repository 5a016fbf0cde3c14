import { Injectable } from '@nestjs/common';
import { buildEndSessionUrl } from 'openid-client';
import { Settings } from '../../shared/settings.js';
import type { Voucher } from '../sessions.js';
import { isIssuerAway } from './issuer-away.js';
import { Issuers } from './issuers.js';

/** Finds the page at which a browser signs out at the issuer. */
@Injectable()
export class SignOutAddress {
  constructor(
    private readonly settings: Settings,
    private readonly issuers: Issuers,
  ) {}

  /** Undefined when the issuer has no such page or is unreachable; signing out here never depends on it. */
  async after({ issuer, idToken }: Voucher): Promise<string | undefined> {
    try {
      const { configuration } = await this.issuers.door(issuer);
      if (!configuration.serverMetadata().end_session_endpoint) return undefined;
      return buildEndSessionUrl(configuration, {
        id_token_hint: idToken,
        post_logout_redirect_uri: `${this.settings.url}/`,
      }).href;
    } catch (error) {
      if (isIssuerAway(error)) return undefined;
      throw error;
    }
  }
}
