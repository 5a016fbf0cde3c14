import { latestFact } from '../model/latest-fact.js';
import { JUDGES } from './roles.js';
import { actsAs } from './permits.js';
import { refuse } from '../model/refusal.js';
import type { Case, Fact, UserId } from '../model/case.js';
import type { Command, CommandBodies, Grant } from '../model/command.js';
import type { Refusal } from '../model/refusal.js';
import { hasEnded } from '../period.js';
import type { LocalDate } from '../time.js';

const HELPED_AS: ReadonlySet<string> = new Set(['mentor', 'pilotleder']);
const CLEARING = 'impartialityCleared';
const CLEARED_BY: ReadonlySet<string> = new Set(['jurist', 'innkjoper']);

interface Asked {
  readonly state: Case;
}

/**
 * Who helped the entrepreneur does not judge the tenders unless cleared, whichever came first (domain.md B8, D3):
 * a mentor or pilot lead never comes into the evaluation group, nor one of the group into those roles.
 */
export function mayNotJudge(state: Case, command: Command, { party, role }: CommandBodies['addParty']): Refusal | null {
  const both = (role === JUDGES && hasHelped(state, command, party)) || (HELPED_AS.has(role) && isJudge(state, party));
  if (!both || isCleared(state, party)) return null;
  return refuse('forbidden', 'En mentor eller pilotleder kan ikke sitte i evalueringsgruppa uten å være klarert.', {
    command: 'registerFact',
    fact: 'impartialityCleared',
    role: 'jurist',
    text: 'Få habiliteten vurdert og klarert først.',
  });
}

/** The same for a fact that makes somebody the mentor. */
export function mayNotHelp(state: Case, { mentor }: Readonly<Record<string, unknown>>): Refusal | null {
  if (typeof mentor !== 'string' || !isJudge(state, mentor) || isCleared(state, mentor)) return null;
  return refuse('forbidden', 'En som sitter i evalueringsgruppa kan ikke være mentor i saken uten å være klarert.');
}

/** A mentor or pilot lead who sits in the evaluation group uncleared. */
export function isBarred(
  state: Case,
  { id, grants }: { readonly id: UserId; readonly grants: readonly Grant[] },
): boolean {
  return grants.some(({ role }) => HELPED_AS.has(role)) && isJudge(state, id) && !isCleared(state, id);
}

/** The same for what puts the case itself into somebody's hands. */
export function mayNotHandle({ state }: Asked, command: Command, person: UserId): Refusal | null {
  if (!isBarred(state, { id: person, grants: command.people[person]?.grants ?? [] })) return null;
  return refuse(
    'forbidden',
    'En mentor eller pilotleder som sitter i evalueringsgruppa kan ikke ha saken uten å være klarert.',
  );
}

/**
 * Clearing is a check on those who have the case: it is for a legal adviser or buyer of the house, not for one whom the
 * case itself has made so, and never for oneself.
 */
export function mayNotClear(
  { by }: Command,
  fact: string,
  { cleared }: Readonly<Record<string, unknown>>,
): Refusal | null {
  if (fact !== CLEARING) return null;
  if (!by.grants.some(({ role }) => CLEARED_BY.has(role)))
    return refuse('forbidden', 'Bare en jurist eller innkjøper i kommunen klarerer for evalueringsgruppa.');
  return typeof cleared === 'string' && actsAs(by, cleared)
    ? refuse('same-person', 'Ingen klarerer seg selv for evalueringsgruppa.')
    : null;
}

/** The clearing of one who sits in the group is not taken away under them: the role ends first. */
export function mayNotUnclear(state: Case, { fact, data }: Fact, today: LocalDate, to?: unknown): Refusal | null {
  const { cleared } = data;
  const sits = (state.parties ?? []).some((it) => it.party === cleared && it.role === JUDGES && !hasEnded(it, today));
  if (fact !== CLEARING || !sits || to === cleared) return null;
  return refuse('held', 'Den som er klarert, sitter i evalueringsgruppa.', {
    command: 'endParty',
    role: 'innkjoper',
    text: 'Avslutt rollen i evalueringsgruppa først.',
  });
}

/** One of the evaluation group, whose role has not been taken away before it began. */
const isJudge = ({ parties = [] }: Case, person: UserId): boolean =>
  parties.some(({ party, role }) => party === person && role === JUDGES);

/**
 * Mentor or pilot lead of the case, now or before: by a fact, a role in the case, or, being one, by having had the case,
 * taken or given it, or registered something in it.
 */
function hasHelped(state: Case, { people }: Command, person: UserId): boolean {
  const { facts, parties = [], handovers, owner, deputy } = state;
  const byFact = facts.some(({ retracted, data }) => !retracted && data.mentor === person);
  const byRole = parties.some(({ party, role }) => party === person && HELPED_AS.has(role));
  if (byFact || byRole) return true;
  const had = handovers.some(
    ({ from, receivers }) => from.person === person || receivers.some((receiver) => receiver.person === person),
  );
  const isOne = people[person]?.grants.some(({ role }) => HELPED_AS.has(role)) ?? false;
  const did = facts.some(({ by }) => by === person);
  return isOne && (had || did || owner === person || deputy === person);
}

function isCleared(state: Case, person: UserId): boolean {
  const cleared = state.facts.filter(({ fact, data }) => fact === CLEARING && data.cleared === person);
  return latestFact({ ...state, facts: cleared }, CLEARING) !== undefined;
}
