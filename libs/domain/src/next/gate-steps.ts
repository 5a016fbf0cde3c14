import { missingBefore } from '../rules/prerequisites.js';
import { blockers, holdOn } from '../gate/blockers.js';
import { latestFact } from '../model/latest-fact.js';
import { isBarred } from '../policy/segregation.js';
import { notBeforeRules } from '../rules/not-before-rules.js';
import { routeOf } from '../rules/route-of.js';
import { narrow } from './narrow.js';
import { objectOf, textOf } from './step.js';
import type { NotBeforeRule } from '../rules/names.js';
import type { Blocker } from '../gate/blockers.js';
import type { Case } from '../model/case.js';
import type { Directory } from '../policy/directory.js';
import type { ProcessDocument, Way } from '../process/core.js';
import type { Instant } from '../time.js';
import type { Schema, Step, Words } from './step.js';

/** One step (or one for each way it can go) for every blocker; when none is left, the decision itself. */
export function gateSteps(document: ProcessDocument, state: Case, directory: Directory, now: Instant): Step[] {
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
): Step[] {
  const item = blocker.item ?? '';
  const why = document.items[item]?.label ?? { nb: item, en: item };
  const { command, fact } = blocker.unblock;
  if (command === 'registerFact' && fact) return factSteps(document, state, directory, fact, why, now);
  if (command === 'tickItem') {
    const who = document.items[item]?.by ?? ['owner', 'deputy', 'manager'];
    const label = { nb: `Kryss av: ${why.nb}`, en: `Tick: ${why.en}` };
    return [{ command, body: { item }, input: objectOf({}), who, label, why }];
  }
  return [personStep(document, state, directory, command, why)];
}

function personStep(document: ProcessDocument, state: Case, directory: Directory, command: string, why: Words): Step {
  const who = document.commands[command]?.who ?? ['owner'];
  if (command === 'assignOwner') {
    const owner = staffOf(state, directory, ['saksbehandler', 'leder']);
    return {
      command,
      body: {},
      input: objectOf({ owner: { type: 'string', enum: owner } }),
      who,
      label: { nb: 'Navngi saksbehandler', en: 'Name a case handler' },
      why,
    };
  }
  const deputy = staffOf(state, directory, ['saksbehandler', 'leder', 'pilotleder', 'mentor']);
  return {
    command: 'nameDeputy',
    body: {},
    input: objectOf({ deputy: { type: 'string', enum: deputy } }),
    who,
    label: { nb: 'Navngi stedfortreder', en: 'Name a deputy' },
    why,
  };
}

function staffOf(state: Case, directory: Directory, roles: readonly string[]): string[] {
  const fits = directory.users.filter(
    (user) =>
      user.staff &&
      user.id !== state.owner &&
      !isBarred(state, user) &&
      user.unit === state.unit &&
      user.grants.some(({ role, unit }) => unit === state.unit && roles.includes(role)),
  );
  const first = (user: (typeof fits)[number]): number =>
    Math.min(...user.grants.map(({ role }) => (roles.includes(role) ? roles.indexOf(role) : roles.length)));
  return fits.sort((a, b) => first(a) - first(b)).map((user) => user.id);
}

/** Registers a fact; where a field decides the way (`x-way`), one step for each value. A missing prerequisite comes first. */
function factSteps(
  document: ProcessDocument,
  state: Case,
  directory: Directory,
  fact: string,
  why: Words,
  now: Instant,
): Step[] {
  const rule = document.facts[fact];
  if (!rule) throw new Error(`the process has no fact ${fact}`);
  const missing = missingBefore(document, state, rule);
  if (missing !== undefined) return factSteps(document, state, directory, missing, why, now);
  const way = Object.entries(rule.schema.properties).find(([, property]) => property['x-way']);
  const fixes = way ? waysOf(way[0], way[1]) : [{}];
  return fixes.map((fixed) => {
    const data = narrow(rule.schema, state, directory, fixed);
    return {
      command: 'registerFact',
      body: { fact, data: fixed },
      input: objectOf({ data }, data.required.length > 0 ? ['data'] : []),
      who: rule.by,
      label: { nb: `Registrer: ${rule.label.nb}`, en: `Register: ${rule.label.en}` },
      why,
      ...notBefore(document, state, fact, now),
    };
  });
}

function waysOf(name: string, property: Schema): Record<string, unknown>[] {
  return (Array.isArray(property.enum) ? (property.enum as unknown[]) : []).map((value) => ({ [name]: value }));
}

function notBefore(document: ProcessDocument, state: Case, fact: string, now: Instant): { notBefore?: Instant } {
  const hold = holdOn(document, state, fact);
  const named = document.facts[fact]?.notBefore;
  const until = hold?.dueAt ?? (named === undefined ? undefined : notBeforeRules[named as NotBeforeRule](state));
  return until !== undefined && until > now ? { notBefore: until } : {};
}

/** The ways that carry on, the one chosen or already prepared first; skips and ways back last. */
function decisionSteps(document: ProcessDocument, state: Case): Step[] {
  const chosen = latestFact(state, 'nextStepChosen')?.data.step;
  if (state.gate === 'G1' && (chosen === 'REFER' || chosen === 'REJECT')) return [kindNo(document, chosen)];
  const gate = document.gates[state.gate];
  const route = routeOf(state);
  const ways = gate.ways.filter((way) => way.toPhase !== undefined && !(way.routed && route === undefined));
  const order = (way: Way): number => (state.gate === 'G1' && way.toPhase === chosen ? 0 : way.aside ? 2 : 1);
  return ways
    .sort((a, b) => order(a) - order(b))
    .map((way) => ({
      command: 'decideGate',
      body: { decision: way.decision, toPhase: way.toPhase, ...(way.routed && { route }) },
      input: objectOf({ reason: textOf('Begrunnelse', 'Sjekklisten er fullført og grunnlaget er vurdert.') }),
      who: gate.decider,
      label: { nb: `Beslutt: ${gate.label.nb}`, en: `Decide: ${gate.label.en}` },
      why: { nb: 'Ingenting gjenstår på sjekklisten.', en: 'Nothing is left on the checklist.' },
    }));
}

/** The choice was not to go on: refer elsewhere, or say no with a reason and advice. */
function kindNo(document: ProcessDocument, chosen: 'REFER' | 'REJECT'): Step {
  const reason = textOf('Begrunnelse', 'Tilbudet passer ikke med det kommunen trenger nå.');
  const why = { nb: 'Det er valgt å ikke gå videre.', en: 'It was chosen not to go on.' };
  if (chosen === 'REFER') {
    const input = objectOf({ to: textOf('Hvem det vises til', 'Etablerertjenesten i nabokommunen'), reason });
    return {
      command: 'refer',
      body: {},
      input,
      who: document.commands.refer?.who ?? ['owner'],
      label: { nb: 'Vis videre', en: 'Refer elsewhere' },
      why,
    };
  }
  const input = objectOf({ reason, advice: textOf('Råd', 'Ta kontakt med etablerertjenesten om finansiering.') });
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
