import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { defaultPayloadConverter } from '@temporalio/common';
import type { DataConverter, Payload } from '@temporalio/common';
import { UNSIGNED } from '#contracts/messages/signature.js';
import { RememberedBytes } from './remembered-bytes.js';

/** Shorter payloads are not compressed, so that they can be read in a workflow's history. */
const MIN_BYTES_TO_DEFLATE = 2_048;
const DEFLATED = Buffer.from('binary/deflate');
/** 128 bits: it stands beside every payload of every history. */
const SIGNATURE_BYTES = 16;
const NOTHING = new Uint8Array();
const rememberedBytes = new RememberedBytes();

/** Key of the signatures, derived from STAFETT_SECRET. */
export const payloadKeyOf = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'stafett', 'temporal-payloads', 32));

/**
 * Deflates large payloads before they are stored in a workflow's history: the pinned process and the case, at each start
 * and each continue-as-new. Signs every payload, and reads one without a valid signature as `UNSIGNED`: whoever reaches the
 * Temporal server may send what they like, but whoever receives it can tell. It never throws, since a workflow's task that
 * fails is tried again for ever.
 * Every client and every worker of an installation must use the same key.
 */
export function dataConverterWith(key: Buffer): DataConverter {
  const signed = (payload: Payload): Payload => ({
    ...payload,
    metadata: { ...payload.metadata, sig: signatureOf(key, payload) },
  });
  const isSigned = (payload: Payload): boolean => {
    const given = payload.metadata?.sig;
    return given?.length === SIGNATURE_BYTES && timingSafeEqual(given, signatureOf(key, payload));
  };
  return {
    payloadCodecs: [
      {
        encode: async (payloads) => payloads.map((payload) => signed(deflated(payload))),
        decode: async (payloads) => payloads.map((payload) => (isSigned(payload) ? inflated(payload) : unsigned())),
      },
    ],
  };
}

function signatureOf(key: Buffer, { metadata, data }: Payload): Buffer {
  const hmac = createHmac('sha256', key);
  for (const part of [metadata?.encoding, metadata?.was, data]) {
    // No bytes are an empty array after a journey, which the hash does not take.
    const bytes = part?.length ? part : NOTHING;
    hmac.update(`${bytes.length}:`).update(bytes);
  }
  return hmac.digest().subarray(0, SIGNATURE_BYTES);
}

const unsigned = (): Payload => defaultPayloadConverter.toPayload(UNSIGNED) ?? {};

function deflated(payload: Payload): Payload {
  const { data, metadata } = payload;
  if (!data || data.length < MIN_BYTES_TO_DEFLATE) return payload;
  const was = metadata?.encoding ?? NOTHING;
  return {
    metadata: { ...metadata, encoding: DEFLATED, was },
    data: rememberedBytes.deflate(data),
  };
}

/** Without the signature, which nobody needs any more. */
function inflated(payload: Payload): Payload {
  const { sig: _, ...metadata } = payload.metadata ?? {};
  if (!payload.data || !metadata.was || !DEFLATED.equals(metadata.encoding ?? NOTHING)) return { ...payload, metadata };
  const { was, ...others } = metadata;
  return { metadata: { ...others, encoding: was }, data: rememberedBytes.inflate(payload.data) };
}
