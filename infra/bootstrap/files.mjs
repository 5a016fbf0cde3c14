import { readdirSync } from 'node:fs';
import path from 'node:path';

const SKIPPED = new Set(['node_modules', 'dist', 'fixtures', '.stafett']);

/**
 * Every file under the given folders, sorted, relative to `root`. A folder that does not exist holds no files.
 * @param {string} root
 * @param {readonly string[]} folders
 * @returns {string[]}
 */
export function filesUnder(root, folders) {
  return folders.flatMap((folder) => walk(root, folder)).sort();
}

/** @param {string} root @param {string} folder @returns {string[]} */
function walk(root, folder) {
  /** @type {import('node:fs').Dirent[]} */
  let entries;
  try {
    entries = readdirSync(path.join(root, folder), { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const inside = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : walk(root, inside);
    return entry.isFile() ? [inside] : [];
  });
}
