import { print } from './print.js';
import { run } from './run.js';

// Whoever reads our lines may stop reading, as `head` does.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

process.exit(await run(process.argv.slice(2), process.env, print));
