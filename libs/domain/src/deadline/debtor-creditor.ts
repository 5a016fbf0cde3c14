import { questionWith } from '../model/questions.js';
import type { About, Case, Deadline, ResolvedParty } from '../model/case.js';
import type { PartyRef } from '../process/process-document.js';

/** The people of a case who may owe something. */
export type CasePeople = Pick<Case, 'owner' | 'unit' | 'entrepreneur' | 'handovers' | 'questions'>;

/** What of a deadline says who owes it. */
export type OwedBy = Pick<Deadline, 'owedBy'> & { readonly basis: Pick<Deadline['basis'], 'about'> };

/** Who owes it now: the rule's role resolved against the case, so a debt of the owner moves to the next owner. */
export function debtor(state: CasePeople, { owedBy, basis }: OwedBy): ResolvedParty {
  return resolve(state, owedBy, basis.about);
}

export function creditor(state: CasePeople, { owedTo, basis }: Deadline): ResolvedParty {
  return resolve(state, owedTo, basis.about);
}

function resolve(state: CasePeople, { party, role }: PartyRef, about: About | undefined): ResolvedParty {
  if (party === 'ENTREPRENEUR') return { party, role, ...(state.entrepreneur && { user: state.entrepreneur }) };
  if (party !== 'MUNICIPALITY') return { party, role };
  if (role === 'receiver') return { party, role, ...receiverOf(state, about) };
  if (role === 'asked') return { party, role, ...askedIn(state, about) };
  if (role === 'sender') return { party, role, ...senderOf(state, about) };
  if (role === 'owner') return { party, role, unit: state.unit, user: state.owner };
  return { party, role, unit: state.unit };
}

export function receiverOf(
  state: Pick<Case, 'handovers'>,
  about: About | undefined,
): { unit: string; user: string } | undefined {
  const receiver = state.handovers.find(({ id }) => id === about?.id)?.receivers[about?.place ?? 0];
  return receiver && { unit: receiver.unit, user: receiver.person };
}

/** The unit asked, and the person when one was; without a person its leader owes the answer. */
export function askedIn(
  state: Pick<Case, 'questions'>,
  about: About | undefined,
): { unit: string; user?: string } | undefined {
  const question = questionWith(state, about?.id);
  return question && { unit: question.unit, ...(question.person !== undefined && { user: question.person }) };
}

function senderOf(state: CasePeople, about: About | undefined): { unit: string; user: string } {
  const from = state.handovers.find((handover) => handover.id === about?.id)?.from;
  return { unit: from?.unit ?? state.unit, user: from?.person ?? state.owner };
}
