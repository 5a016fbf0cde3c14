import { promisify } from 'node:util';
import { deflateRaw, inflateRaw, type ZlibOptions } from 'node:zlib';
import type { DataConverter, Payload, PayloadCodec } from '@temporalio/common';

const deflate = promisify<Uint8Array, ZlibOptions, Buffer>(deflateRaw);
const inflate = promisify<Uint8Array, Buffer>(inflateRaw);

/** Shorter than this a payload is left as it is, to be read by anybody who looks at a history. */
const WORTH_DEFLATING_BYTES = 2_048;
const DEFLATED = Buffer.from('binary/deflate');
/** Little is gained beyond this level, and a start waits for it. */
const LEVEL = 3;

/**
 * Deflates large payloads on their way into history: a case's pinned rules and its state, at every start and renewal.
 * Every client and every worker of an installation must use the same converter.
 */
const codec: PayloadCodec = {
  encode: (payloads) => Promise.all(payloads.map(encoded)),
  decode: (payloads) => Promise.all(payloads.map(decoded)),
};

export const dataConverter: DataConverter = { payloadCodecs: [codec] };

async function encoded(payload: Payload): Promise<Payload> {
  const { data, metadata } = payload;
  if (!data || data.length < WORTH_DEFLATING_BYTES) return payload;
  const was = metadata?.encoding ?? new Uint8Array();
  return { metadata: { ...metadata, encoding: DEFLATED, was }, data: await deflate(data, { level: LEVEL }) };
}

async function decoded(payload: Payload): Promise<Payload> {
  const { data, metadata } = payload;
  if (!data || !metadata?.was || !DEFLATED.equals(metadata.encoding ?? new Uint8Array())) return payload;
  const { was, ...others } = metadata;
  return { metadata: { ...others, encoding: was }, data: await inflate(data) };
}
