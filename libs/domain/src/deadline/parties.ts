import type { Case, DeadlineParty } from '../case/case.js';
import type { DeadlineRule, Owing } from '../process/core.js';
import type { Occurrence } from './occurrences.js';

/** Who owes, as far as the case knows: a role and, for relations, the unit and the person. */
export function debtorOf(state: Case, rule: DeadlineRule, basis: Occurrence): DeadlineParty {
  return partyOf(state, rule.owedBy, basis.about);
}

export function creditorOf(state: Case, rule: DeadlineRule): DeadlineParty {
  return partyOf(state, rule.owedTo);
}

function partyOf(state: Case, { party, role }: Owing, about?: string): DeadlineParty {
  if (party === 'ENTREPRENEUR') return { party, role, ...(state.entrepreneur && { user: state.entrepreneur }) };
  if (party !== 'MUNICIPALITY') return { party, role };
  if (role === 'receiver') return { party, role, ...receiverOf(state, about) };
  if (role === 'sender') return { party, role, ...senderOf(state, about) };
  if (role === 'owner') return { party, role, unit: state.unit, user: state.owner };
  return { party, role, unit: state.unit };
}

/** `about` is `<handover>:<receiver index>`. */
export function receiverOf(state: Case, about: string | undefined): { unit: string; user: string } | undefined {
  const [id, index] = (about ?? '').split(':');
  const receiver = state.handovers.find((handover) => handover.id === id)?.receivers[Number(index)];
  return receiver && { unit: receiver.unit, user: receiver.person };
}

function senderOf(state: Case, about: string | undefined): { unit: string; user: string } {
  const from = state.handovers.find((handover) => handover.id === about)?.from;
  return { unit: from?.unit ?? state.unit, user: from?.person ?? state.owner };
}
