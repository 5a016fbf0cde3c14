import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaultPayloadConverter } from '@temporalio/common';
import type { Payload } from '@temporalio/common';
import { UNSIGNED } from '#contracts/messages/signature.js';
import { dataConverterWith, payloadKeyOf } from './data-converter.js';

const [codec] = dataConverterWith(payloadKeyOf('x'.repeat(32))).payloadCodecs ?? [];
const [codecOfOthers] = dataConverterWith(payloadKeyOf('y'.repeat(32))).payloadCodecs ?? [];
const payloadOf = (value: unknown) => defaultPayloadConverter.toPayload(value) ?? {};
const sent = async (value: unknown, by = codec): Promise<Payload> => (await by?.encode([payloadOf(value)]))?.[0] ?? {};
const received = async (payload: Payload): Promise<unknown> =>
  defaultPayloadConverter.fromPayload((await codec?.decode([payload]))?.[0] ?? {});

const LARGE = {
  rules: Array.from({ length: 500 }, (_, index) => ({ id: `frist-${index}`, label: 'påminnelse på ærlig øre' })),
};

describe('payloads on their way into history', () => {
  it('come back as they were, Norwegian letters included, and take a fraction of the room', async () => {
    const payload = await sent(LARGE);
    expect(payload.data?.length).toBeLessThan((payloadOf(LARGE).data?.length ?? 0) / 5);
    expect(await received(payload)).toEqual(LARGE);
  });

  it('are left readable when they are small, and nothing is left without', async () => {
    expect((await sent({ version: 7 })).data).toEqual(payloadOf({ version: 7 }).data);
    expect(await received(await sent({ version: 7 }))).toEqual({ version: 7 });
    const nothing = await sent(undefined);
    for (const data of [undefined, null, [], Buffer.alloc(0)])
      expect(await received({ ...nothing, data: data as never })).toBeUndefined();
  });
});

describe('payloads of somebody else', () => {
  it.each([{ version: 7 }, LARGE, undefined])(
    'are read as unsigned: without a signature, or with another key',
    async (value) => {
      expect(await received(payloadOf(value))).toEqual(UNSIGNED);
      expect(await received(await sent(value, codecOfOthers))).toEqual(UNSIGNED);
      const { metadata, data } = await sent(value);
      expect(await received({ metadata: { ...metadata, sig: Buffer.alloc(16) }, data: data ?? null })).toEqual(
        UNSIGNED,
      );
      expect(await received({ metadata: { ...metadata, sig: Buffer.alloc(0) }, data: data ?? null })).toEqual(UNSIGNED);
      expect(await received({})).toEqual(UNSIGNED);
    },
  );

  it('are found by any byte that was changed, moved from one part to another, or taken away', async () => {
    const payload = await sent({ by: 'kari', body: { type: 'stop' } });
    const data = Buffer.from(payload.data ?? []);
    await fc.assert(
      fc.asyncProperty(fc.nat(data.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = Buffer.from(data);
        changed[at] = (changed[at] ?? 0) ^ change;
        expect(await received({ ...payload, data: changed })).toEqual(UNSIGNED);
        expect(await received({ ...payload, data: data.subarray(0, at) })).toEqual(UNSIGNED);
      }),
    );
    const deflated = { ...payload.metadata, encoding: Buffer.from('binary/deflate'), was: Buffer.from('json/plain') };
    expect(await received({ metadata: deflated, data })).toEqual(UNSIGNED);
  });
});
