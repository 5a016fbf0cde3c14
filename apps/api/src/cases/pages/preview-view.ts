import type { z } from 'zod';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import type { Transition } from '#domain/case/transitions.js';
import { debtor } from '#domain/deadline/debtor-creditor.js';
import { EVENT_WORDS } from '#domain/model/words/event-words.js';
import type { commandPreview } from '#contracts/http/cases/command.js';
import { outboxMessagesOf } from '#store/mailroom/outbox-messages-of.js';
import { labelOf } from '../views/case-context.js';
import type { CaseContext } from '../views/case-context.js';
import { partyView } from '../views/deadline-view.js';
import { sentenceOf } from './event-view.js';
import { recipientOf } from '../views/recipient.js';

/** Those who speak for the entrepreneur. */
const OUTSIDE: ReadonlySet<string> = new Set(['entrepreneur', 'speakers']);

type Preview = z.infer<typeof commandPreview>;

/** What a command would lead to: what happens, which dates begin or move, and who is written to. */
export function previewView(transitions: readonly Transition[], context: CaseContext): Preview {
  const after = transitions.at(-1)?.after ?? context.state;
  const then = { ...context, state: after };
  const events = transitions.map(({ event }) => event);
  return {
    version: after.version,
    effects: events
      .filter(({ type }) => EVENT_WORDS[type].kind !== 'DEADLINE')
      .map((event) => ({ type: event.type, kind: EVENT_WORDS[event.type].kind, text: sentenceOf(event, then) })),
    dates: datesOf(transitions, then),
    letters: transitions.flatMap((transition) => lettersOf(transition, then)),
  };
}

/** The deadlines that begin or move, with the day each would fall on. */
function datesOf(transitions: readonly Transition[], context: CaseContext): Preview['dates'] {
  const { document, state, language, now } = context;
  const changed = new Set(
    transitions.flatMap(({ event }) => {
      if (event.type === 'deadlineOpened') return [event.data.deadline.id];
      return event.type === 'deadlineMoved' ? [event.data.deadline] : [];
    }),
  );
  return state.deadlines
    .filter(({ id, state: is }) => changed.has(id) && is !== 'CANCELLED')
    .map((deadline) => ({
      deadline: deadline.id,
      kind: deadline.kind,
      label: labelOf(document.deadlines[deadline.kind], deadline.kind, language),
      nature: deadline.nature,
      dueOn: deadline.dueOn,
      owedBy: partyView(debtor(document, state, deadline, osloDateOf(now)), context),
    }))
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn));
}

function lettersOf(transition: Transition, context: CaseContext): Preview['letters'] {
  const on = osloDateOf(context.now);
  return outboxMessagesOf(transition)
    .filter(({ status }) => status === 'WAITING')
    .map(({ slot, template }) => {
      const outside = OUTSIDE.has(slot);
      const about = sentenceOf(transition.event, { ...context, isOutside: outside });
      return { to: recipientOf(slot, context, { on }), template, about, outside };
    });
}
