import { Injectable } from '@nestjs/common';
import { buildEndSessionUrl } from 'openid-client';
import { SettingsService } from '../../shared/settings.service.js';
import type { IdToken } from '../sessions.service.js';
import { isIssuerUnreachable } from './issuer-unreachable.js';
import { OidcClientsService } from './oidc-clients.service.js';

/** Finds the page at which a browser signs out at the issuer. */
@Injectable()
export class OidcSignOutService {
  constructor(
    private readonly settings: SettingsService,
    private readonly issuers: OidcClientsService,
  ) {}

  /** Undefined when the issuer has no such page or is unreachable; signing out here never depends on it. */
  async urlAfter({ issuer, value }: IdToken): Promise<string | undefined> {
    try {
      const { configuration } = await this.issuers.clientFor(issuer);
      if (!configuration.serverMetadata().end_session_endpoint) return undefined;
      return buildEndSessionUrl(configuration, {
        id_token_hint: value,
        post_logout_redirect_uri: `${this.settings.publicUrl}/`,
      }).href;
    } catch (error) {
      if (isIssuerUnreachable(error)) return undefined;
      throw error;
    }
  }
}
