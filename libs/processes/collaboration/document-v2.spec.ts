import { describe, expect, it } from '@jest/globals';
import { check } from '#domain/release/check.js';
import { coreOf } from '#domain/process/core-of.js';
import { collaborationV1 } from './document.js';
import { collaborationV2 } from './document-v2.js';

describe('version 2 of the collaboration process', () => {
  it('has nothing wrong with it', () => {
    expect(check(collaborationV2)).toEqual([]);
  });

  it('has the phases, gates, items, deadlines, ladders and routes of version 1', () => {
    const { phases, gates, items, deadlines, ladders, routes } = coreOf(collaborationV1);
    expect(coreOf(collaborationV2)).toMatchObject({ phases, gates, items, deadlines, ladders, routes });
  });

  it('lets everyone register what version 1 let them', () => {
    for (const [id, rule] of Object.entries(collaborationV1.facts)) {
      expect(collaborationV2.facts[id]?.by).toEqual(expect.arrayContaining([...rule.by]));
    }
  });
});
