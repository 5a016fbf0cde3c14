import type { RuleDescription } from '../../rules/rule-names.js';
import type { ProcessDocument, RuleCall } from '../../process/process-document.js';

/** The rule exists, and the facts that it asks about are named and exist. */
export function ruleCallFaults(
  document: ProcessDocument,
  where: string,
  rules: Readonly<Record<string, RuleDescription>>,
  { rule, facts = [] }: RuleCall,
): string[] {
  const description = rules[rule];
  if (!description) return [`${where}: there is no rule ${rule}`];
  const asks = description.asksAboutFacts ?? false;
  return [
    ...(asks === facts.length > 0 ? [] : [`${where}: ${rule} ${asks ? 'asks about facts' : 'asks about no fact'}`]),
    ...unknownFacts(document, where, facts),
  ];
}

export function unknownFacts(document: ProcessDocument, where: string, facts: readonly string[]): string[] {
  return facts.filter((fact) => !(fact in document.facts)).map((fact) => `${where}: there is no fact ${fact}`);
}
