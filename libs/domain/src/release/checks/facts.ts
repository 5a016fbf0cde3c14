import { NOT_BEFORE_RULES, WHEN_RULES } from '../../rules/rule-names.js';
import type { FactSchema, ProcessDocument } from '../../process/process-document.js';
import { ruleCallFaults, unknownFacts } from './rule-calls.js';
import { schemaFaults } from './schema.js';
import { whoFaults } from './who.js';

/** Who may register a fact, what must be registered first, and which fields it has. */
export function factFaults(document: ProcessDocument): string[] {
  return Object.entries(document.facts).flatMap(([id, fact]) => [
    ...ruleFaults(document, `fact ${id}`, fact),
    ...userFaults(document, `fact ${id}`, fact.schema),
    ...schemaFaults(`fact ${id}`, fact.schema),
    ...(requiresItself(document, id) ? [`fact ${id}: must stand before itself`] : []),
  ]);
}

function ruleFaults(document: ProcessDocument, where: string, fact: ProcessDocument['facts'][string]): string[] {
  const { by, phases, requires = [], requiresWhen = {}, needsGate, needsDecision, needsItem, notBefore } = fact;
  return [
    ...whoFaults(document, where, by),
    ...(phases?.length === 0 ? [`${where}: has no phase`] : []),
    ...(phases ?? [])
      .filter((phase) => !(phase in document.phases))
      .map((phase) => `${where}: there is no phase ${phase}`),
    ...(needsItem === undefined || needsItem in document.items ? [] : [`${where}: there is no item ${needsItem}`]),
    ...Object.keys(requiresWhen).flatMap((rule) => ruleCallFaults(document, where, WHEN_RULES, { rule })),
    ...unknownFacts(document, where, [...requires, ...Object.values(requiresWhen).flat()]),
    ...[needsGate, needsDecision]
      .filter((gate) => gate !== undefined && !(gate in document.gates))
      .map((gate) => `${where}: there is no gate ${gate}`),
    ...(notBefore ? ruleCallFaults(document, where, NOT_BEFORE_RULES, notBefore) : []),
  ];
}

function userFaults(document: ProcessDocument, where: string, schema: FactSchema): string[] {
  return Object.entries(schema.properties).flatMap(([name, { 'x-user': who }]) => {
    if (who === undefined) return [];
    return typeof who === 'string'
      ? whoFaults(document, `${where}, ${name}`, [who])
      : [`${where}, ${name}: x-user is no text`];
  });
}

function requiresItself(document: ProcessDocument, id: string): boolean {
  const seen = new Set<string>();
  const queue = prerequisitesOf(document, id);
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (name === id) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    queue.push(...prerequisitesOf(document, name));
  }
  return false;
}

/** Facts that must be registered before this one, under any rule. */
function prerequisitesOf(document: ProcessDocument, id: string): string[] {
  const { requires = [], requiresWhen = {} } = document.facts[id] ?? {};
  return [...requires, ...Object.values(requiresWhen).flat()];
}
