import { osloDateOf } from '../calendar/oslo-time.js';
import { approvalWith } from '../model/approvals.js';
import { meetingWith, stepWith } from '../model/meetings.js';
import { questionWith } from '../model/questions.js';
import type { About, Case, Deadline, ResolvedParty } from '../model/case.js';
import type { PartyRef, ProcessCore } from '../process/process-document.js';
import type { LocalDate } from '../time.js';
import { carryingDebts } from './carrying-debts.js';
import { holderOf } from './duties.js';

/** The people of a case whom anybody may know who reads no more of it. */
export type CasePeople = Pick<
  Case,
  'owner' | 'unit' | 'entrepreneur' | 'handovers' | 'questions' | 'approvals' | 'meetings'
>;

/** What of a deadline says who owes it. */
export type OwedBy = Pick<Deadline, 'owedBy' | 'heldBy'> &
  Partial<Pick<Deadline, 'kind'>> & { readonly basis: Pick<Deadline['basis'], 'about'> };

/**
 * Who owes it now: a person where the case knows one, else the role and unit whose holders owe it (see
 * `people/duty-holders.ts`). So a debt of the owner moves to the next owner, and one of the pilot lead to the next pilot lead.
 * The time of a phase is a measure, not a blame: whoever has the debt that carries the case owes it.
 * @param on  the local day whose roles in the case count; the day of the case's last act when absent.
 */
export function debtor(core: ProcessCore, state: Case, debt: OwedBy, on?: LocalDate): ResolvedParty {
  const { owedBy, heldBy, basis } = (isMeasure(core, debt) && carryingDebts(core, state)[0]) || debt;
  const owes = resolve(core, state, owedBy, basis.about, on);
  return heldBy === undefined ? owes : { ...owes, user: heldBy };
}

const isMeasure = (core: ProcessCore, { kind }: OwedBy): boolean =>
  kind !== undefined && core.deadlines[kind]?.phaseSla === true;

export function creditor(core: ProcessCore, state: Case, { owedTo, basis }: Deadline, on?: LocalDate): ResolvedParty {
  return resolve(core, state, owedTo, basis.about, on);
}

function resolve(
  core: ProcessCore,
  state: Case,
  { party, role }: PartyRef,
  about: About | undefined,
  on: LocalDate = osloDateOf(state.lastActAt),
): ResolvedParty {
  if (party === 'ENTREPRENEUR') return { party, role, ...(state.entrepreneur && { user: state.entrepreneur }) };
  if (party !== 'MUNICIPALITY') return { party, role };
  return { party, ...holderOf({ core, state, about, on }, role) };
}

/** The person who owes it, as far as the case's people alone tell. */
export function personOwing(
  people: CasePeople,
  { owedBy: { party, role }, basis, heldBy }: OwedBy,
): string | undefined {
  if (heldBy !== undefined) return heldBy;
  if (party === 'ENTREPRENEUR') return people.entrepreneur ?? undefined;
  if (party !== 'MUNICIPALITY') return undefined;
  if (role === 'receiver') return receiverOf(people, basis.about)?.user;
  if (role === 'approver') {
    const approver = approvalWith(people, basis.about?.id)?.approver;
    return approver?.role === 'owner' ? people.owner : approver?.person;
  }
  if (role === 'stepOwner') return stepOwnerIn(people, basis.about);
  if (role === 'meetingPlanner') return plannerIn(people, basis.about);
  if (role === 'asked') return questionWith(people, basis.about?.id)?.person;
  return role === 'owner' || role === 'sender' ? people.owner : undefined;
}

function stepOwnerIn(people: CasePeople, about: About | undefined): string | undefined {
  const step = stepWith(people, about?.id);
  if (step?.withCase) return people.owner;
  return step && 'person' in step.owner ? step.owner.person : undefined;
}

function plannerIn(people: CasePeople, about: About | undefined): string | undefined {
  const meeting = meetingWith(people, about?.id);
  return meeting?.withCase ? people.owner : (meeting?.planner ?? undefined);
}

export function receiverOf(
  state: Pick<Case, 'handovers'>,
  about: About | undefined,
): { unit: string; user: string } | undefined {
  const receiver = state.handovers.find(({ id }) => id === about?.id)?.receivers[about?.place ?? 0];
  return receiver && { unit: receiver.unit, user: receiver.person };
}
