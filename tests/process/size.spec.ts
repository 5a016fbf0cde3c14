import { describe, expect, it } from '@jest/globals';
import { defaultPayloadConverter } from '@temporalio/common';
import { coreOf } from '#domain/process/process-core.js';
import { collaboration } from '#processes/collaboration/document.js';
import { dataConverter } from '#support/test-temporal.js';

describe('the rules that travel in every workflow', () => {
  // What every debt says about who owes it, what meets it and when it comes is data here; a workflow's input may be 2 MB.
  it('take at most 20 kB of history, and 110 kB as plain JSON', async () => {
    const core = coreOf(collaboration);
    expect(Buffer.byteLength(JSON.stringify(core))).toBeLessThan(110_000);
    const [sent] =
      (await dataConverter.payloadCodecs?.[0]?.encode([defaultPayloadConverter.toPayload(core) ?? {}])) ?? [];
    expect(sent?.data?.length).toBeLessThan(20_000);
  });

  it('hold no words: neither labels nor sources nor schemas', () => {
    expect(JSON.stringify(coreOf(collaboration))).not.toMatch(/"(label|nb|source|schema|title)":/);
  });
});
