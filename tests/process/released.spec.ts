import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { ProcessDocument } from '#domain/process/process-document.js';
import { jsonHash } from '#store/db/json-hash.js';
import { secondSmallDocument, smallDocument } from '#support/small-process.js';
import { newestProcess, processVersions as documents } from '#processes/versions.js';

/** By process and version: hash of the canonical JSON, as it was when the version was released. */
type ReleasedHashes = Readonly<Record<string, Readonly<Record<string, string>>>>;

const released = JSON.parse(
  readFileSync(new URL('../../libs/processes/released.json', import.meta.url), 'utf8'),
) as ReleasedHashes;

const nameOf = ({ id, version }: ProcessDocument): string => `${id} ${version}`;

/** What has happened to versions that must stay as they were released: a sentence for each, none when all is well. */
function releaseFaults(current: readonly ProcessDocument[], hashes: ReleasedHashes): string[] {
  const names = current.map(nameOf);
  const known = Object.entries(hashes).flatMap(([id, versions]) =>
    Object.keys(versions).map((version) => `${id} ${version}`),
  );
  const changed = current.flatMap((document) => {
    const [was, is] = [hashes[document.id]?.[document.version], jsonHash(document)];
    if (was === undefined) return [`${nameOf(document)} has no released hash; it would be ${is}`];
    return was === is ? [] : [`${nameOf(document)} was edited after its release: ${was} has become ${is}`];
  });
  const gone = known.filter((name) => !names.includes(name)).map((name) => `${name} is gone`);
  const faults = [...changed, ...gone];
  return faults.length > 0 || names.join() === known.join() ? faults : [`not oldest first: ${names.join(', ')}`];
}

describe('a released process version', () => {
  it.each(documents.map((document) => [nameOf(document), document] as const))(
    '%s is never edited: cases are pinned to it, and replay relies on it; a change is a new version',
    (name) => {
      expect(releaseFaults(documents, released).filter((fault) => fault.startsWith(`${name} `))).toEqual([]);
    },
  );

  it('is still there', () => {
    expect(releaseFaults(documents, released).filter((fault) => !/edited|no released hash/.test(fault))).toEqual([]);
  });

  it('with the highest number is the newest', () => {
    const numbers = documents.filter(({ id }) => id === newestProcess.id).map(({ version }) => version);
    expect(newestProcess.version).toBe(Math.max(...numbers));
  });
});

describe('the check of released versions, run on artificial ones,', () => {
  const both = [smallDocument, secondSmallDocument];
  const hashes = { small: { '1': jsonHash(smallDocument), '2': jsonHash(secondSmallDocument) } };

  it('finds nothing when nothing has happened to them', () => {
    expect(releaseFaults(both, hashes)).toEqual([]);
  });

  it('notices an edit, however deep and small', () => {
    const { phases } = smallDocument;
    const edited = { ...smallDocument, phases: { ...phases, PILOT: { ...phases.PILOT, inactiveAfterDays: 31 } } };
    expect(releaseFaults([edited, secondSmallDocument], hashes)).toEqual([
      `small 1 was edited after its release: ${hashes.small['1']} has become ${jsonHash(edited)}`,
    ]);
  });

  it('notices one that is removed, or takes the number of another', () => {
    expect(releaseFaults([secondSmallDocument], hashes)).toEqual(['small 1 is gone']);
    expect(releaseFaults([smallDocument, { ...secondSmallDocument, version: 1 }], hashes)).toEqual([
      expect.stringMatching(/^small 1 was edited/),
      'small 2 is gone',
    ]);
  });

  it('notices one that is added without its hash, or with that of another', () => {
    const third = { ...secondSmallDocument, version: 3 };
    expect(releaseFaults([...both, third], hashes)).toEqual([
      `small 3 has no released hash; it would be ${jsonHash(third)}`,
    ]);
    const copied = { small: { ...hashes.small, '3': hashes.small['2'] } };
    expect(releaseFaults([...both, third], copied)).toEqual([expect.stringMatching(/^small 3 was edited/)]);
  });

  it('notices when they are out of order or one stands twice', () => {
    expect(releaseFaults([secondSmallDocument, smallDocument], hashes)).toEqual(['not oldest first: small 2, small 1']);
    expect(releaseFaults([smallDocument, ...both], hashes)).toHaveLength(1);
  });

  it('does not mind another order of members, which means nothing', () => {
    const reordered = Object.fromEntries(Object.entries(smallDocument).reverse()) as unknown as ProcessDocument;
    expect(releaseFaults([reordered, secondSmallDocument], hashes)).toEqual([]);
  });
});
