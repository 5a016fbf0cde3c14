import { stepWith } from '../../model/meetings.js';
import { approvalWith } from '../../model/approvals.js';
import { questionWith } from '../../model/questions.js';
import { canRead } from '../../policy/read-access.js';
import {
  APPROVER_PREFIX,
  ASKED_PREFIX,
  MANAGER_ROLES,
  STEP_PREFIX,
  hasRelation,
  roleAndUnitOf,
} from '../../policy/permits.js';
import type { Case } from '../../model/case.js';
import type { Asked } from '../../model/asked.js';
import type { Actor } from '../../model/command.js';
import type { Directory, DirectoryUser } from '../../policy/directory.js';
import type { ProcessCore, Who } from '../../process/process-document.js';

/**
 * Staff who fit any of the rules and may read the case: the owner first, then those of the unit, then those above it.
 */
export function candidates(
  core: ProcessCore,
  state: Case,
  directory: Directory,
  rules: readonly Who[],
  actorOf: (user: DirectoryUser) => Actor,
): DirectoryUser[] {
  const fits = directory.users.filter((user) => isCandidate(core, state, rules, user, actorOf));
  const ranks = new Map(fits.map((user) => [user, rank(core, state, rules, user, actorOf(user))]));
  return fits.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
}

/** Whether the person is one of `candidates`. */
export function isCandidate(
  core: ProcessCore,
  state: Case,
  rules: readonly Who[],
  user: DirectoryUser,
  actorOf: (user: DirectoryUser) => Actor,
): boolean {
  if (!user.staff) return false;
  const actor = actorOf(user);
  return rules.some((who) => hasRelation(core, state, actor, who)) && canRead(state, actor);
}

function rank(core: ProcessCore, state: Case, rules: readonly Who[], user: DirectoryUser, actor: Actor): number {
  if (user.id === state.owner && rules.some((who) => who === 'owner' || who === 'sender')) return 0;
  const rule = rules.findIndex((who) => hasRelation(core, state, actor, who));
  return 1 + rule * 10 + distance(core, state, rules[rule] ?? '', user);
}

/** How far a person is from where the act belongs: 0 in the unit itself, 1 for the deputy, more above or outside it. */
function distance(core: ProcessCore, state: Case, who: Who, user: DirectoryUser): number {
  const asked = askedBy(state, who);
  if (asked?.person === user.id) return 0;
  const place = asked?.unit ?? (who.includes('@') ? (roleAndUnitOf(core, state, who).unit ?? state.unit) : state.unit);
  if (user.id === state.deputy && !asked) return 1;
  if (who === 'manager' || asked)
    return (
      2 +
      MANAGER_ROLES.indexOf(
        user.grants.find((grant) => grant.unit === place && MANAGER_ROLES.includes(grant.role))?.role ?? '',
      )
    );
  return user.unit === place ? 0 : 2;
}

/** Whom a rule for one question, one approval or one agreed step is about. */
function askedBy(state: Case, who: Who): Asked | undefined {
  if (who.startsWith(ASKED_PREFIX)) return questionWith(state, who.slice(ASKED_PREFIX.length));
  if (who.startsWith(APPROVER_PREFIX)) return approvalWith(state, who.slice(APPROVER_PREFIX.length))?.approver;
  return who.startsWith(STEP_PREFIX) ? agreedWith(state, who.slice(STEP_PREFIX.length)) : undefined;
}

function agreedWith(state: Case, id: string): Asked | undefined {
  const step = stepWith(state, id);
  if (!step || step.withCase || 'entrepreneur' in step.owner) return undefined;
  const { owner, unit = state.unit } = step;
  return 'unit' in owner ? { unit: owner.unit } : { unit, person: owner.person };
}

/** The role to show for a person: `owner` for the owner, else the role that lets them act. */
export function actingRole(
  core: ProcessCore,
  state: Case,
  user: DirectoryUser,
  rules: readonly Who[],
  actor: Actor,
): string {
  if (user.id === state.owner && rules.includes('owner')) return 'owner';
  const who = rules.find((rule) => hasRelation(core, state, actor, rule));
  if (who === undefined) return 'receiver';
  if (who.startsWith(ASKED_PREFIX)) return 'asked';
  if (who.startsWith(APPROVER_PREFIX)) return 'approver';
  if (who.startsWith(STEP_PREFIX)) return 'stepOwner';
  if (who === 'manager')
    return (
      user.grants.find((grant) => grant.unit === state.unit && MANAGER_ROLES.includes(grant.role))?.role ?? 'leder'
    );
  return who.split('@')[0] ?? who;
}
