import type { Approval } from '../model/asked.js';
import type { CaseEvent } from '../model/events.js';

type ApprovalEvent = Extract<CaseEvent, { type: 'approvalAsked' | 'approvalAnswered' | 'approvalLapsed' }>;

/** What managers were asked to approve, after an event; none is removed. */
export function evolveApprovals(before: readonly Approval[] = [], event: ApprovalEvent): readonly Approval[] {
  if (event.type === 'approvalAsked') {
    const { approval: id, ...asked } = event.data;
    return [...before, { id, ...asked, askedAt: event.at, askedBy: event.by }];
  }
  if (event.type === 'approvalLapsed')
    return before.map((it) => (it.id === event.data.approval ? { ...it, lapsedAt: event.at } : it));
  const { approval: id, yes, reason } = event.data;
  return before.map((it) => (it.id === id ? { ...it, answer: { yes, reason, at: event.at, by: event.by } } : it));
}
