import { createHash } from 'node:crypto';

/** The key of one command among many of a request: the same request gives each case the same key again. */
export function partKey(requestKey: string, ...parts: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify([requestKey, ...parts]));
  return `part:${digest.digest('base64url')}`;
}
