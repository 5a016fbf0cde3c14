import { defaultQuietPeriods } from '#domain/calendar/quiet-periods.js';
import { commandRulesOf } from './command-rules.js';
import { common } from './common.js';
import { effectEvaluation } from './effect-evaluation.js';
import { firstContact } from './first-contact.js';
import { ladders } from './ladders.js';
import { meetings } from './meetings.js';
import { mentoring } from './mentoring.js';
import { operation } from './operation.js';
import { pilot } from './pilot.js';
import { procurement } from './procurement.js';
import { capacities, roles, supportingRoles } from './role-labels.js';
import { routes } from './routes.js';
import type { ProcessDocument } from '#domain/process/process-document.js';

/** Merges parts. Throws when two parts define the same key. */
function mergeParts<T>(...parts: readonly Readonly<Record<string, T>>[]): Readonly<Record<string, T>> {
  const all = parts.flatMap((part) => Object.entries(part));
  const duplicate = all.find(([key], index) => all.findIndex(([other]) => other === key) !== index);
  if (duplicate) throw new Error(`${duplicate[0]} is defined twice`);
  return Object.fromEntries(all);
}

const phases = [firstContact, mentoring, pilot, procurement, operation, effectEvaluation] as const;

const gates = {
  ...firstContact.gates,
  ...mentoring.gates,
  ...pilot.gates,
  ...procurement.gates,
  ...operation.gates,
  ...effectEvaluation.gates,
} satisfies ProcessDocument['gates'];
const items = mergeParts<ProcessDocument['items'][string]>(...phases.map((part) => part.items));
const facts = mergeParts<ProcessDocument['facts'][string]>(...phases.map((part) => part.facts), common.facts);

/**
 * A collaboration from first contact to evaluated effect. Its hash stands in ../released.json: once a release has gone out,
 * cases are pinned to this version, and a change is a new version beside it.
 */
export const collaboration: ProcessDocument = {
  id: 'collaboration',
  version: 1,
  kind: 'collaboration',
  validFrom: '2026-01-01',
  startPhase: 'FIRST_CONTACT',
  phases: {
    FIRST_CONTACT: firstContact.phase,
    MENTORING: mentoring.phase,
    PILOT: pilot.phase,
    PROCUREMENT: procurement.phase,
    OPERATION: operation.phase,
    EFFECT_EVALUATION: effectEvaluation.phase,
  },
  gates,
  items,
  facts,
  deadlines: mergeParts<ProcessDocument['deadlines'][string]>(
    ...phases.map((part) => part.deadlines),
    meetings.deadlines,
    common.deadlines,
  ),
  ladders,
  commands: commandRulesOf({ gates, items, facts }),
  routes,
  meetings: meetings.templates,
  quietPeriods: defaultQuietPeriods,
  supportingRoles,
  capacities,
  roles,
};
