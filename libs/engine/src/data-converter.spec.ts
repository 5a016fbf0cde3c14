import { describe, expect, it } from '@jest/globals';
import { defaultPayloadConverter } from '@temporalio/common';
import { dataConverter } from './data-converter.js';

const [codec] = dataConverter.payloadCodecs ?? [];
const payloadOf = (value: unknown) => defaultPayloadConverter.toPayload(value) ?? {};

describe('payloads on their way into history', () => {
  it('come back as they were, Norwegian letters included, and take a fraction of the room', async () => {
    const value = {
      rules: Array.from({ length: 500 }, (_, index) => ({ id: `frist-${index}`, label: 'påminnelse på ærlig øre' })),
    };
    const [sent] = (await codec?.encode([payloadOf(value)])) ?? [];
    expect(sent?.data?.length).toBeLessThan((payloadOf(value).data?.length ?? 0) / 5);
    const [back] = (await codec?.decode([sent ?? {}])) ?? [];
    expect(defaultPayloadConverter.fromPayload(back ?? {})).toEqual(value);
  });

  it('are left readable when they are small', async () => {
    const small = payloadOf({ version: 7 });
    expect(await codec?.encode([small])).toEqual([small]);
    expect(await codec?.decode([small])).toEqual([small]);
  });
});
