import type { Case, Deadline, ResolvedParty } from '../model/case.js';
import type { PartyRef } from '../process/process-document.js';

/** Who owes it now: the rule's role resolved against the case, so a debt of the owner moves to the next owner. */
export function debtor(state: Case, { owedBy, basis }: Deadline): ResolvedParty {
  return resolve(state, owedBy, basis.about);
}

export function creditor(state: Case, { owedTo, basis }: Deadline): ResolvedParty {
  return resolve(state, owedTo, basis.about);
}

function resolve(state: Case, { party, role }: PartyRef, about: string | undefined): ResolvedParty {
  if (party === 'ENTREPRENEUR') return { party, role, ...(state.entrepreneur && { user: state.entrepreneur }) };
  if (party !== 'MUNICIPALITY') return { party, role };
  if (role === 'receiver') return { party, role, ...receiverOf(state, about) };
  if (role === 'sender') return { party, role, ...senderOf(state, about) };
  if (role === 'owner') return { party, role, unit: state.unit, user: state.owner };
  return { party, role, unit: state.unit };
}

/** @param about  `<handover>:<receiver index>` */
export function receiverOf(state: Case, about: string | undefined): { unit: string; user: string } | undefined {
  const [id, index] = (about ?? '').split(':');
  const receiver = state.handovers.find((handover) => handover.id === id)?.receivers[Number(index)];
  return receiver && { unit: receiver.unit, user: receiver.person };
}

function senderOf(state: Case, about: string | undefined): { unit: string; user: string } {
  const from = state.handovers.find((handover) => handover.id === about)?.from;
  return { unit: from?.unit ?? state.unit, user: from?.person ?? state.owner };
}
