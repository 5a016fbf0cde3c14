import { readFileSync } from 'node:fs';
import type { EngineConfig } from './config.js';
import { payloadKeyOf } from './data-converter.js';

/** Environment variables of the Temporal connection, and the secret. Certificate variables hold file names. */
export interface EngineVariables {
  readonly STAFETT_SECRET: string;
  readonly TEMPORAL_ADDRESS: string;
  readonly TEMPORAL_NAMESPACE: string;
  readonly TEMPORAL_TASK_QUEUE: string;
  readonly TEMPORAL_API_KEY?: string | undefined;
  readonly TEMPORAL_TLS_CA?: string | undefined;
  readonly TEMPORAL_TLS_CERT?: string | undefined;
  readonly TEMPORAL_TLS_KEY?: string | undefined;
  readonly TEMPORAL_TLS_SERVER_NAME?: string | undefined;
}

export function engineConfig(variables: EngineVariables): EngineConfig {
  const tls = {
    ca: pem(variables.TEMPORAL_TLS_CA),
    cert: pem(variables.TEMPORAL_TLS_CERT),
    key: pem(variables.TEMPORAL_TLS_KEY),
    serverName: variables.TEMPORAL_TLS_SERVER_NAME,
  };
  return {
    address: variables.TEMPORAL_ADDRESS,
    namespace: variables.TEMPORAL_NAMESPACE,
    taskQueue: variables.TEMPORAL_TASK_QUEUE,
    payloadKey: payloadKeyOf(variables.STAFETT_SECRET),
    ...(variables.TEMPORAL_API_KEY !== undefined && { apiKey: variables.TEMPORAL_API_KEY }),
    ...(Object.values(tls).some((value) => value !== undefined) && { tls }),
  };
}

function pem(file: string | undefined): string | undefined {
  return file === undefined ? undefined : readFileSync(file, 'utf8');
}
