import ts from 'typescript';

/** One small fault that can be put into a file. */
export interface Mutant {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  readonly line: number;
  readonly what: string;
}

const SWAPPED = new Map<ts.SyntaxKind, string>([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.PlusToken, '-'],
  [ts.SyntaxKind.MinusToken, '+'],
]);

/** Every fault that the operators find in a file, in the order of the text. Types, imports, labels and words are left alone. */
export function mutantsOf(fileName: string, text: string): Mutant[] {
  const source = ts.createSourceFile(fileName, text, ts.ScriptTarget.ES2023, true);
  const found: Mutant[] = [];
  const add = (node: ts.Node, replacement: string, what: string): void => {
    const start = node.getStart(source);
    const line = source.getLineAndCharacterOfPosition(start).line + 1;
    found.push({ start, end: node.getEnd(), replacement, line, what });
  };
  const visit = (node: ts.Node): void => {
    if (isLeftAlone(node)) return;
    mutate(node, source, add);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.sort((a, b) => a.start - b.start);
}

function isLeftAlone(node: ts.Node): boolean {
  if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return true;
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isThrowStatement(node)) return true;
  if (ts.isPropertyAssignment(node))
    return /^['"]?(label|source|text|nb|en|title|why|examples)['"]?$/.test(node.name.getText());
  if (ts.isCallExpression(node)) return /^(label|refuse|freeText|choice|date|yesNo)$/.test(node.expression.getText());
  return false;
}

type Add = (node: ts.Node, replacement: string, what: string) => void;

function mutate(node: ts.Node, source: ts.SourceFile, add: Add): void {
  const textOf = (it: ts.Node): string => it.getText(source);
  if (ts.isBinaryExpression(node)) {
    const swapped = SWAPPED.get(node.operatorToken.kind);
    if (swapped !== undefined && !isText(node))
      add(node.operatorToken, swapped, `${textOf(node.operatorToken)} becomes ${swapped}`);
  } else if (ts.isIfStatement(node)) {
    add(node.expression, `!(${textOf(node.expression)})`, 'the condition is turned around');
  } else if (ts.isConditionalExpression(node)) {
    add(node.condition, `!(${textOf(node.condition)})`, 'the condition is turned around');
  } else if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression)) {
    add(node, ';', 'the statement is dropped');
  } else if (ts.isNumericLiteral(node) && !ts.isElementAccessExpression(node.parent)) {
    add(node, String(Number(textOf(node).replaceAll('_', '')) + 1), 'the number is one more');
  } else if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) {
    add(node, node.kind === ts.SyntaxKind.TrueKeyword ? 'false' : 'true', 'yes becomes no, or no yes');
  } else if (ts.isArrayLiteralExpression(node) && node.elements.length > 0) {
    const [first, ...rest] = node.elements;
    if (first) add(node, `[${rest.map(textOf).join(', ')}]`, `${textOf(first).slice(0, 30)} is left out`);
  } else if (ts.isReturnStatement(node) && node.expression && isEarly(node)) {
    add(node, ';', 'the early return is dropped');
  } else if (ts.isPropertyAccessExpression(node) && (node.name.text === 'some' || node.name.text === 'every')) {
    add(node.name, node.name.text === 'some' ? 'every' : 'some', `${node.name.text} is the other`);
  }
}

/** Text is joined with plus; the sum of two numbers is another matter. */
const isText = (node: ts.BinaryExpression): boolean =>
  node.operatorToken.kind === ts.SyntaxKind.PlusToken && /['"`]/.test(node.getText());

/** A return that others follow: alone under an `if`, in a function that goes on. */
const isEarly = (node: ts.ReturnStatement): boolean => ts.isIfStatement(node.parent);
