import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { GATE_LABELS, PHASE_LABELS } from '#contracts/http/shared/code-labels.js';
import { ROLE_LABELS } from '#contracts/http/shared/register-labels.js';
import { newestProcess } from '#processes/versions.js';

const projectRoot = path.resolve(import.meta.dirname, '../..');
const document = JSON.parse(readFileSync(path.join(projectRoot, 'apps/api/openapi.json'), 'utf8')) as unknown;

interface Codes {
  readonly at: string;
  readonly codes: readonly string[];
  readonly labels: Readonly<Record<string, { readonly nb?: string; readonly en?: string }>>;
}

/** Enums that nobody reads as words: true and false, orders, kinds of files, and codes of refusals, each of which has its `detail`. */
const NOT_WORDS = [/^(true|false)$/, /^(asc|desc)$/, /^(pdf|csv)$/, /^-?(number|openedAt|phaseSince|age|sentAt|due)$/];
const NOT_SHOWN = ['/components/schemas/Problem/properties/code'];

function codesIn(value: unknown, at = ''): Codes[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([name, member]) => codesIn(member, `${at}/${name}`));
  const { enum: codes, 'x-labels': labels = {} } = value as { enum?: string[]; 'x-labels'?: Codes['labels'] };
  return Array.isArray(codes) && codes.length > 1 ? [{ at, codes, labels }, ...inner] : inner;
}

it('every code of every enum that is shown to people has a label in both languages', () => {
  const shown = codesIn(document).filter(
    ({ at, codes }) => !NOT_SHOWN.includes(at) && !codes.every((code) => NOT_WORDS.some((it) => it.test(code))),
  );
  expect(shown.length).toBeGreaterThan(50);
  const missing = shown.flatMap(({ at, codes, labels }) =>
    codes.filter((code) => !labels[code]?.nb || !labels[code].en).map((code) => `${at}: ${code}`),
  );
  expect(missing).toEqual([]);
});

it('phases, gates and roles are called what the process in force calls them', () => {
  const of = (labelled: Readonly<Record<string, { readonly label: object }>>) =>
    Object.fromEntries(Object.entries(labelled).map(([id, { label }]) => [id, label]));
  expect(PHASE_LABELS).toEqual(of(newestProcess.phases));
  expect(GATE_LABELS).toEqual(of(newestProcess.gates));
  const common = Object.entries(ROLE_LABELS).filter(([role]) => role in newestProcess.roles);
  expect(common.length).toBeGreaterThan(20);
  for (const [role, label] of common) expect([role, label]).toEqual([role, newestProcess.roles[role]]);
});
