import { latestFact } from './latest-fact.js';
import { JUDGES } from './roles.js';
import { refuse } from '../case/refusal.js';
import type { Case, UserId } from '../case/case.js';
import type { Command, CommandBodies } from '../case/command.js';
import type { Refusal } from '../case/refusal.js';

const HELPED_AS: ReadonlySet<string> = new Set(['mentor', 'pilotleder']);

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

/** One of the evaluation group, whose role has not been taken away before it began. */
const isJudge = ({ parties = [] }: Case, person: UserId): boolean =>
  parties.some(({ party, role }) => party === person && role === JUDGES);

/** Mentor or pilot lead of the case, now or before: by a fact, a role in the case, or a handover taken or given as one. */
function hasHelped({ facts, parties = [], handovers, owner }: Case, { people }: Command, person: UserId): boolean {
  const byFact = facts.some(({ retracted, data }) => !retracted && data.mentor === person);
  const byRole = parties.some(({ party, role }) => party === person && HELPED_AS.has(role));
  if (byFact || byRole) return true;
  const isOne = people[person]?.grants.some(({ role }) => HELPED_AS.has(role)) ?? false;
  const had = handovers.some(
    ({ from, receivers }) => from.person === person || receivers.some((receiver) => receiver.person === person),
  );
  return isOne && (had || owner === person);
}

function isCleared(state: Case, person: UserId): boolean {
  const cleared = state.facts.filter(({ fact, data }) => fact === 'impartialityCleared' && data.cleared === person);
  return latestFact({ ...state, facts: cleared }, 'impartialityCleared') !== undefined;
}
