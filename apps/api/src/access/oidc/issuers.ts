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
import { Settings } from '../../shared/settings.js';
import { refusedWith } from '../../shared/refused.js';
import { clientAuthOf } from './client-auth.js';
import { IssuerAway, reachIssuer } from './issuer-away.js';
import { providerOf } from './providers.js';
import type { Provider } from './providers.js';

/** Wall time for which what an issuer says of itself is believed. */
const BELIEVED_MS = 300_000;
const TIMEOUT_SECONDS = 8;

/** A provider and what is needed to talk to it. */
export interface Door {
  readonly provider: Provider;
  readonly configuration: Configuration;
}

/** The issuers that people may sign in at. */
@Injectable()
export class Issuers implements OnModuleInit {
  private readonly known = new Map<IssuerKey, { readonly until: number; readonly metadata: ServerMetadata }>();

  constructor(private readonly settings: Settings) {}

  /** A key that cannot be read is told at the start, not to the first person who signs in. */
  async onModuleInit(): Promise<void> {
    for (const key of ['staff', 'contacts'] as const) {
      const provider = providerOf(this.settings.config, key);
      if (provider) await clientAuthOf(provider);
    }
  }

  /**
   * Made anew for each sign-in, so that the issuer's keys are read anew too: a key that was changed a moment ago holds.
   * @throws PlatformRefusal 404 when there is no such door. @throws IssuerAway
   */
  async door(key: IssuerKey): Promise<Door> {
    const provider = providerOf(this.settings.config, key);
    if (!provider) throw refusedWith('not-found', 'Det er ingen slik innlogging her.');
    const metadata = await this.metadataOf(provider);
    const { clientId, clientSecret } = provider;
    const client = { ...(clientSecret !== undefined && { client_secret: clientSecret }) };
    const configuration = new Configuration(metadata, clientId, client, await clientAuthOf(provider));
    configuration.timeout = TIMEOUT_SECONDS;
    configuration[customFetch] = reachIssuer;
    if (isPlain(provider)) allowInsecureRequests(configuration);
    enableNonRepudiationChecks(configuration);
    return { provider, configuration };
  }

  private async metadataOf(provider: Provider): Promise<ServerMetadata> {
    const held = this.known.get(provider.key);
    if (held && held.until > Date.now()) return held.metadata;
    const found = await discovery(provider.issuer, provider.clientId, undefined, undefined, {
      timeout: TIMEOUT_SECONDS,
      [customFetch]: reachIssuer,
      execute: isPlain(provider) ? [allowInsecureRequests] : [],
    }).catch((cause: unknown) => {
      throw new IssuerAway('it does not say what it is', { cause });
    });
    const metadata = found.serverMetadata();
    this.known.set(provider.key, { until: Date.now() + BELIEVED_MS, metadata });
    return metadata;
  }
}

/** The embedded issuer has no certificate; production refuses such a one at the start. */
const isPlain = ({ issuer }: Provider): boolean => issuer.protocol === 'http:';
