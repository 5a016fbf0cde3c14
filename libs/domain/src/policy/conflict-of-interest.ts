import { factNaming, isNamed, namedIn } from '../model/named-by-facts.js';
import { EVALUATION_GROUP } from './roles.js';
import { canActFor, isPermitted } from './permits.js';
import { refuse } from '../model/refusal.js';
import type { Case, Fact, UserId } from '../model/case.js';
import type { Command, CommandBodies, Grant } from '../model/command.js';
import type { Refusal } from '../model/refusal.js';
import type { ProcessCore } from '../process/process-document.js';
import { hasEnded } from '../period.js';
import type { LocalDate } from '../time.js';

/** The case and the process that it is pinned to. */
interface CaseInProcess {
  readonly state: Case;
  readonly ctx: { readonly core: ProcessCore };
}

type FactContent = Pick<Fact, 'fact' | 'data'>;

/**
 * Whoever supported the entrepreneur may not evaluate the tenders without clearance (domain.md B8, D3): a mentor or
 * pilot lead may not join the evaluation group, and a member of the group may not become mentor or pilot lead.
 */
export function refuseConflictAsTenderEvaluator(
  { state, ctx: { core } }: CaseInProcess,
  command: Command,
  { party, role }: CommandBodies['addParty'],
): Refusal | null {
  const isBoth =
    (role === EVALUATION_GROUP && hasSupported(core, state, command, party)) ||
    (core.supportingRoles.includes(role) && isTenderEvaluator(state, party));
  if (!isBoth || isCleared(core, state, party)) return null;
  const fact = factNaming(core, 'cleared');
  return refuse(
    'forbidden',
    {
      nb: 'En mentor eller pilotleder kan ikke sitte i evalueringsgruppa uten å være klarert.',
      en: 'A mentor or pilot lead cannot be in the evaluation group without being cleared.',
    },
    {
      command: 'registerFact',
      ...(fact !== undefined && { fact }),
      role: 'jurist',
      text: { nb: 'Få habiliteten vurdert og klarert først.', en: 'Have the impartiality assessed and cleared first.' },
    },
  );
}

/** The same for a fact that names a mentor. */
export function refuseConflictAsMentor({ state, ctx: { core } }: CaseInProcess, fact: FactContent): Refusal | null {
  const mentor = namedIn(core, fact, 'mentor');
  if (typeof mentor !== 'string' || !isTenderEvaluator(state, mentor) || isCleared(core, state, mentor)) return null;
  return refuse('forbidden', {
    nb: 'En som sitter i evalueringsgruppa kan ikke være mentor i saken uten å være klarert.',
    en: 'A member of the evaluation group cannot be mentor in the case without being cleared.',
  });
}

/** A mentor or pilot lead who is in the evaluation group without clearance. */
export function hasConflictOfInterest(
  core: ProcessCore,
  state: Case,
  { id, grants }: { readonly id: UserId; readonly grants: readonly Grant[] },
): boolean {
  const canSupport = grants.some(({ role }) => core.supportingRoles.includes(role));
  return canSupport && isTenderEvaluator(state, id) && !isCleared(core, state, id);
}

/** The same for a command that gives the case to a person. */
export function refuseConflictAsCaseHandler(
  { state, ctx }: CaseInProcess,
  command: Command,
  person: UserId,
): Refusal | null {
  if (!hasConflictOfInterest(ctx.core, state, { id: person, grants: command.people[person]?.grants ?? [] }))
    return null;
  return refuse('forbidden', {
    nb: 'En mentor eller pilotleder som sitter i evalueringsgruppa kan ikke ha saken uten å være klarert.',
    en: 'A mentor or pilot lead who is in the evaluation group cannot have the case without being cleared.',
  });
}

/**
 * Only a legal adviser or procurement officer of the municipality clears: a role in this one case is not enough,
 * because those who have the case can give it. Nobody clears themselves.
 */
export function refuseClearance(
  { state, ctx: { core } }: CaseInProcess,
  { by }: Command,
  fact: FactContent,
): Refusal | null {
  const rule = core.facts[fact.fact];
  if (rule?.names?.cleared === undefined) return null;
  if (!isPermitted(core, state, { ...by, parties: [], standsInFor: [] }, rule.by))
    return refuse('forbidden', {
      nb: 'Bare en jurist eller innkjøper i kommunen klarerer for evalueringsgruppa.',
      en: 'Only a legal adviser or procurement officer of the municipality clears for the evaluation group.',
    });
  const cleared = namedIn(core, fact, 'cleared');
  return typeof cleared === 'string' && canActFor(by, cleared)
    ? refuse('same-person', {
        nb: 'Ingen klarerer seg selv for evalueringsgruppa.',
        en: 'Nobody clears themselves for the evaluation group.',
      })
    : null;
}

/** A clearance cannot be withdrawn while the person is in the evaluation group: their role there must end first. */
export function refuseClearanceWithdrawal(
  { state, ctx: { core } }: CaseInProcess,
  fact: Fact,
  today: LocalDate,
  corrected: Fact['data'] = {},
): Refusal | null {
  const cleared = namedIn(core, fact, 'cleared');
  const isInGroup = (state.parties ?? []).some(
    (it) => it.party === cleared && it.role === EVALUATION_GROUP && !hasEnded(it, today),
  );
  if (!isInGroup || namedIn(core, { ...fact, data: corrected }, 'cleared') === cleared) return null;
  return refuse(
    'held',
    {
      nb: 'Den som er klarert, sitter i evalueringsgruppa.',
      en: 'The person who is cleared is in the evaluation group.',
    },
    {
      command: 'endParty',
      role: 'innkjoper',
      text: { nb: 'Avslutt rollen i evalueringsgruppa først.', en: 'End the role in the evaluation group first.' },
    },
  );
}

/** Has, had or will have a role in the evaluation group of the case. */
const isTenderEvaluator = ({ parties = [] }: Case, person: UserId): boolean =>
  parties.some(({ party, role }) => party === person && role === EVALUATION_GROUP);

/**
 * Is or was mentor or pilot lead of the case: named by a fact or given the role in the case; or holds such a role and
 * is owner or deputy, has sent or received the case, or has registered a fact.
 */
function hasSupported(core: ProcessCore, state: Case, { people }: Command, person: UserId): boolean {
  const { facts, parties = [], handovers, owner, deputy } = state;
  const byRole = parties.some(({ party, role }) => party === person && core.supportingRoles.includes(role));
  if (byRole || isNamed(core, state, 'mentor', person)) return true;
  const tookPartInHandover = handovers.some(
    ({ from, receivers }) => from.person === person || receivers.some((receiver) => receiver.person === person),
  );
  const holdsSupportingRole = people[person]?.grants.some(({ role }) => core.supportingRoles.includes(role)) ?? false;
  const registeredFact = facts.some(({ by }) => by === person);
  return holdsSupportingRole && (tookPartInHandover || registeredFact || owner === person || deputy === person);
}

function isCleared(core: ProcessCore, state: Case, person: UserId): boolean {
  return isNamed(core, state, 'cleared', person);
}
