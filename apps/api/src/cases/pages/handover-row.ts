import type { z } from 'zod';
import type { handoverRow } from '#contracts/http/cases/handover.js';
import type { ListedHandover } from '#store/cases/lists/list-handovers.js';
import type { CaseContext } from '../views/case-context.js';
import { gapsOf, handoverView } from '../views/handover-view.js';
import { HIDDEN, stuckView } from '../views/stuck-view.js';

type HandoverRowContext = Pick<CaseContext, 'document' | 'directory' | 'texts' | 'now' | 'language'>;

/** A handover in a list: its age, what is missing, why it is stuck and the next action. */
export function handoverRowView(
  { case: listed, handover, open }: ListedHandover,
  context: HandoverRowContext,
): z.infer<typeof handoverRow> {
  const { id, number, title, phase, inside, stuckCauses } = listed;
  const { package: _package, ...view } = handoverView(handover, { ...context, state: listed });
  const stuck = inside ? stuckView(stuckCauses, { ...context, state: { ...listed, handovers: [handover] } }) : HIDDEN;
  const cause = stuck.causes.find((it) => it.handover === handover.id);
  return {
    ...view,
    collaboration: { id, number, title, phase },
    open,
    stuck: cause !== undefined,
    gaps: handover.receivers.flatMap(({ gaps }) => (gaps === undefined ? [] : gapsOf(context.texts, gaps))),
    cause: cause ? { code: cause.code, label: cause.label, since: cause.since } : null,
    nextAction: cause?.nextAction ?? null,
  };
}
