import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { DataConverter, Payload, PayloadCodec } from '@temporalio/common';

/** Shorter than this a payload is left as it is, to be read by anybody who looks at a history. */
const WORTH_DEFLATING_BYTES = 2_048;
const DEFLATED = Buffer.from('binary/deflate');
/** Little is gained beyond this level, and a start waits for it. In place: a payload takes less than the way to a thread. */
const LEVEL = 3;

/**
 * Deflates large payloads on their way into history: a case's pinned rules and its state, at every start and renewal.
 * Every client and every worker of an installation must use the same converter.
 */
const codec: PayloadCodec = {
  encode: async (payloads) => payloads.map(encoded),
  decode: async (payloads) => payloads.map(decoded),
};

export const dataConverter: DataConverter = { payloadCodecs: [codec] };

function encoded(payload: Payload): Payload {
  const { data, metadata } = payload;
  if (!data || data.length < WORTH_DEFLATING_BYTES) return payload;
  const was = metadata?.encoding ?? new Uint8Array();
  return { metadata: { ...metadata, encoding: DEFLATED, was }, data: deflateRawSync(data, { level: LEVEL }) };
}

function decoded(payload: Payload): Payload {
  const { data, metadata } = payload;
  if (!data || !metadata?.was || !DEFLATED.equals(metadata.encoding ?? new Uint8Array())) return payload;
  const { was, ...others } = metadata;
  return { metadata: { ...others, encoding: was }, data: inflateRawSync(data) };
}
