import { readdirSync } from 'node:fs';
import path from 'node:path';

const SKIPPED = new Set(['node_modules', 'dist', 'fixtures', '.stafett']);

/**
 * All files under the given folders, sorted, relative to `root`. A missing folder counts as empty.
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
    const relativePath = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : walk(root, relativePath);
    return entry.isFile() ? [relativePath] : [];
  });
}
