import { RawValue } from '@temporalio/common';
import type { CollaborationInput } from '#contracts/messages/collaboration.js';

const JSON_PLAIN = Buffer.from('json/plain');

/**
 * A run's input, byte for byte as the default converter makes it. That one encodes text character by character in
 * JavaScript, which for the pinned rules takes longer than all the rest of a start.
 */
export function inputPayload(input: CollaborationInput): RawValue {
  return RawValue.fromPayload({ metadata: { encoding: JSON_PLAIN }, data: Buffer.from(JSON.stringify(input)) });
}
