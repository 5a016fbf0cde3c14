import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from '@jest/globals';
import { processVersions } from '#processes/versions.js';
import { projectRoot } from './import-violations.js';

/**
 * What rules need to know of a fact, route, item or deadline stands in the process document: code that knows an id would
 * have to be changed with the document.
 */

const FOLDERS = ['libs/domain/src', 'libs/store/src', 'libs/contracts/src', 'apps', 'workflows/src'];

const IDS: ReadonlySet<string> = new Set(
  processVersions.flatMap(({ facts, routes, items, deadlines }) =>
    Object.keys({ ...facts, ...routes, ...items, ...deadlines }),
  ),
);

/** Words that are an id by chance, and where they mean something else. */
const HOMONYMS: readonly (readonly [file: string, id: string, reason: string])[] = [
  ['libs/domain/src/case/marks-of.ts', 'receiptSent', 'the type of the event that the opening records'],
  ['libs/domain/src/case/opening-events.ts', 'receiptSent', 'the type of the event that the opening records'],
  ['libs/store/src/mailroom/letters.ts', 'receiptSent', 'the type of the event that the opening records'],
  ['libs/domain/src/model/words/event-words.ts', 'receiptSent', 'the type of the event that the opening records'],
  ['libs/domain/src/case/commands/meetings.ts', 'meetingHeld', 'the type of the event that a meeting was held'],
  ['libs/domain/src/case/evolve-meetings.ts', 'meetingHeld', 'the type of the event that a meeting was held'],
  ['libs/domain/src/case/evolve.ts', 'meetingHeld', 'the type of the event that a meeting was held'],
  ['libs/domain/src/case/marks-of.ts', 'meetingHeld', 'the type of the event that a meeting was held'],
  [
    'libs/domain/src/model/words/meeting-event-words.ts',
    'meetingHeld',
    'the type of the event that a meeting was held',
  ],
  ['libs/store/src/mailroom/letters.ts', 'meetingHeld', 'the type of the event that a meeting was held'],
  ['libs/domain/src/deadline/duties.ts', 'benefitOwner', 'a duty'],
  ['libs/domain/src/process/process-document.ts', 'benefitOwner', 'a duty'],
  ['libs/domain/src/release/checks/attributes.ts', 'benefitOwner', 'a duty'],
  ['libs/domain/src/rules/rule-names.ts', 'receiptSent', 'the name of a state rule'],
  ['libs/domain/src/rules/state-rules.ts', 'receiptSent', 'the name of a state rule'],
  ['libs/domain/src/rules/rule-names.ts', 'contactAndDeputy', 'the name of a state rule'],
  ['libs/domain/src/rules/state-rules.ts', 'contactAndDeputy', 'the name of a state rule'],
  ['libs/domain/src/process/process-document.ts', 'impartiality', 'an aspect'],
  ['libs/domain/src/policy/access-policy.ts', 'impartiality', 'an aspect'],
];

/** Ids in a file's literals (`fact:<id>` and sentences with an id too) and in the keys and members that it names. */
function idsIn(file: string, source: string): string[] {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      for (const id of idsInText(node.text)) found.add(id);
    else if (ts.isIdentifier(node) && isMemberName(node) && isUnmistakable(node.text)) found.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
  return [...found].filter((id) => IDS.has(id)).sort();
}

/** An id may be an ordinary word (`costs`): then only a text that is nothing else counts. */
const idsInText = (text: string): string[] => [text, ...(text.match(/[\w.]+/g) ?? []).filter(isUnmistakable)];
const isUnmistakable = (word: string): boolean => /[a-z][A-Z]|_|\w\.\w/.test(word);

const isMemberName = ({ parent, text }: ts.Identifier): boolean =>
  (ts.isPropertyAssignment(parent) ||
    ts.isShorthandPropertyAssignment(parent) ||
    ts.isPropertyAccessExpression(parent)) &&
  parent.name.getText() === text;

function files(): string[] {
  const found = FOLDERS.flatMap((folder) =>
    readdirSync(path.join(projectRoot, folder), { encoding: 'utf8', recursive: true }).map(
      (file) => `${folder}/${file}`,
    ),
  );
  return found.filter((file) => /\.ts$/.test(file) && !/\.(spec|d)\.ts$|node_modules/.test(file)).sort();
}

describe('an id of the process document', () => {
  it('stands in no code but where the word means something else', () => {
    const found = files().flatMap((file) =>
      idsIn(file, readFileSync(path.join(projectRoot, file), 'utf8')).map((id) => `${file}: ${id}`),
    );
    expect(files().length).toBeGreaterThan(300);
    expect(IDS.size).toBeGreaterThan(150);
    expect(found).toEqual([...new Set(HOMONYMS.map(([file, id]) => `${file}: ${id}`))].sort());
  });

  it.each([
    ["const named = 'hostingUnitNamed';", 'hostingUnitNamed'],
    ["const ends = ['fact:hostingUnitNamed'];", 'hostingUnitNamed'],
    ['const key = `fact:hostingUnitNamed:${seq}`;', 'hostingUnitNamed'],
    ["const UNDONE_BY = { receivingUnitNamed: 'withdrawn' };", 'receivingUnitNamed'],
    ['const rule = document.facts.hostingUnitNamed;', 'hostingUnitNamed'],
    ["const PAID = new Set(['GRANT']);", 'GRANT'],
    ["const isItem = item === 'costs';", 'costs'],
    ["const contact = kind === 'firstContact.contact';", 'firstContact.contact'],
  ])('is found in %s', (source, id) => {
    expect(idsIn('planted.ts', source)).toEqual([id]);
  });

  it('is not found in words that only hold it', () => {
    expect(idsIn('innocent.ts', "const text = 'what it costs'; const pilotEndedLate = costs.costs;")).toEqual([]);
  });
});
