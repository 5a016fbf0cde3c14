import type { UserId } from '#domain/model/case.js';
import type { Actor } from '#domain/model/command.js';
import { awayOn, dutiesOf, unattendedOn } from '#domain/people/duty-holders.js';
import { peopleLeftTo } from '#domain/people/staff-actor.js';
import { peopleSubstitutedBy } from '#domain/policy/absence.js';
import type { Directory } from '#domain/policy/directory.js';
import { readTokensOf } from '#domain/policy/read-access.js';
import type { LocalDate } from '#domain/time.js';

/** For whom My day is read. */
export interface Worker {
  readonly user: UserId;
  readonly on: LocalDate;
  /** Read tokens of the person. */
  readonly tokens: readonly string[];
  /** Everybody who is away today or has left. */
  readonly away: readonly UserId[];
  /** Those of them for whom no substitute is at work. */
  readonly unattended: readonly UserId[];
  /** Those of them for whom the person steps in as the leader of their unit. */
  readonly leftTo: readonly UserId[];
  /** The absent people whose substitute the person is. */
  readonly standsInFor: readonly UserId[];
  /** The roles that the person answers for, as `<role>@<unit>`. */
  readonly duties: readonly string[];
  /** The managers' places in letters that can be the person's (`domain/people/resolve-slot.ts`). */
  readonly managerSlots: readonly string[];
  /** What an outside person represents: `org:<id>` or `case:<id>`. */
  readonly speaksFor: readonly string[];
}

export function workerOn(actor: Actor, directory: Directory, on: LocalDate): Worker {
  const { user, speaksFor = [] } = actor;
  const duties = dutiesOf(directory, user, on);
  return {
    user,
    on,
    speaksFor,
    tokens: readTokensOf(actor),
    away: awayOn(directory, on),
    unattended: unattendedOn(directory, on),
    leftTo: peopleLeftTo(directory, user, on),
    standsInFor: peopleSubstitutedBy(directory.absences, user, on),
    duties,
    managerSlots: managerSlotsOf(duties),
  };
}

/** The role that is meant by a manager's place in a letter. */
export const ROLE_OF_MANAGER_SLOT: Readonly<Record<string, string>> = { 'manager-of': 'leder', above: 'kommunalsjef' };

const CHIEF = 'kommunedirektor';

/** Those above stand in for a leader who is away, or who owes it. */
const SLOTS_OF_ROLES: Readonly<Record<string, readonly string[]>> = {
  leder: ['manager-of'],
  kommunalsjef: ['manager-of', 'above'],
  kommunedirektor: ['manager-of', 'above'],
};

function managerSlotsOf(duties: readonly string[]): string[] {
  const slots = duties.flatMap((duty) => {
    const [role = '', unit = ''] = duty.split('@');
    const above = role === CHIEF ? [`role:${CHIEF}@${unit}`] : [];
    return [...(SLOTS_OF_ROLES[role] ?? []).map((slot) => `${slot}:${unit}`), ...above];
  });
  return [...new Set(slots)];
}
