import { readConfig } from '#platform/config.js';
import { startIssuerServer } from './start.js';

// Entry point of the embedded issuer, which `npm start` runs as a process of its own.
const server = await startIssuerServer(readConfig(process.env));
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
}
