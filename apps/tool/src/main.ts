import { print } from './print.js';
import { runTool } from './run-tool.js';

// A pipe may be closed before all output is read, as `head` does.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

process.exit(await runTool(process.argv.slice(2), process.env, print));
