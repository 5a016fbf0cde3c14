import type { ProcessCore } from './process-document.js';

/** More versions than open cases are pinned to at a time. */
const MOST_REMEMBERED = 20;

const bytesByCore = new WeakMap<ProcessCore, Uint8Array>();
const coresByText = new Map<string, ProcessCore>();

/** The core as it travels with a case: JSON in UTF-8. The same core gives the same bytes. */
export function coreBytesOf(core: ProcessCore): Uint8Array {
  const bytes = bytesByCore.get(core) ?? new TextEncoder().encode(JSON.stringify(core));
  bytesByCore.set(core, bytes);
  return bytes;
}

/**
 * The core in these bytes. Cases of one version share it, as thousands of runs are started and kept in a worker with the same
 * 62 kB; it is frozen, so that no case can change it for another.
 */
export function coreFrom(bytes: Uint8Array): ProcessCore {
  const text = new TextDecoder().decode(bytes);
  const known = coresByText.get(text);
  if (known) return known;
  const core = JSON.parse(text, (_key, value: unknown) => Object.freeze(value)) as ProcessCore;
  if (coresByText.size >= MOST_REMEMBERED) coresByText.clear();
  coresByText.set(text, core);
  bytesByCore.set(core, bytes);
  return core;
}
