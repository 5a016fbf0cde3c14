import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { filesUnder } from '../../infra/bootstrap/files.mjs';
import { projectRoot } from './import-violations.js';

const MAX_LINE_LENGTH = 140;
const FOLDERS = ['apps', 'docs', 'infra', 'libs', 'tests', 'workflows'];
/** A path from the root of the repository; `<name>`, `*` and `{a,b}` make it a pattern, which is not looked up. */
const REPOSITORY_PATH = new RegExp(`^(?:${FOLDERS.join('|')})/[\\w./-]*$`);
const SOURCE_FILE = /^[\w./-]+\.(?:ts|mjs|cjs|md)$/;

describe('the documents', () => {
  it('have short lines, and name no file or folder that is not there', () => {
    expect(documentsOf(projectRoot)).toEqual(expect.arrayContaining(['README.md', 'CHANGELOG.md', 'libs/README.md']));
    expect(faultsIn(projectRoot)).toEqual([]);
  });

  it('number the decisions in one row, and list each', () => {
    const pages = readdirSync(path.join(projectRoot, 'docs/decisions')).filter((name) => /^\d/.test(name));
    expect(pages.map((name) => Number(name.slice(0, 4)))).toEqual(pages.map((_name, index) => index + 1));
    const list = readFileSync(path.join(projectRoot, 'docs/decisions/README.md'), 'utf8');
    expect([...list.matchAll(/^- \[(\d+)\. .*\]\((.*)\)$/gm)].map(([, n, page]) => [Number(n), page])).toEqual(
      pages.map((page, index) => [index + 1, page]),
    );
  });
});

describe('docs/architecture.md', () => {
  const page = readFileSync(path.join(projectRoot, 'docs/architecture.md'), 'utf8');

  it('has a line for every folder of the tree', () => {
    const folders = treeOf(projectRoot);
    expect(folders).toEqual(expect.arrayContaining(['apps/api/src/cases', 'libs/store/src/cases', 'tests/api']));
    expect(folders.filter((folder) => !page.includes(`\n| \`${folder}\` |`))).toEqual([]);
  });
});

describe('it is noticed in a document', () => {
  let root: string;
  beforeAll(() => {
    root = mkdtempSync(path.join(tmpdir(), 'stafett-documents-'));
    mkdirSync(path.join(root, 'libs/domain'), { recursive: true });
    writeFileSync(path.join(root, 'libs/domain/case.ts'), '');
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const faultsOf = (text: string): readonly string[] => {
    writeFileSync(path.join(root, 'libs/README.md'), text);
    return faultsIn(root);
  };

  it.each([
    ['that a line is too long', 'x'.repeat(MAX_LINE_LENGTH + 1), `libs/README.md:1: 141 characters`],
    ['that a file is not there', 'See `libs/domain/cases.ts`.', 'libs/README.md:1: no libs/domain/cases.ts'],
    ['that a folder is not there', '\nSee `libs/none/`.', 'libs/README.md:2: no libs/none/'],
    ['that a short file name fits no file', 'See `domain/table.ts`.', 'libs/README.md:1: no domain/table.ts'],
    ['that a link leads nowhere', '[a case](domain/cases.md)', 'libs/README.md:1: no domain/cases.md'],
  ])('%s', (_fault, text, expected) => {
    expect(faultsOf(text)).toEqual([expected]);
  });

  it.each([
    ['a line of the greatest length', 'x'.repeat(MAX_LINE_LENGTH)],
    [
      'paths that are there',
      'See `libs/domain/case.ts`, `domain/case.ts`, `case.ts`, `libs/domain` and `libs/domain/`.',
    ],
    [
      'links',
      'See [a case](domain/case.ts), [the folder](domain) and [elsewhere](https://example.org/libs/none.ts#part).',
    ],
    ['what is no path', 'A pattern as `libs/<name>/src`, a route as `GET /people/{id}` and a name as `decide`.'],
  ])('nothing wrong with %s', (_what, text) => {
    expect(faultsOf(text)).toEqual([]);
  });
});

/** The folders into which the programs, the libraries, `infra` and the tests are divided. */
function treeOf(root: string): readonly string[] {
  const parent = /^(?:(?:apps|libs)\/[^/]+\/src|libs\/processes|infra|tests)\/[^/]+(?=\/)/;
  const folders = filesUnder(root, FOLDERS).flatMap((file) => parent.exec(file)?.[0] ?? []);
  return [...new Set(folders)];
}

/** One line for each fault: `file:line: what is wrong`. */
function faultsIn(root: string): readonly string[] {
  const sources = filesUnder(root, FOLDERS).concat(readdirSync(root));
  return documentsOf(root).flatMap((file) =>
    readFileSync(path.join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        const tooLong = [...line].length > MAX_LINE_LENGTH ? [`${[...line].length} characters`] : [];
        const missing = [...missingPaths(root, sources, line), ...deadLinks(root, path.dirname(file), line)];
        return [...tooLong, ...missing.map((it) => `no ${it}`)].map((fault) => `${file}:${index + 1}: ${fault}`);
      }),
  );
}

/** Every document of the repository, at the root and in the folders with sources. */
function documentsOf(root: string): readonly string[] {
  const isDocument = (file: string): boolean => file.endsWith('.md');
  return [...readdirSync(root).filter(isDocument), ...filesUnder(root, FOLDERS).filter(isDocument)];
}

/** Names in backticks that should be there: whole paths, and the last part of a source file's path. */
function missingPaths(root: string, sources: readonly string[], line: string): readonly string[] {
  const names = [...line.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
  return names.filter((name) => {
    if (REPOSITORY_PATH.test(name)) return !existsSync(path.join(root, name));
    return SOURCE_FILE.test(name) && !sources.some((source) => source === name || source.endsWith(`/${name}`));
  });
}

/** Links relative to the document's folder that lead nowhere. */
function deadLinks(root: string, folder: string, line: string): readonly string[] {
  const targets = [...line.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target.replace(/#.*$/, ''));
  return targets.filter((it) => it !== '' && !/^[a-z]+:/.test(it) && !existsSync(path.join(root, folder, it)));
}
