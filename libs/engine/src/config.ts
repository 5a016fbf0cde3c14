import type { ConnectionOptions } from '@temporalio/client';

/** Address and credentials of the Temporal server. */
export interface EngineConfig {
  /** host:port */
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
  /** Signs what is sent, and tells what others have sent; see `data-converter.ts`. */
  readonly payloadKey: Buffer;
  readonly apiKey?: string;
  /** PEM texts. An empty object means TLS with the system's trusted CAs, and so does absent with an API key. */
  readonly tls?: {
    readonly ca?: string;
    readonly cert?: string;
    readonly key?: string;
    readonly serverName?: string;
  };
}

type Tls = Extract<ConnectionOptions['tls'], object>;

/** The same TLS settings for the client's connection and the worker's. */
export function tlsOptions({ tls, apiKey }: EngineConfig): Tls | boolean {
  if (!tls) return apiKey !== undefined;
  const { ca, cert, key, serverName } = tls;
  return {
    ...(serverName !== undefined && { serverNameOverride: serverName }),
    ...(ca !== undefined && { serverRootCACertificate: Buffer.from(ca) }),
    ...(cert !== undefined &&
      key !== undefined && { clientCertPair: { crt: Buffer.from(cert), key: Buffer.from(key) } }),
  };
}
