import { readConfig } from '#platform/config.js';
import { startIssuer } from './start.js';

// The embedded issuer, as a process of its own: `npm start` keeps it running.
const server = await startIssuer(readConfig(process.env));
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
}
