import { RawValue } from '@temporalio/common';
import { runArguments } from '#contracts/messages/collaboration.js';
import type { CollaborationInput } from '#contracts/messages/collaboration.js';

const JSON_PLAIN = Buffer.from('json/plain');

/**
 * A workflow's arguments with the same bytes as the default converter writes. The default encodes JSON character by
 * character in JavaScript; it leaves the core's bytes as they are.
 */
export function inputPayloads(input: CollaborationInput): [RawValue, Uint8Array] {
  const [run, core] = runArguments(input);
  const json = { metadata: { encoding: JSON_PLAIN }, data: Buffer.from(JSON.stringify(run)) };
  return [RawValue.fromPayload(json), core];
}
