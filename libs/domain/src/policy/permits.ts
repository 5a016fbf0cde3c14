import { latestFact } from '../model/latest-fact.js';
import type { Case, UserId } from '../model/case.js';
import type { Actor } from '../model/command.js';
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
      return actsAs(actor, state.owner);
    case 'deputy':
      return state.deputy !== null && actsAs(actor, state.deputy);
    case 'contact':
      return actsAs(actor, state.contact);
    case 'entrepreneur':
      return speaksFor(state, actor);
    case 'receiver':
      return currentReceivers(state).some((person) => actsAs(actor, person));
    case 'manager':
      return actor.grants.some(({ role, unit }) => unit === state.unit && MANAGER_ROLES.includes(role));
    default:
      return who.startsWith(PARTY) ? isParty(state, actor, who.slice(PARTY.length)) : holds(state, actor, who);
  }
}

/** The person in person, or whoever stands in for them today. */
export function actsAs({ user, standsInFor }: Actor, person: string): boolean {
  return user === person || (standsInFor?.includes(person) ?? false);
}

/** Whoever speaks for the case's organisation or in the case; where the actor does not say, its entrepreneur alone. */
function speaksFor({ id, organisation, entrepreneur }: Case, { user, speaksFor: tokens }: Actor): boolean {
  if (!tokens) return user === entrepreneur;
  return tokens.includes(`case:${id}`) || (organisation !== null && tokens.includes(`org:${organisation}`));
}

/** Whose answer the newest handover waits for. */
export function currentReceivers(state: Case): readonly UserId[] {
  const handover = state.handovers.at(-1);
  return handover && (handover.state === 'SENT' || handover.state === 'ACKNOWLEDGED')
    ? handover.receivers.map((it) => it.person)
    : [];
}

/** Among those whom the case's own process lets do something, the actor is only this one. */
export function onlyAs(state: Case, actor: Actor, who: Who): boolean {
  return isWho(state, actor, who) && !permits(state, actor, ['owner', 'deputy', 'manager', ...INVITERS]);
}

const PARTY = 'party:';
const INVITERS: readonly Who[] = ['mentorkoordinator@any', 'innkjoper@any', 'jurist@any'];

function isParty({ id }: Case, { parties = [] }: Actor, role: string): boolean {
  return parties.some((party) => party.role === role && party.case === id);
}

function holds(state: Case, actor: Actor, who: Who): boolean {
  const { role, unit } = placeOf(state, who);
  return (
    actor.grants.some((grant) => grant.role === role && (unit === null || grant.unit === unit)) ||
    isParty(state, actor, role)
  );
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
