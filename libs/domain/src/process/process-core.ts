import type { ProcessCore, ProcessDocument } from './process-document.js';

/** Members that only people and the API need. */
const DOCUMENT_ONLY: ReadonlySet<string> = new Set([
  'label',
  'source',
  'schema',
  'aspect',
  'award',
  'part',
  'afterAward',
  'reasonAfterAward',
  'balance',
  'promisedReply',
  'holidaySource',
  'promise',
  'agenda',
]);

/** The document without what only people and the API need. Every workflow's input carries it, so it must stay small. */
export function coreOf(document: ProcessDocument): ProcessCore {
  const { id, version, kind, startPhase, ladders, commands, quietPeriods, supportingRoles } = document;
  return {
    id,
    version,
    kind,
    startPhase,
    phases: coreRules(document.phases),
    gates: coreRules(document.gates),
    items: coreRules(document.items),
    facts: coreRules(document.facts),
    deadlines: coreRules(document.deadlines),
    ladders,
    commands,
    routes: coreRules(document.routes),
    meetings: coreRules(document.meetings),
    quietPeriods,
    supportingRoles,
  };
}

function coreRules<T extends Readonly<Record<string, object>>>(rules: T): T {
  const stripped = Object.entries(rules).map(([key, rule]) => [
    key,
    Object.fromEntries(Object.entries(rule).filter(([name, value]) => !DOCUMENT_ONLY.has(name) && value !== undefined)),
  ]);
  return Object.fromEntries(stripped) as T;
}
