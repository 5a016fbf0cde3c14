import { missingPrerequisite } from '../rules/missing-prerequisite.js';
import { blockers, openHoldOn } from '../gate/blockers.js';
import { latestNamed } from '../model/named-by-facts.js';
import { hasConflictOfInterest } from '../policy/conflict-of-interest.js';
import { notBeforeOf } from '../rules/not-before-rules.js';
import { routeOf } from '../rules/route-of.js';
import { narrowSchema } from './narrow-schema.js';
import { objectSchema, textSchema } from './proposed-step.js';
import type { Blocker } from '../gate/blockers.js';
import type { Case } from '../model/case.js';
import type { Directory } from '../policy/directory.js';
import type { ProcessDocument, GateOutcome, Label } from '../process/process-document.js';
import type { Instant } from '../time.js';
import type { PropertySchema, ProposedStep } from './proposed-step.js';

/** One step for every blocker (several when a field decides what follows); when none is left, the decision itself. */
export function gateSteps(document: ProcessDocument, state: Case, directory: Directory, now: Instant): ProposedStep[] {
  const open = blockers(document, state);
  if (open.length === 0) return decisionSteps(document, state);
  const steps = open.map((blocker) => blockerSteps(document, state, directory, blocker, now));
  const firsts = steps.flatMap(([first]) => (first ? [first] : []));
  const others = steps.flatMap(([, ...rest]) => rest);
  return [...firsts, ...others].sort((a, b) => Number(a.notBefore !== undefined) - Number(b.notBefore !== undefined));
}

function blockerSteps(
  document: ProcessDocument,
  state: Case,
  directory: Directory,
  blocker: Blocker,
  now: Instant,
): ProposedStep[] {
  const item = blocker.item ?? '';
  const why = document.items[item]?.label ?? { nb: item, en: item };
  const { command, fact } = blocker.unblock;
  if (command === 'registerFact' && fact) return factSteps(document, state, directory, fact, why, now);
  if (command === 'tickItem') {
    const who = document.items[item]?.by ?? ['owner', 'deputy', 'manager'];
    const label = { nb: `Kryss av: ${why.nb}`, en: `Tick: ${why.en}` };
    return [{ command, body: { item }, input: objectSchema({}), who, label, why }];
  }
  return [personStep(document, state, directory, command, why)];
}

function personStep(
  document: ProcessDocument,
  state: Case,
  directory: Directory,
  command: string,
  why: Label,
): ProposedStep {
  const who = document.commands[command]?.who ?? ['owner'];
  if (command === 'assignOwner') {
    const owner = eligibleStaff(document, state, directory, ['saksbehandler', 'leder']);
    return {
      command,
      body: {},
      input: objectSchema({ owner: { type: 'string', enum: owner } }),
      who,
      label: { nb: 'Navngi saksbehandler', en: 'Name a case handler' },
      why,
    };
  }
  const deputy = eligibleStaff(document, state, directory, ['saksbehandler', 'leder', 'pilotleder', 'mentor']);
  return {
    command: 'nameDeputy',
    body: {},
    input: objectSchema({ deputy: { type: 'string', enum: deputy } }),
    who,
    label: { nb: 'Navngi stedfortreder', en: 'Name a deputy' },
    why,
  };
}

function eligibleStaff(
  document: ProcessDocument,
  state: Case,
  directory: Directory,
  roles: readonly string[],
): string[] {
  const fits = directory.users.filter(
    (user) =>
      user.staff &&
      user.id !== state.owner &&
      !hasConflictOfInterest(document, state, user) &&
      user.unit === state.unit &&
      user.grants.some(({ role, unit }) => unit === state.unit && roles.includes(role)),
  );
  const first = (user: (typeof fits)[number]): number =>
    Math.min(...user.grants.map(({ role }) => (roles.includes(role) ? roles.indexOf(role) : roles.length)));
  return fits.sort((a, b) => first(a) - first(b)).map((user) => user.id);
}

/**
 * Registers a fact; a field that decides what follows (`x-way`) gives one step for each value. A missing prerequisite
 * comes first.
 */
