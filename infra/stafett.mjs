// npm run stafett -- COMMAND: the operator's tool. It uses the installation that runs from this checkout, unless variables name another.
import { prepareCheckout } from './bootstrap/prepare-checkout.mjs';
import { root } from './bootstrap/root.mjs';

await prepareCheckout(root);
process.chdir(root);
const [command, ...rest] = process.argv.slice(2);
if (command === 'restore') {
  // It starts and stops the embedded Postgres, as npm start does.
  const program = new URL('../dist/infra/up/restore/restore-installation.js', import.meta.url).href;
  process.exit(await (await import(program)).restoreInstallation(rest));
}
await import(new URL('../dist/apps/tool/src/main.js', import.meta.url).href);
