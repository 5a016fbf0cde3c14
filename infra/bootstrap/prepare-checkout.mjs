import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt, isBuilt } from './build.mjs';
import { ensureInstalled, isInstalled } from './install.mjs';
import { requireNodeVersion } from './node-version.mjs';
import { withBuildLock } from './build-lock.mjs';

/**
 * Prepares the checkout: checks the version of Node, reads .env, installs packages and builds dist/. Skips what is done already.
 * @param {string} root
 * @param {{ build?: boolean }} [options]
 */
export async function prepareCheckout(root, { build = true } = {}) {
  requireNodeVersion(root);
  const envFile = path.join(root, '.env');
  if (existsSync(envFile)) process.loadEnvFile(envFile);
  if (isInstalled(root) && (!build || isBuilt(root))) return;
  try {
    await withBuildLock(path.join(root, '.stafett', 'bootstrap.lock'), async () => {
      await ensureInstalled(root);
      if (build) await ensureBuilt(root);
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
