import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Ends the process with a sentence when this Node is older than package.json asks for.
 * @param {string} root
 */
export function checkNode(root) {
  const wanted = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).engines.node;
  if (isAtLeast(process.versions.node, wanted)) return;
  console.error(`Stafett needs Node ${wanted}; this is ${process.versions.node}. Get a newer one from nodejs.org.`);
  process.exit(1);
}

/**
 * @param {string} version  like 20.19.2
 * @param {string} range    like >=20.19
 */
export function isAtLeast(version, range) {
  const have = version.split('.').map(Number);
  const need = range.replace('>=', '').split('.').map(Number);
  const differs = need.findIndex((part, index) => part !== have[index]);
  return differs < 0 || (have[differs] ?? 0) > (need[differs] ?? 0);
}
