import type { z } from 'zod';
import type { workView } from '#contracts/http/cases/work.js';
import type { WorkListItem } from '#store/cases/lists/work-list.js';
import { personView } from '../../people/person-view.js';
import type { CaseContext } from './case-context.js';
import { actView } from './act-view.js';
import { openDeadlineView } from './deadline-view.js';

type WorkItemContext = Pick<CaseContext, 'document' | 'directory' | 'language' | 'enquiry' | 'now'> & {
  /** The step that ends it. */
  readonly step: Parameters<typeof actView>[0];
};

/** A debt in My day. */
export function workItemView(
  { case: about, deadline, owedBy, owedTo, onBehalfOf }: WorkListItem,
  context: WorkItemContext,
): z.infer<typeof workView>['overdue'][number] {
  const { id, number, title, phase } = about;
  return {
    collaboration: { id, number, title, phase },
    deadline: {
      ...openDeadlineView(deadline, { owedBy, owedTo }, { ...context, state: about, organisation: undefined }),
      ...actView(context.step, context.language),
    },
    person: owedBy.user === undefined ? null : personView(context.directory, owedBy.user),
    for: onBehalfOf === null ? null : personView(context.directory, onBehalfOf),
  };
}
