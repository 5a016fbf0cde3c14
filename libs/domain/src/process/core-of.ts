import type { ProcessCore, ProcessDocument } from './core.js';

/** What is for people and for the edge, not for `decide`. */
const WORDS: ReadonlySet<string> = new Set(['label', 'source', 'schema']);

/** The document without its words: what travels in every workflow's input, so it must stay small. */
export function coreOf(document: ProcessDocument): ProcessCore {
  const { id, version, kind, start, ladders, commands, quiet } = document;
  return {
    id,
    version,
    kind,
    start,
    phases: withoutWords(document.phases),
    gates: withoutWords(document.gates),
    items: withoutWords(document.items),
    facts: withoutWords(document.facts),
    deadlines: withoutWords(document.deadlines),
    ladders,
    commands,
    routes: withoutWords(document.routes),
    quiet,
  };
}

function withoutWords<T extends Readonly<Record<string, object>>>(rules: T): T {
  const bare = Object.entries(rules).map(([key, rule]) => [
    key,
    Object.fromEntries(Object.entries(rule).filter(([name, value]) => !WORDS.has(name) && value !== undefined)),
  ]);
  return Object.fromEntries(bare) as T;
}
