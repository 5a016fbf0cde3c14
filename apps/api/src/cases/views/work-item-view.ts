import type { z } from 'zod';
import { deadlineLabel } from '#domain/deadline/deadline-label.js';
import type { workView } from '#contracts/http/cases/work.js';
import type { WorkListItem } from '#store/cases/lists/work-list.js';
import { personView } from '../../people/person-view.js';
import type { CaseContext } from './case-context.js';
import { actView } from './act-view.js';
import { openDeadlineView } from './deadline-view.js';

type WorkItemContext = Pick<CaseContext, 'document' | 'directory' | 'language' | 'enquiry' | 'now'> & {
  /** The step that ends it. */
  readonly step: Parameters<typeof actView>[0];
  /** The reader is from outside and waits for it: it reads as it was promised, and how the municipality does it is internal. */
  readonly isPromised?: boolean;
  /** The reader is from outside: the button says what they owe, not which fact the municipality registers. */
  readonly isOutside?: boolean;
  /** What the entrepreneur is asked for. */
  readonly asked?: readonly string[] | undefined;
};

/** A debt in My day. */
export function workItemView(
  { case: about, deadline, owedBy, owedTo, onBehalfOf, also }: WorkListItem,
  context: WorkItemContext,
): z.infer<typeof workView>['overdue'][number] {
  const { id, number, title, phase, organisation } = about;
  const view = openDeadlineView(
    deadline,
    { owedBy, owedTo },
    {
      ...context,
      state: about,
      pauses: about.pauses,
      organisation: undefined,
    },
  );
  const promised = context.document.deadlines[deadline.kind]?.promise?.[context.language] ?? view.label;
  return {
    collaboration: { id, number, title, phase, organisation },
    deadline: context.isPromised
      ? { ...view, label: promised, task: promised }
      : { ...view, task: view.label, ...actOf(context, view.label) },
    ...(context.asked && context.asked.length > 0 && { asked: [...context.asked] }),
    person: owedBy.user === undefined ? null : personView(context.directory, owedBy.user),
    for: onBehalfOf === null ? null : personView(context.directory, onBehalfOf),
    also: also.map(({ id: other, kind, dueOn }) => {
      const label = deadlineLabel(context.document, other)?.[context.language] ?? kind;
      return { id: other, kind, label, dueOn };
    }),
  };
}

function actOf({ step, isOutside, ...context }: WorkItemContext, task: string) {
  const { act } = actView(step, context);
  if (!act) return {};
  return { act: isOutside && act.command === 'registerFact' ? { ...act, label: task } : act };
}