function factSteps(
  document: ProcessDocument,
  state: Case,
  directory: Directory,
  fact: string,
  why: Label,
  now: Instant,
): ProposedStep[] {
  const rule = document.facts[fact];
  if (!rule) throw new Error(`the process has no fact ${fact}`);
  const missing = missingPrerequisite(document, state, rule);
  if (missing !== undefined) return factSteps(document, state, directory, missing, why, now);
  const decidingField = Object.entries(rule.schema.properties).find(([, property]) => property['x-way']);
  const fixedValues = decidingField ? fixedValuesOf(decidingField[0], decidingField[1]) : [{}];
  return fixedValues.map((fixed) => {
    const data = narrowSchema(document, rule.schema, state, directory, fixed);
    return {
      command: 'registerFact',
      body: { fact, data: fixed },
      input: objectSchema({ data }, data.required.length > 0 ? ['data'] : []),
      who: rule.by,
      label: { nb: `Registrer: ${rule.label.nb}`, en: `Register: ${rule.label.en}` },
      why,
      ...notBefore(document, state, fact, now),
    };
  });
}

function fixedValuesOf(name: string, property: PropertySchema): Record<string, unknown>[] {
  return (Array.isArray(property.enum) ? (property.enum as unknown[]) : []).map((value) => ({ [name]: value }));
}

function notBefore(document: ProcessDocument, state: Case, fact: string, now: Instant): { notBefore?: Instant } {
  const hold = openHoldOn(document, state, fact);
  const rule = document.facts[fact];
  const until = hold?.dueAt ?? (rule && notBeforeOf(state, rule));
  return until !== undefined && until > now ? { notBefore: until } : {};
}

/** The outcomes that lead to a handover: the one already chosen first, skips and ways back last. */
function decisionSteps(document: ProcessDocument, state: Case): ProposedStep[] {
  const chosen = latestNamed(document, state, 'nextStep');
  if (state.gate === 'G1' && (chosen === 'REFER' || chosen === 'REJECT')) return [refusalStep(document, chosen)];
  const gate = document.gates[state.gate];
  const route = routeOf(document, state);
  const outcomes = gate.outcomes.filter(
    (outcome) => outcome.toPhase !== undefined && !(outcome.requiresRoute && route === undefined),
  );
  const order = (outcome: GateOutcome): number =>
    state.gate === 'G1' && outcome.toPhase === chosen ? 0 : outcome.exceptional ? 2 : 1;
  return outcomes
    .sort((a, b) => order(a) - order(b))
    .map((outcome) => ({
      command: 'decideGate',
      body: { decision: outcome.decision, toPhase: outcome.toPhase, ...(outcome.requiresRoute && { route }) },
      input: objectSchema({ reason: textSchema('Begrunnelse', 'Sjekklisten er fullført og grunnlaget er vurdert.') }),
      who: gate.decider,
      label: { nb: `Beslutt: ${gate.label.nb}`, en: `Decide: ${gate.label.en}` },
      why: { nb: 'Ingenting gjenstår på sjekklisten.', en: 'Nothing is left on the checklist.' },
    }));
}

/** For a case that shall not go on: refer it elsewhere, or reject it with a reason and advice. */
function refusalStep(document: ProcessDocument, chosen: 'REFER' | 'REJECT'): ProposedStep {
  const reason = textSchema('Begrunnelse', 'Tilbudet passer ikke med det kommunen trenger nå.');
  const why = { nb: 'Det er valgt å ikke gå videre.', en: 'It was chosen not to go on.' };
  if (chosen === 'REFER') {
    const input = objectSchema({ to: textSchema('Hvem det vises til', 'Etablerertjenesten i nabokommunen'), reason });
    return {
      command: 'refer',
      body: {},
      input,
      who: document.commands.refer?.who ?? ['owner'],
      label: { nb: 'Vis videre', en: 'Refer elsewhere' },
      why,
    };
  }
  const input = objectSchema({
    reason,
    advice: textSchema('Råd', 'Ta kontakt med etablerertjenesten om finansiering.'),
  });
  const label = { nb: 'Ikke gå videre', en: 'Reject' };
  return {
    command: 'reject',
    body: { individualDecision: false },
    input,
    who: document.commands.reject?.who ?? ['owner'],
    label,
    why,
  };
}
