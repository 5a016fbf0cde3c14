import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseRestoreArguments } from '#infra/up/restore/restore-arguments.js';
import { parseArguments } from '#tool/usage.js';
import { filesUnder } from '../../infra/bootstrap/files.mjs';
import { chooseWorkloads, WORKLOADS } from '../bench/workloads.js';
import { projectRoot } from './import-violations.js';

/** What a document tells the reader to type does what it says. */

const { scripts } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};
const FOLDERS = ['apps', 'docs', 'infra', 'libs', 'tests', 'workflows'];
const documents = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', '.env.example'],
  ...filesUnder(projectRoot, FOLDERS).filter((file) => file.endsWith('.md')),
];

/** `npm run name -- words`, or `node infra/name.mjs`; brackets stand for what may be left out, angles for the reader's own. */
const COMMAND = /\bnpm (?:run )?(start|test|(?<=run )[\w:-]+)((?: -- [^`#|"\n]*)?)|\bnode (infra\/[\w-]+\.mjs)/g;

interface Printed {
  readonly script: string;
  readonly words: readonly string[];
}

function printedIn(text: string): Printed[] {
  const plain = text.replace(/[[\]]|<[^>]*>/g, '');
  return [...plain.matchAll(COMMAND)].map(([, script = '', rest = '', file]) => ({
    script: file ?? script,
    words: rest
      .replace(/^ -- /, '')
      .split(/\s+/)
      .filter((word) => word !== ''),
  }));
}

/** Why a command cannot be given as printed. Words in capitals stand for what the reader puts in their place. */
function fault({ script, words }: Printed): string | undefined {
  if (script.includes('/')) return existsSync(path.join(projectRoot, script)) ? undefined : `no ${script}`;
  if (scripts[script] === undefined) return `no script ${script}`;
  if (script === 'test') return words.find((word) => !existsSync(path.join(projectRoot, word)));
  if (script === 'bench') {
    const chosen = chooseWorkloads(words.filter((word) => word !== 'NAME').map((word) => word.replace(/=\d+$/, '')));
    return 'unknown' in chosen ? `no workload ${chosen.unknown}` : undefined;
  }
  if (script !== 'stafett' || words[0] === 'COMMAND' || words.length === 0) return undefined;
  if (words[0] === 'restore') return restoreFault(words.slice(1));
  const parsed = parseArguments(words);
  const isKnown = typeof parsed === 'string' || 'command' in parsed || !/^There is no/.test(parsed.usageError);
  return isKnown ? undefined : parsed.usageError;
}

/** The key of the example is the reader's own: an option that is known opens its file, which is not there. */
function restoreFault(words: readonly string[]): string | undefined {
  const parsed = parseRestoreArguments(words, {});
  return typeof parsed === 'string' && !parsed.startsWith('ENOENT') ? parsed : undefined;
}

describe('a command that a document prints', () => {
  it('is there, with its workload, file or command of the tool', () => {
    const found = documents.flatMap((file) =>
      printedIn(readFileSync(path.join(projectRoot, file), 'utf8')).map((printed) => ({ file, ...printed })),
    );
    expect(found.length).toBeGreaterThan(30);
    expect(found.filter((printed) => fault(printed) !== undefined)).toEqual([]);
    expect([...new Set(found.map(({ script }) => script))]).toEqual(
      expect.arrayContaining(['start', 'test', 'check', 'bench', 'stafett', 'infra/openapi.mjs']),
    );
  });

  it('names a workload in capitals or not', () => {
    for (const { name } of WORKLOADS) {
      expect(chooseWorkloads([name.toUpperCase()])).toEqual(chooseWorkloads([name]));
      expect(chooseWorkloads([name])).toEqual([expect.objectContaining({ name })]);
    }
  });

  it.each([
    ['`npm run imagine -- 3`', 'no script imagine'],
    ['`npm run bench -- W99`', 'no workload W99'],
    ['`npm run stafett -- polish`', 'There is no command polish.'],
    ['npm test -- tests/none.spec.ts', 'tests/none.spec.ts'],
    ['run `node infra/none.mjs`', 'no infra/none.mjs'],
  ])('would be noticed: %s', (text, why) => {
    expect(printedIn(text).map(fault)).toEqual([why]);
  });
});
