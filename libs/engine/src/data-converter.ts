import type { DataConverter, Payload, PayloadCodec } from '@temporalio/common';
import { RememberedBytes } from './remembered-bytes.js';

/** Shorter payloads are not compressed, so that they can be read in a workflow's history. */
const MIN_BYTES_TO_DEFLATE = 2_048;
const DEFLATED = Buffer.from('binary/deflate');
const rememberedBytes = new RememberedBytes();

/**
 * Deflates large payloads before they are stored in a workflow's history: the pinned process and the case, at each start
 * and each continue-as-new.
 * Every client and every worker of an installation must use the same converter.
 */
const codec: PayloadCodec = {
  encode: async (payloads) => payloads.map(deflated),
  decode: async (payloads) => payloads.map(inflated),
};

export const dataConverter: DataConverter = { payloadCodecs: [codec] };

function deflated(payload: Payload): Payload {
  const { data, metadata } = payload;
  if (!data || data.length < MIN_BYTES_TO_DEFLATE) return payload;
  const was = metadata?.encoding ?? new Uint8Array();
  return {
    metadata: { ...metadata, encoding: DEFLATED, was },
    data: rememberedBytes.deflate(data),
  };
}

function inflated(payload: Payload): Payload {
  const { data, metadata } = payload;
  if (!data || !metadata?.was || !DEFLATED.equals(metadata.encoding ?? new Uint8Array())) return payload;
  const { was, ...others } = metadata;
  return { metadata: { ...others, encoding: was }, data: rememberedBytes.inflate(data) };
}
