import type { z } from 'zod';
import type { handoverRow } from '#contracts/http/views/handover.js';
import type { ListedHandover } from '#store/cases/lists/list-handovers.js';
import type { CaseContext } from './case-context.js';
import { gapsOf, handoverView } from './handover-view.js';
import { NOT_TOLD, stuckView } from './stuck-view.js';

type Needs = Pick<CaseContext, 'document' | 'directory' | 'texts' | 'now' | 'language'> & {
  /** The reader may know why it stands still. */
  readonly inside: boolean;
};

/** A handover in a list: how old, what is missing, why it stands still and what to do about it. */
export function handoverRowView(
  { case: stored, handover, open }: ListedHandover,
  context: Needs,
): z.infer<typeof handoverRow> {
  const { state, title } = stored;
  const { package: _package, ...view } = handoverView(handover, { ...context, state });
  const newest = state.handovers.at(-1)?.id === handover.id;
  const stuck = newest && context.inside ? stuckView({ ...context, state }) : NOT_TOLD;
  const cause = stuck.causes.find(({ code }) => code.startsWith('HANDOVER')) ?? stuck.causes[0];
  return {
    ...view,
    collaboration: { id: state.id, number: state.number, title, phase: state.phase },
    open,
    stuck: stuck.is,
    gaps: handover.receivers.flatMap(({ gaps }) => (gaps === undefined ? [] : gapsOf(context.texts, gaps))),
    cause: cause ? { code: cause.code, label: cause.label, since: cause.since } : null,
    nextAction: cause?.nextAction ?? null,
  };
}
