import type { Label, ProcessDocument } from '../../process/process-document.js';

/** Everything that is shown has a label in both languages. */
export function labelFaults(document: ProcessDocument): string[] {
  const { phases, gates, items, facts, deadlines, routes, meetings, capacities, roles } = document;
  const labelled = { ...prefixed('phase', phases), ...prefixed('gate', gates), ...prefixed('item', items) };
  const alsoLabelled = { ...prefixed('fact', facts), ...prefixed('deadline', deadlines), ...prefixed('route', routes) };
  const agendas = Object.entries(meetings).flatMap(([id, { agenda, label }]) =>
    [label, ...agenda].map((words) => [`meeting ${id}`, words] as const),
  );
  const plainLabels = [...Object.entries(capacities), ...Object.entries(roles), ...agendas];
  return [...Object.entries({ ...labelled, ...alsoLabelled }), ...plainLabels]
    .filter(([, label]) => !label.nb.trim() || !label.en.trim())
    .map(([key]) => `${key}: a word is missing`);
}

function prefixed(kind: string, rules: Readonly<Record<string, { readonly label: Label }>>): Record<string, Label> {
  return Object.fromEntries(Object.entries(rules).map(([key, rule]) => [`${kind} ${key}`, rule.label]));
}
