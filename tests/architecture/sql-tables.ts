import ts from 'typescript';

/** A place where SQL needs the name of a table. */
export type TableReference =
  | { readonly table: string }
  /** The name is the value of this expression. */
  | { readonly computed: string };

/** SQL words after which tables stand, one or several. */
const BEFORE_TABLES = /\b(?:FROM|JOIN|INTO|UPDATE|ONLY|TABLE|TRUNCATE|REFERENCES|USING|ON)\s+/g;
const ANYWHERE_LOWER = /^\s*(?:select\s|insert\s+into\s|delete\s+from\s|update\s+\w+\s+set\s|with\s+\w+\s+as\s)/i;
/** One table with its alias, and the comma before the next. `<...>` stands for an interpolated expression. */
const ONE_TABLE = /^\s*"?(?:<(?<computed>[^>]*)>|(?<table>[a-z_]\w*))"?(?:\s+(?:AS\s+)?[a-z]\w*)?\s*(?<more>,?)/;
/** A fragment that begins with a table and its alias, to be put after FROM. */
const LEADING_TABLE = /^\s*"?(?<table>[a-z_]\w*)"?\s+(?:AS\s+)?[a-z]\w*\s*(?:,|(?:CROSS|INNER|JOIN|LEFT|WHERE)\b)/;
/** A column with the name of its table. */
const QUALIFIED = /\b(?<table>[a-z_]\w*)\.[a-z_]\w*\b/g;
const HAS_SQL_WORD = /\b(?:SELECT|WHERE|SET|RETURNING|AND|OR|IN|IS|DO)\b/;

/** An expression that gives a fragment of SQL, whose own text is read too: a constant in capitals, or `somethingSql(...)`. */
const SQL_FRAGMENT = /^(?:[A-Z][A-Z_]*|\w+Sql(?:\(.*)?)$/s;

/**
 * What the string and template literals of a source file name at the places of SQL where a table stands, and the entities
 * that its foreign keys name. Other words than tables (functions, aliases, subqueries) are among them.
 */
export function tableReferencesIn(source: string): TableReference[] {
  const found: TableReference[] = [];
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (text !== undefined) found.push(...(isForeignKey(node) ? [{ table: text }] : referencesInText(text)));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('file.ts', source, ts.ScriptTarget.Latest, true));
  return found;
}

function referencesInText(text: string): TableReference[] {
  const before = new RegExp(BEFORE_TABLES.source, ANYWHERE_LOWER.test(text) ? 'gi' : 'g');
  const listed = [...text.matchAll(before)].flatMap(({ 0: word, index }) => tableList(text.slice(index + word.length)));
  const leading = LEADING_TABLE.exec(text)?.groups?.table;
  const qualified = HAS_SQL_WORD.test(text) ? [...text.matchAll(QUALIFIED)].map(({ groups }) => groups?.table) : [];
  const named = [leading, ...qualified].filter((table) => table !== undefined);
  return [...listed, ...named.map((table) => ({ table }))];
}

function tableList(text: string): TableReference[] {
  const [item] = ONE_TABLE.exec(text) ?? [];
  const { computed, table, more } = ONE_TABLE.exec(text)?.groups ?? {};
  if (item === undefined) return [];
  const others = more ? tableList(text.slice(item.length)) : [];
  if (table !== undefined) return [{ table }, ...others];
  return computed === undefined || SQL_FRAGMENT.test(computed) ? others : [{ computed }, ...others];
}

/** The text of a literal; in a template `<expression>` stands for what is interpolated. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  const spans = node.templateSpans.map(({ expression, literal }) => {
    const code = expression.getText().replace(/[<>]/g, ' ');
    return `<${code}>${literal.text}`;
  });
  return node.head.text + spans.join('');
}

/** `foreignKey: { target: 'Person' }` */
function isForeignKey({ parent }: ts.Node): boolean {
  return ts.isPropertyAssignment(parent) && parent.name.getText() === 'target';
}
