import ts from 'typescript';
import { tableReferencesIn } from './sql-tables.js';

/** A query on a case table, in the named top-level declaration of a file (`Class.method` in a class). */
export interface CaseQuery {
  readonly declaration: string;
  /** Whether it has the condition that the caller may read the case. */
  readonly guarded: boolean;
}

/** The tables that hold cases, or what belongs to one. */
export interface CaseTables {
  /** Names in SQL. */
  readonly names: ReadonlySet<string>;
  /** Names of the entities in code: `XTable`. */
  readonly entities: ReadonlySet<string>;
}

const GUARD = 'readableSql';
const SQL_VERB = /\b(?:SELECT|UPDATE|DELETE\s+FROM)\b/;
/** Methods of TypeORM that read a table. */
const READ_METHOD = /^(?:find|count|exist|createQueryBuilder|getRepository|sum|average|minimum|maximum|query|stream)/;

/**
 * Every query of a source file on a case table: SQL in a literal, with the constants and functions of the file that it puts
 * together, and reads by TypeORM.
 */
export function caseQueriesIn(source: string, tables: CaseTables): CaseQuery[] {
  const file = ts.createSourceFile('file.ts', source, ts.ScriptTarget.Latest, true);
  return declarationsOf(file).flatMap(({ name, node }) => {
    const found: CaseQuery[] = [];
    const visit = (part: ts.Node): void => {
      if (isSqlQuery(part) && namesCaseTable(part, file, tables))
        found.push({ declaration: name, guarded: isGuarded(part, file) });
      if (isOrmRead(part, tables)) found.push({ declaration: name, guarded: false });
      ts.forEachChild(part, visit);
    };
    visit(node);
    return found;
  });
}

interface Declaration {
  readonly name: string;
  readonly node: ts.Node;
}

function declarationsOf(file: ts.SourceFile): Declaration[] {
  return file.statements.flatMap((statement): Declaration[] => {
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map((node) => ({ name: node.name.getText(), node }));
    if (ts.isClassDeclaration(statement))
      return statement.members.map((node) => ({
        name: `${statement.name?.text ?? ''}.${node.name?.getText() ?? 'constructor'}`,
        node,
      }));
    const name = ts.isFunctionDeclaration(statement) ? (statement.name?.text ?? '') : '(top of the file)';
    return ts.isImportDeclaration(statement) ? [] : [{ name, node: statement }];
  });
}

const isText = (node: ts.Node): node is ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateExpression =>
  ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node);

const isSqlQuery = (node: ts.Node): boolean => isText(node) && SQL_VERB.test(node.getText());

function isOrmRead(node: ts.Node, { entities }: CaseTables): boolean {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  return (
    READ_METHOD.test(node.expression.name.text) &&
    node.arguments.some((it) => ts.isIdentifier(it) && entities.has(it.text))
  );
}

function namesCaseTable(query: ts.Node, file: ts.SourceFile, { names }: CaseTables): boolean {
  const texts = [query, ...partsOf(query, file)].map((node) => `const sql = ${node.getText()};`);
  return texts.some((text) => tableReferencesIn(text).some((it) => 'table' in it && names.has(it.table)));
}

const isGuarded = (query: ts.Node, file: ts.SourceFile): boolean =>
  [query, ...partsOf(query, file)].some((node) => identifiersIn(node).some(({ text }) => text === GUARD));

/** The values and functions of the file that a piece of code is put together from, directly or by others. */
function partsOf(code: ts.Node, file: ts.SourceFile): readonly ts.Node[] {
  const found = new Set<ts.Node>();
  const add = (node: ts.Node): void => {
    for (const identifier of identifiersIn(node)) {
      const value = valueOf(identifier, file);
      if (!value || found.has(value)) continue;
      found.add(value);
      add(value);
    }
  };
  add(code);
  return [...found];
}

function identifiersIn(node: ts.Node): ts.Identifier[] {
  const found: ts.Identifier[] = [];
  const visit = (part: ts.Node): void => {
    if (ts.isIdentifier(part)) found.push(part);
    ts.forEachChild(part, visit);
  };
  visit(node);
  return found;
}

/** What the nearest declaration of that name around the identifier gives it: the value of a constant, or a function. */
function valueOf(identifier: ts.Identifier, file: ts.SourceFile): ts.Node | undefined {
  for (let scope: ts.Node | undefined = identifier.parent; scope; scope = scope.parent) {
    if (!ts.isBlock(scope) && scope !== file) continue;
    for (const statement of (scope as ts.Block | ts.SourceFile).statements) {
      if (ts.isFunctionDeclaration(statement) && statement.name?.text === identifier.text) return statement;
      if (!ts.isVariableStatement(statement)) continue;
      const declared = statement.declarationList.declarations.find((it) => it.name.getText() === identifier.text);
      if (declared?.initializer) return declared.initializer;
    }
  }
  return undefined;
}
