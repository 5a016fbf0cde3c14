import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { jsonHash } from '#store/db/json-hash.js';
import { processVersions as documents } from '#processes/versions.js';

/** Hash of each version's canonical JSON, as it was when it was released. */
const released = JSON.parse(
  readFileSync(new URL('../../libs/processes/released.json', import.meta.url), 'utf8'),
) as Record<string, Record<string, string>>;

describe('a released process version', () => {
  it.each(documents.map((document) => [`${document.id} ${document.version}`, document] as const))(
    '%s is never edited: cases are pinned to it, and replay relies on it; a change is a new version',
    (_name, document) => {
      expect(jsonHash(document)).toBe(released[document.id]?.[document.version]);
    },
  );

  it('is still there', () => {
    const known = Object.entries(released).flatMap(([id, versions]) =>
      Object.keys(versions).map((version) => `${id} ${version}`),
    );
    expect(documents.map(({ id, version }) => `${id} ${version}`)).toEqual(known);
  });
});
