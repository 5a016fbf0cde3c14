import { STATE_RULES, WHEN_RULES } from '../../rules/rule-names.js';
import type { ProcessDocument } from '../../process/process-document.js';
import { ruleCallFaults, unknownFacts } from './rule-calls.js';
import { whoFaults } from './who.js';

/** Every checklist item belongs to exactly one gate and can be met. */
export function itemFaults(document: ProcessDocument): string[] {
  const used = Object.values(document.gates).flatMap(({ items }) => items);
  return Object.entries(document.items).flatMap(([id, item]) => {
    const where = `item ${id}`;
    const gates = used.filter((other) => other === id).length;
    const { metBy, when, by } = item;
    return [
      ...(gates === 1 ? [] : [`${where}: stands at ${gates} gates`]),
      ...('fact' in metBy ? unknownFacts(document, where, [metBy.fact]) : []),
      ...('state' in metBy ? ruleCallFaults(document, where, STATE_RULES, { ...metBy, rule: metBy.state }) : []),
      ...(when ? ruleCallFaults(document, where, WHEN_RULES, when) : []),
      ...(by ? whoFaults(document, where, by) : []),
    ];
  });
}
