import type { Case } from './case.js';
import type { Approval, ApprovalRequest } from './asked.js';

export function approvalWith(state: Pick<Case, 'approvals'>, id: string | undefined): Approval | undefined {
  return state.approvals?.find((approval) => approval.id === id);
}

export const openApprovals = ({ approvals = [] }: Pick<Case, 'approvals'>): readonly Approval[] =>
  approvals.filter(({ answer }) => answer === undefined);

/** The open approval of the same: of a pause, or of a new date for the same promise. */
export const openApprovalOf = (state: Case, asked: ApprovalRequest): Approval | undefined =>
  openApprovals(state).find(
    (it) =>
      it.kind === asked.kind && (it.kind !== 'EXTEND' || asked.kind !== 'EXTEND' || it.deadline === asked.deadline),
  );
