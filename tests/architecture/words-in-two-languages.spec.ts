import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import ts from 'typescript';
import { projectRoot } from './import-violations.js';

/** Where Norwegian words stand alone: the reason, and the files. */
const NORWEGIAN_ALONE: Readonly<Record<string, readonly string[]>> = {
  'pages that a person opens while signing in, and letters': [
    'apps/api/src/access/links/sign-in-mail.ts',
    'apps/api/src/access/session-pages.ts',
    'apps/api/src/people/email-change-notice.service.ts',
  ],
  'files for the archive, in the language of the municipality': [
    'apps/api/src/audit/audit-csv.ts',
    'apps/api/src/cases/dialogue/dialogue-log-pdf.ts',
    'apps/api/src/cases/dialogue/dialogue-log.ts',
  ],
  'the titles of forms, and examples of what a case handler writes in them': [
    'libs/domain/src/next/command-steps.ts',
    'libs/domain/src/next/forms/form-inputs.ts',
    'libs/domain/src/next/meeting-steps.ts',
    'libs/domain/src/next/question-inputs.ts',
  ],
  'a note that is written into the case': ['apps/api/src/offboarding/case-transfer.service.ts'],
  'the columns of the sheet of people': [
    'apps/api/src/people/import/parse-cells.ts',
    'apps/api/src/people/import/sheet.ts',
  ],
  'an address': ['libs/platform/src/config.ts'],
  'the name of a session, stored with it': ['libs/platform/src/session/describe-browser.ts'],
  'names of days, which stand with the calendar': ['libs/domain/src/calendar/holidays.ts'],
};

const SOURCES = [
  'libs/domain/src',
  'libs/platform/src',
  'libs/store/src',
  'libs/engine/src',
  'libs/contracts/src',
  'apps/api/src',
  'workflows/src',
];
const NORWEGIAN = /[æøå]|\b(ikke|saken|eller|ingen|må|enhet|først)\b/i;

it('Norwegian for people stands with its English: a refusal, a reason, a label', () => {
  const files = SOURCES.flatMap((folder) =>
    readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
      .map((file) => path.posix.join(folder, file)),
  );
  expect(files.length).toBeGreaterThan(300);
  const alone = files.flatMap((file) => norwegianAloneIn(file).map((text) => `${file}: ${text}`));
  const allowed = Object.values(NORWEGIAN_ALONE).flat();
  expect(alone.filter((it) => !allowed.some((file) => it.startsWith(`${file}: `)))).toEqual([]);
  expect(allowed.filter((file) => !alone.some((it) => it.startsWith(`${file}: `)))).toEqual([]);
});

/** Texts with Norwegian words that are not the `nb` of a text in both languages. */
function norwegianAloneIn(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(path.join(projectRoot, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isFirstOfPair(node)) return;
    if (ts.isPropertyAssignment(node) && node.name.getText(source) === 'nb' && hasEnglish(node.parent)) return;
    if (ts.isStringLiteralLike(node) && NORWEGIAN.test(node.text)) found.push(node.text);
    else if (ts.isTemplateExpression(node) && NORWEGIAN.test(node.getText(source))) found.push(node.getText(source));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const hasEnglish = ({ properties }: ts.ObjectLiteralExpression): boolean =>
  properties.some((it) => ts.isPropertyAssignment(it) && ts.isIdentifier(it.name) && it.name.text === 'en');

/** The first argument of a call such as `label('Ny frist', 'New deadline')`, whose second is the English. */
function isFirstOfPair(node: ts.Node): boolean {
  const { parent } = node;
  if (node.kind === ts.SyntaxKind.SourceFile || !ts.isCallExpression(parent) || !ts.isIdentifier(parent.expression))
    return false;
  const [first, second] = parent.arguments;
  return first === node && second !== undefined && PAIRS.has(parent.expression.text);
}

const PAIRS = new Set(['label', 'deadline', 'byReceiver']);
