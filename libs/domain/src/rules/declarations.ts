import { osloDateOf } from '../calendar/oslo-time.js';
import { hasEnded } from '../period.js';
import type { Case, Fact, UserId } from '../model/case.js';
import type { ItemRule } from '../process/process-document.js';

/** The newest declaration of each who has the item's role in the case; undefined for those who have made none for this gate. */
function declarations(
  state: Case,
  { metBy, repeatOnReopen }: ItemRule,
): readonly (readonly [UserId, Fact | undefined])[] {
  if (!('fact' in metBy) || metBy.each === undefined) return [];
  const { fact, each } = metBy;
  const on = osloDateOf(state.lastActAt);
  const members = (state.parties ?? []).filter((it) => it.role === each && !hasEnded(it, on)).map(({ party }) => party);
  const own = (person: UserId) =>
    state.facts.findLast(
      (it) =>
        it.fact === fact && it.by === person && !it.retracted && (!repeatOnReopen || it.seq > state.gateOpenedSeq),
    );
  return [...new Set(members)].map((person) => [person, own(person)] as const);
}

/** Everybody's declaration, where the item asks for each; undefined where it does not, or nobody has the role. */
export function eachDeclared(state: Case, rule: ItemRule): { readonly all: boolean; readonly last?: Fact } | undefined {
  const made = declarations(state, rule);
  if (made.length === 0 || !('fact' in rule.metBy)) return undefined;
  const { holds } = rule.metBy;
  const said = made.flatMap(([, it]) => (it && (holds === undefined || it.data[holds] !== false) ? [it] : []));
  const last = said.at(-1);
  return { all: said.length === made.length, ...(last && { last }) };
}

/** Who has not declared yet. */
export const undeclared = (state: Case, rule: ItemRule): readonly UserId[] =>
  declarations(state, rule).flatMap(([person, made]) => (made ? [] : [person]));
