import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import {
  Configuration,
  allowInsecureRequests,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client';
import type { ServerMetadata } from 'openid-client';
import type { IssuerKey } from '#store/access/identities.js';
import { SettingsService } from '../../shared/settings.service.js';
import { refusedWith } from '../../shared/refused.js';
import { clientAuthOf } from './client-auth.js';
import { IssuerUnreachable, fetchFromIssuer } from './issuer-unreachable.js';
import { oidcProviderOf } from './oidc-provider.js';
import type { OidcProvider } from './oidc-provider.js';

/** Wall time for which an issuer's metadata is cached. */
const METADATA_TTL_MS = 300_000;
const TIMEOUT_SECONDS = 8;

/** A provider and the configured client of the OIDC library for it. */
export interface OidcClient {
  readonly provider: OidcProvider;
  readonly configuration: Configuration;
}

/** Makes OIDC clients for the configured providers. */
@Injectable()
export class OidcClientsService implements OnModuleInit {
  private readonly metadataByKey = new Map<
    IssuerKey,
    { readonly validUntil: number; readonly metadata: ServerMetadata }
  >();

  constructor(private readonly settings: SettingsService) {}

  /** Reads the client keys, so that an unreadable key stops the start instead of the first sign-in. */
  async onModuleInit(): Promise<void> {
    for (const key of ['staff', 'contacts'] as const) {
      const provider = oidcProviderOf(this.settings.config, key);
      if (provider) await clientAuthOf(provider);
    }
  }

  /**
   * Makes a new client for each sign-in, which reads the issuer's signing keys again, so that a changed key works at once.
   * @throws HttpRefusal 404 when the provider is not configured. @throws IssuerUnreachable
   */
  async clientFor(key: IssuerKey): Promise<OidcClient> {
    const provider = oidcProviderOf(this.settings.config, key);
    if (!provider)
      throw refusedWith('not-found', { nb: 'Det er ingen slik innlogging her.', en: 'There is no such sign-in here.' });
    const metadata = await this.metadataOf(provider);
    const { clientId, clientSecret } = provider;
    const client = { ...(clientSecret !== undefined && { client_secret: clientSecret }) };
    const configuration = new Configuration(metadata, clientId, client, await clientAuthOf(provider));
    configuration.timeout = TIMEOUT_SECONDS;
    configuration[customFetch] = fetchFromIssuer;
    if (isWithoutTls(provider)) allowInsecureRequests(configuration);
    enableNonRepudiationChecks(configuration);
    return { provider, configuration };
  }

  private async metadataOf(provider: OidcProvider): Promise<ServerMetadata> {
    const cached = this.metadataByKey.get(provider.key);
    if (cached && cached.validUntil > Date.now()) return cached.metadata;
    const discovered = await discovery(provider.issuer, provider.clientId, undefined, undefined, {
      timeout: TIMEOUT_SECONDS,
      [customFetch]: fetchFromIssuer,
      execute: isWithoutTls(provider) ? [allowInsecureRequests] : [],
    }).catch((cause: unknown) => {
      throw new IssuerUnreachable('no metadata', { cause });
    });
    const metadata = discovered.serverMetadata();
    this.metadataByKey.set(provider.key, { validUntil: Date.now() + METADATA_TTL_MS, metadata });
    return metadata;
  }
}

/** The embedded issuer has no certificate. In production, the start refuses an issuer without TLS. */
const isWithoutTls = ({ issuer }: OidcProvider): boolean => issuer.protocol === 'http:';
