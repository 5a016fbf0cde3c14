import { RawValue } from '@temporalio/common';
import type { CollaborationInput } from '#contracts/messages/collaboration.js';

const JSON_PLAIN = Buffer.from('json/plain');

/**
 * A workflow's input with the same bytes as the default converter writes. The default encodes character by character in
 * JavaScript, which for a pinned process takes longer than the rest of the start.
 */
export function inputPayload(input: CollaborationInput): RawValue {
  return RawValue.fromPayload({ metadata: { encoding: JSON_PLAIN }, data: Buffer.from(JSON.stringify(input)) });
}
