import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Exits with an explanation when Node is older than package.json requires.
 * @param {string} root
 */
export function requireNodeVersion(root) {
  const required = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).engines.node;
  if (isAtLeast(process.versions.node, required)) return;
  console.error(`Stafett needs Node ${required}; this is ${process.versions.node}. Get a newer one from nodejs.org.`);
  process.exit(1);
}

/**
 * @param {string} version  like 20.19.2
 * @param {string} range    like >=20.19
 */
export function isAtLeast(version, range) {
  const actual = version.split('.').map(Number);
  const required = range.replace('>=', '').split('.').map(Number);
  const firstDifference = required.findIndex((part, index) => part !== actual[index]);
  return firstDifference < 0 || (actual[firstDifference] ?? 0) > (required[firstDifference] ?? 0);
}
