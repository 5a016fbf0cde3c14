import type { Approval } from '#domain/model/asked.js';
import { isApprover } from '#domain/policy/permits.js';
import type { ApprovalView } from '#contracts/http/cases/approval.js';
import { personView, unitName } from '../../people/person-view.js';
import type { CaseContext } from './case-context.js';

/** What managers were asked to approve; nothing for whoever may not see what is internal. */
export function approvalViews(context: CaseContext): ApprovalView[] {
  const { state, reads } = context;
  return reads.has('internal') ? (state.approvals ?? []).map((approval) => approvalView(approval, context)) : [];
}

function approvalView(approval: Approval, context: CaseContext): ApprovalView {
  const { id, kind, reason, askedAt, askedBy, approver, answer } = approval;
  const { state, actor, directory } = context;
  const { unit, role, person } = approver;
  const asked =
    kind === 'SUSPEND' ? { resumeOn: approval.resumeOn } : { deadline: approval.deadline, until: approval.until };
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
    mine: !answer && actor.user !== askedBy && actor.user !== state.owner && isApprover(actor, approval),
  };
}

function textOf({ texts }: CaseContext, key: string): string {
  const text = texts.get(key);
  return typeof text === 'string' ? text : '';
}
