import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from './import-violations.js';

/** How a requirement of OWASP ASVS is met. In the order of the columns of docs/security.md. */
const KINDS = ['test', 'by hand', 'not applicable', 'operator', 'open'] as const;
type Kind = (typeof KINDS)[number];

/** A line of a page in docs/security. One that only adds to the line above it has no number and no level. */
interface Row {
  readonly page: string;
  readonly number: string;
  readonly level: string;
  readonly words: string;
  readonly kind: Kind;
  readonly text: string;
}

const read = (file: string): string => readFileSync(path.join(projectRoot, file), 'utf8');

/** Every number of levels 1 and 2 in version 5.0.0, with its level. */
const LEVELS = JSON.parse(read('tests/architecture/asvs-5.0.0.json')) as Readonly<Record<string, number>>;

const FRONT_PAGE = read('docs/security.md');
const PAGES = readdirSync(path.join(projectRoot, 'docs/security')).map((name) => `docs/security/${name}`);
const ROW = new RegExp(
  `^\\| (?<number>V[\\d.]+|) ?\\| (?<level>[12]|) ?\\| (?<words>[^|]+) \\| (?<kind>${KINDS.join('|')}): (?<text>.+) \\|$`,
);

const rows: readonly Row[] = PAGES.flatMap((page) => rowsIn(page, read(page)));
const requirements = rows.filter(({ number }) => number !== '');

/** @throws when a line of the table is no row. */
function rowsIn(page: string, text: string): Row[] {
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) => {
    const groups = ROW.exec(line)?.groups;
    if (!groups) throw new Error(`${page}: ${line}`);
    return { page, ...groups } as unknown as Row;
  });
}

/** What is wrong with what a row refers to; undefined when nothing is. */
function faultOf({ kind, text }: Pick<Row, 'kind' | 'text'>): string | undefined {
  if (kind === 'test') return faultOfTest(text);
  if (kind === 'by hand') {
    const [, file = ''] = /^`([^`]+)`: ./.exec(text) ?? [];
    return file !== '' && existsSync(path.join(projectRoot, file)) ? undefined : `no file in ${text}`;
  }
  if (kind === 'operator')
    return FRONT_PAGE.includes(`\n- **${text}. `) ? undefined : `${text} is no task of the operator`;
  return undefined;
}

function faultOfTest(text: string): string | undefined {
  const [, file = '', title = ''] = /^`([^`]+\.spec\.ts)` "([^"]+)"$/.exec(text) ?? [];
  if (file === '' || !existsSync(path.join(projectRoot, file))) return `no spec in ${text}`;
  const isTitle = (line: string): boolean => line.includes(title) && /['"`]/.test(line);
  return read(file).split('\n').some(isTitle) ? undefined : `no "${title}" in ${file}`;
}

describe('the pages on security', () => {
  it('have each requirement of levels 1 and 2 exactly once, with its level, on the page of its chapter', () => {
    expect(Object.keys(LEVELS)).toHaveLength(253);
    const listed = requirements.map(({ page, number, level }) => [Number(/v(\d+)-/.exec(page)?.[1]), number, level]);
    const expected = Object.entries(LEVELS).map(([number, level]) => [
      Number(/^V(\d+)/.exec(number)?.[1]),
      number,
      String(level),
    ]);
    expect(listed).toEqual(expected);
  });

  it('name specs and titles, files and tasks of the operator that are there', () => {
    expect(rows.flatMap((row) => faultOf(row) ?? [])).toEqual([]);
  });

  it('add to a requirement only what a test or a file shows', () => {
    const additions = rows.filter(({ number }) => number === '');
    expect(additions.length).toBeGreaterThan(0);
    expect(additions.filter(({ kind }) => kind !== 'test' && kind !== 'by hand')).toEqual([]);
  });

  it('are counted on the front page', () => {
    const count = (page: string): string => {
      const own = requirements.filter((row) => page === 'all' || row.page === page);
      return [own.length, ...KINDS.map((kind) => own.filter((row) => row.kind === kind).length)].join(' | ');
    };
    for (const page of PAGES)
      expect(FRONT_PAGE).toMatch(
        new RegExp(`\\]\\(${page.slice('docs/'.length)}\\) \\| [^|]+ \\| ${count(page).replaceAll('|', '\\|')} \\|\n`),
      );
    expect(FRONT_PAGE).toContain(`| all | | ${count('all')} |`);
  });
});

describe('it is noticed on a page on security', () => {
  it.each<[string, Kind, string]>([
    ['that a spec is not there', 'test', '`tests/api/none.spec.ts` "x"'],
    ['that a title is not there', 'test', '`tests/api/audit.spec.ts` "is read by nobody at all"'],
    ['that a test has no title', 'test', '`tests/api/audit.spec.ts`'],
    ['that a file is not there', 'by hand', '`docs/none.md`: words'],
    ['that a file is not looked into', 'by hand', '`docs/privacy.md`'],
    ['that a task is nobody’s', 'operator', 'O99'],
  ])('%s', (_what, kind, text) => {
    expect(faultOf({ kind, text })).toBeDefined();
  });

  it('that a line is no row', () => {
    const table = (line: string): string => ['| number |', '|---|', line].join('\n');
    expect(() => rowsIn('x', table('| V1.1.1 | 2 | words | open: why |'))).not.toThrow();
    for (const line of [
      '| V1.1.1 | 3 | words | open: why |',
      '| V1.1.1 | 2 | words | met: why |',
      '| V1.1.1 | 2 | words |',
    ])
      expect(() => rowsIn('x', table(line))).toThrow('x: ');
  });
});
