import type { Approval } from '#domain/model/asked.js';
import { isAskedByHer } from '#domain/model/approvals.js';
import { isApprover } from '#domain/policy/permits.js';
import type { ApprovalView } from '#contracts/http/cases/approval.js';
import { personView, unitName } from '../../people/person-view.js';
import type { CaseContext } from './case-context.js';

/** What people were asked to approve; outside only the time that the entrepreneur asks for. */
export function approvalViews(context: CaseContext): ApprovalView[] {
  const { state, reads } = context;
  const isShown = (approval: Approval) =>
    reads.has('internal') || (reads.has('shared') && isAskedByHer(state, approval));
  return (state.approvals ?? []).filter(isShown).map((approval) => approvalView(approval, context));
}

function approvalView(approval: Approval, context: CaseContext): ApprovalView {
  const { id, kind, reason, askedAt, askedBy, approver, answer, lapsedAt } = approval;
  const { state, actor, directory } = context;
  const { unit, role, person } = approver;
  const asked =
    kind === 'SUSPEND' ? { resumeOn: approval.resumeOn } : { deadline: approval.deadline, until: approval.until };
  const isOpen = !answer && lapsedAt === undefined;
  const isOwnMatter = actor.user === askedBy || (actor.user === state.owner && role !== 'owner');
  const named = (user: string) => ({ id: user, name: personView(directory, user).name });
  return {
    id,
    kind,
    ...asked,
    reason: textOf(context, reason),
    askedAt,
    askedBy: askedBy === null ? null : named(askedBy),
    approver: {
      unit,
      unitName: unitName(directory, unit),
      role,
      ...(person !== undefined && { person: named(person) }),
    },
    ...(answer && {
      answer: {
        yes: answer.yes,
        reason: textOf(context, answer.reason),
        at: answer.at,
        by: answer.by === null ? null : named(answer.by),
      },
    }),
    ...(lapsedAt !== undefined && { lapsedAt }),
    mine: isOpen && isApprover(state, actor, approval) && !isOwnMatter,
  };
}

function textOf({ texts }: CaseContext, key: string): string {
  const text = texts.get(key);
  return typeof text === 'string' ? text : '';
}
