import type { Case } from './case.js';
import type { Approval, ApprovalRequest } from './asked.js';

export function approvalWith(state: Pick<Case, 'approvals'>, id: string | undefined): Approval | undefined {
  return state.approvals?.find((approval) => approval.id === id);
}

export const openApprovals = ({ approvals = [] }: Pick<Case, 'approvals'>): readonly Approval[] =>
  approvals.filter(({ answer, lapsedAt }) => answer === undefined && lapsedAt === undefined);

/** The open approval of the same: of a pause, or of a new date for the same thing. */
export const openApprovalOf = (state: Case, asked: ApprovalRequest): Approval | undefined =>
  openApprovals(state).find(
    (it) =>
      it.kind === asked.kind && (it.kind === 'SUSPEND' || asked.kind === 'SUSPEND' || it.deadline === asked.deadline),
  );

/** Whether it is about more time for what the entrepreneur owes: she asks, and is answered. */
export function isAskedByHer({ deadlines }: Pick<Case, 'deadlines'>, asked: ApprovalRequest): boolean {
  if (asked.kind !== 'MORE_TIME') return false;
  return deadlines.some(({ id, owedBy }) => id === asked.deadline && owedBy.party === 'ENTREPRENEUR');
}
