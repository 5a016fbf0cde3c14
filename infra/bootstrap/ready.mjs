import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt, isBuilt } from './build.mjs';
import { ensureInstalled, isInstalled } from './install.mjs';
import { checkNode } from './node-version.mjs';
import { whileLocked } from './lock.mjs';

/**
 * Node new enough, packages installed, dist/ built, .env read: whatever is missing is done, and nothing else.
 * @param {string} root
 * @param {{ build?: boolean }} [options]
 */
export async function ready(root, { build = true } = {}) {
  checkNode(root);
  const settings = path.join(root, '.env');
  if (existsSync(settings)) process.loadEnvFile(settings);
  if (isInstalled(root) && (!build || isBuilt(root))) return;
  try {
    await whileLocked(path.join(root, '.stafett', 'ground.lock'), async () => {
      await ensureInstalled(root);
      if (build) await ensureBuilt(root);
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
