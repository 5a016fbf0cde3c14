import { expect, it } from '@jest/globals';
import { defaultPayloadConverter } from '@temporalio/common';
import type { CollaborationInput } from '#contracts/messages/collaboration.js';
import { inputPayloads } from './input-payload.js';

it('a run is started with the same bytes as the default converter would make', () => {
  const input = {
    epoch: 1,
    ruleLevel: 1,
    case: { number: '2027-0001', deputy: null, closedAt: undefined },
    core: { id: 'æøå €' },
  };
  const [{ payload }, core] = inputPayloads(input as unknown as CollaborationInput);
  const { core: _core, ...run } = input;
  const usual = defaultPayloadConverter.toPayload(run);
  expect(JSON.parse(Buffer.from(core).toString())).toEqual(input.core);
  expect(Buffer.from(payload.data ?? [])).toEqual(Buffer.from(usual?.data ?? []));
  expect(Buffer.from(payload.metadata?.encoding ?? [])).toEqual(Buffer.from(usual?.metadata?.encoding ?? []));
});
