import { describe, expect, it } from '@jest/globals';
import { defaultPayloadConverter } from '@temporalio/common';
import { coreOf } from '#domain/process/process-core.js';
import { collaboration } from '#processes/collaboration/document.js';
import { dataConverter } from '#support/test-temporal.js';

describe('the rules that travel in every workflow', () => {
  it('take at most 12 kB of history, and 64 kB as plain JSON', async () => {
    const core = coreOf(collaboration);
    expect(Buffer.byteLength(JSON.stringify(core))).toBeLessThan(64_000);
    const [sent] =
      (await dataConverter.payloadCodecs?.[0]?.encode([defaultPayloadConverter.toPayload(core) ?? {}])) ?? [];
    expect(sent?.data?.length).toBeLessThan(12_000);
  });

  it('hold no words: neither labels nor sources nor schemas', () => {
    expect(JSON.stringify(coreOf(collaboration))).not.toMatch(/"(label|nb|source|schema|title)":/);
  });
});
