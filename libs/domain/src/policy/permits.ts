import { latestFact } from './latest-fact.js';
import type { Case } from '../case/case.js';
import type { Actor } from '../case/command.js';
import type { Who } from '../process/core.js';

/** Managers of a unit and those above it; grants are flat, so a director has a row for every unit of the sector. */
export const MANAGER_ROLES: readonly string[] = ['leder', 'kommunalsjef', 'kommunedirektor'];

/** Whether the actor is one of those whom the rule names. */
export function permits(state: Case, actor: Actor, rule: readonly Who[]): boolean {
  return rule.some((who) => isWho(state, actor, who));
}

export function isWho(state: Case, actor: Actor, who: Who): boolean {
  switch (who) {
    case 'owner':
    case 'sender':
      return actor.user === state.owner;
    case 'deputy':
      return actor.user === state.deputy;
    case 'contact':
      return actor.user === state.contact;
    case 'entrepreneur':
      return actor.user === state.entrepreneur;
    case 'receiver':
      return currentReceivers(state).includes(actor.user);
    case 'manager':
      return actor.grants.some(({ role, unit }) => unit === state.unit && MANAGER_ROLES.includes(role));
    default:
      return holds(state, actor, who);
  }
}

function currentReceivers(state: Case): readonly string[] {
  const handover = state.handovers.at(-1);
  return handover && (handover.state === 'SENT' || handover.state === 'ACKNOWLEDGED')
    ? handover.receivers.map((it) => it.person)
    : [];
}

function holds(state: Case, actor: Actor, who: Who): boolean {
  const { role, unit } = placeOf(state, who);
  return actor.grants.some((grant) => grant.role === role && (unit === null || grant.unit === unit));
}

/** The role of a Who and the unit it must be held in; null where any unit will do. */
export function placeOf(state: Case, who: Who): { readonly role: string; readonly unit: string | null } {
  const [role = '', place = 'any'] = who.split('@');
  return { role, unit: place === 'any' ? null : unitAt(state, place) };
}

/** Facts that name a unit, nearest first, for each place; the case's unit when none is named. */
const NAMED_BY: Readonly<Record<string, readonly string[]>> = {
  interested: ['nextStepChosen'],
  hosting: ['hostingUnitNamed', 'nextStepChosen'],
  receiving: ['receivingUnitNamed', 'hostingUnitNamed', 'nextStepChosen'],
};

export function unitAt(state: Case, place: string): string {
  for (const fact of NAMED_BY[place] ?? []) {
    const unit = latestFact(state, fact)?.data.unit;
    if (typeof unit === 'string') return unit;
  }
  return state.unit;
}
