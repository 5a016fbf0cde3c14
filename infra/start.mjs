// npm start: installs packages and builds when needed, then runs the installation (infra/up) in the same process.
import { exitOnSignals } from './bootstrap/exit-on-signals.mjs';
import { prepareCheckout } from './bootstrap/prepare-checkout.mjs';
import { root } from './bootstrap/root.mjs';

const stopListening = exitOnSignals();
await prepareCheckout(root);
process.chdir(root);
const { startInstallation } = await import(new URL('../dist/infra/up/start-installation.js', import.meta.url).href);
const exitCode = startInstallation(root);
stopListening();
process.exit(await exitCode);
