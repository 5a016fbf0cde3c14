import { createHash } from 'node:crypto';

/** The idempotency key of one command among many in a request; a repeated request gives it the same key again. */
export function commandKey(requestKey: string, ...parts: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify([requestKey, ...parts]));
  return `part:${digest.digest('base64url')}`;
}
