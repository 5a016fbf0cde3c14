import type { Label, ProcessDocument } from '../../process/core.js';

/** A screen needs a word for everything, in both languages. */
export function wordFaults(document: ProcessDocument): string[] {
  const { phases, gates, items, facts, deadlines, routes, capacities, roles } = document;
  const labelled = { ...prefixed('phase', phases), ...prefixed('gate', gates), ...prefixed('item', items) };
  const more = { ...prefixed('fact', facts), ...prefixed('deadline', deadlines), ...prefixed('route', routes) };
  const bare = [...Object.entries(capacities), ...Object.entries(roles)];
  return [...Object.entries({ ...labelled, ...more }), ...bare]
    .filter(([, label]) => !label.nb.trim() || !label.en.trim())
    .map(([key]) => `${key}: a word is missing`);
}

function prefixed(kind: string, rules: Readonly<Record<string, { readonly label: Label }>>): Record<string, Label> {
  return Object.fromEntries(Object.entries(rules).map(([key, rule]) => [`${kind} ${key}`, rule.label]));
}
