import { readServiceConfig, type ServiceConfig } from '#platform/config.js';

export const BENCH_SECRET = 'bench'.repeat(8);

interface Servers {
  readonly dir: string;
  readonly databaseUrl: string;
  readonly temporal: { readonly address: string; readonly namespace: string };
}

/** The settings that `npm start` would give its children; none come from this shell's environment. */
export function configFor({ dir, databaseUrl, temporal }: Servers): ServiceConfig {
  return readServiceConfig({
    STAFETT_HOME: dir,
    STAFETT_INSTALLATION_ID: 'bench',
    STAFETT_SECRET: BENCH_SECRET,
    STAFETT_LOG_LEVEL: 'warn',
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
  });
}
