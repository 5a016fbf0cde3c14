import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * One hash over the names and contents of files. Dates do not count.
 * @param {string} root
 * @param {readonly string[]} files relative to `root`
 */
export function fingerprint(root, files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

/** @param {string} stampFile @param {string} print */
export function isStamped(stampFile, print) {
  try {
    return readFileSync(stampFile, 'utf8').trim() === print;
  } catch {
    return false;
  }
}

/** @param {string} stampFile @param {string} print */
export function writeStamp(stampFile, print) {
  writeFileSync(stampFile, `${print}\n`);
}
