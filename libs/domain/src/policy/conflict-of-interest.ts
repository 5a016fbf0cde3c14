import { latestFact } from '../model/latest-fact.js';
import { EVALUATION_GROUP } from './roles.js';
import { canActFor } from './permits.js';
import { refuse } from '../model/refusal.js';
import type { Case, Fact, UserId } from '../model/case.js';
import type { Command, CommandBodies, Grant } from '../model/command.js';
import type { Refusal } from '../model/refusal.js';
import { hasEnded } from '../period.js';
import type { LocalDate } from '../time.js';

const SUPPORTING_ROLES: ReadonlySet<string> = new Set(['mentor', 'pilotleder']);
const CLEARANCE = 'impartialityCleared';
const CLEARANCE_ROLES: ReadonlySet<string> = new Set(['jurist', 'innkjoper']);

interface WithState {
  readonly state: Case;
}

/**
 * Whoever supported the entrepreneur may not evaluate the tenders without clearance (domain.md B8, D3): a mentor or
 * pilot lead may not join the evaluation group, and a member of the group may not become mentor or pilot lead.
 */
export function refuseConflictAsTenderEvaluator(
  state: Case,
  command: Command,
  { party, role }: CommandBodies['addParty'],
): Refusal | null {
  const isBoth =
    (role === EVALUATION_GROUP && hasSupported(state, command, party)) ||
    (SUPPORTING_ROLES.has(role) && isTenderEvaluator(state, party));
  if (!isBoth || isCleared(state, party)) return null;
  return refuse('forbidden', 'En mentor eller pilotleder kan ikke sitte i evalueringsgruppa uten å være klarert.', {
    command: 'registerFact',
    fact: 'impartialityCleared',
    role: 'jurist',
    text: 'Få habiliteten vurdert og klarert først.',
  });
}

/** The same for a fact that names a mentor. */
export function refuseConflictAsMentor(state: Case, { mentor }: Readonly<Record<string, unknown>>): Refusal | null {
  if (typeof mentor !== 'string' || !isTenderEvaluator(state, mentor) || isCleared(state, mentor)) return null;
  return refuse('forbidden', 'En som sitter i evalueringsgruppa kan ikke være mentor i saken uten å være klarert.');
}

/** A mentor or pilot lead who is in the evaluation group without clearance. */
export function hasConflictOfInterest(
  state: Case,
  { id, grants }: { readonly id: UserId; readonly grants: readonly Grant[] },
): boolean {
  return grants.some(({ role }) => SUPPORTING_ROLES.has(role)) && isTenderEvaluator(state, id) && !isCleared(state, id);
}

/** The same for a command that gives the case to a person. */
export function refuseConflictAsCaseHandler({ state }: WithState, command: Command, person: UserId): Refusal | null {
  if (!hasConflictOfInterest(state, { id: person, grants: command.people[person]?.grants ?? [] })) return null;
  return refuse(
    'forbidden',
    'En mentor eller pilotleder som sitter i evalueringsgruppa kan ikke ha saken uten å være klarert.',
  );
}

/**
 * Only a legal adviser or procurement officer of the municipality clears: a role in this one case is not enough,
 * because those who have the case can give it. Nobody clears themselves.
 */
export function refuseClearance(
  { by }: Command,
  fact: string,
  { cleared }: Readonly<Record<string, unknown>>,
): Refusal | null {
  if (fact !== CLEARANCE) return null;
  if (!by.grants.some(({ role }) => CLEARANCE_ROLES.has(role)))
    return refuse('forbidden', 'Bare en jurist eller innkjøper i kommunen klarerer for evalueringsgruppa.');
  return typeof cleared === 'string' && canActFor(by, cleared)
    ? refuse('same-person', 'Ingen klarerer seg selv for evalueringsgruppa.')
    : null;
}

/** A clearance cannot be withdrawn while the person is in the evaluation group: their role there must end first. */
export function refuseClearanceWithdrawal(
  state: Case,
  { fact, data }: Fact,
  today: LocalDate,
  to?: unknown,
): Refusal | null {
  const { cleared } = data;
  const isInGroup = (state.parties ?? []).some(
    (it) => it.party === cleared && it.role === EVALUATION_GROUP && !hasEnded(it, today),
  );
  if (fact !== CLEARANCE || !isInGroup || to === cleared) return null;
  return refuse('held', 'Den som er klarert, sitter i evalueringsgruppa.', {
    command: 'endParty',
    role: 'innkjoper',
    text: 'Avslutt rollen i evalueringsgruppa først.',
  });
}

/** Has, had or will have a role in the evaluation group of the case. */
const isTenderEvaluator = ({ parties = [] }: Case, person: UserId): boolean =>
  parties.some(({ party, role }) => party === person && role === EVALUATION_GROUP);

/**
 * Is or was mentor or pilot lead of the case: named by a fact or given the role in the case; or holds such a role and
 * is owner or deputy, has sent or received the case, or has registered a fact.
 */
function hasSupported(state: Case, { people }: Command, person: UserId): boolean {
  const { facts, parties = [], handovers, owner, deputy } = state;
  const byFact = facts.some(({ retracted, data }) => !retracted && data.mentor === person);
  const byRole = parties.some(({ party, role }) => party === person && SUPPORTING_ROLES.has(role));
  if (byFact || byRole) return true;
  const tookPartInHandover = handovers.some(
    ({ from, receivers }) => from.person === person || receivers.some((receiver) => receiver.person === person),
  );
  const holdsSupportingRole = people[person]?.grants.some(({ role }) => SUPPORTING_ROLES.has(role)) ?? false;
  const registeredFact = facts.some(({ by }) => by === person);
  return holdsSupportingRole && (tookPartInHandover || registeredFact || owner === person || deputy === person);
}

function isCleared(state: Case, person: UserId): boolean {
  const cleared = state.facts.filter(({ fact, data }) => fact === CLEARANCE && data.cleared === person);
  return latestFact({ ...state, facts: cleared }, CLEARANCE) !== undefined;
}
