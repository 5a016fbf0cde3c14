import type { MessageSide } from '#domain/policy/conversation.js';
import type { MessageView } from '#contracts/http/cases/message.js';
import type { MessageReadRow } from '#store/cases/conversation/message-reads.js';
import type { MessageRow } from '#store/cases/conversation/messages.js';

export interface MessagesContext {
  readonly readings: readonly MessageReadRow[];
  readonly names: ReadonlyMap<string, string>;
  /** For whom the reader writes; null for readers from outside who write none. */
  readonly side: MessageSide | null;
}

/** Messages as a reader sees them: people from outside are told who in the municipality has read them, and of nobody else. */
export function messageViews(
  rows: readonly MessageRow[],
  { readings, names, side }: MessagesContext,
): readonly MessageView[] {
  const named = (id: string) => ({ id, name: names.get(id) ?? id });
  const shown = side === 'STAFF' ? readings : readings.filter((it) => it.side === 'STAFF');
  return rows.map(({ id, n, by, from, at, body, contact, messageId }) => {
    const first = new Map<string, string>();
    for (const { person, upTo, at: readAt } of shown)
      if (upTo >= n && person !== by && !first.has(person)) first.set(person, readAt);
    const readBy = [...first].map(([person, readAt]) => ({ ...named(person), at: readAt }));
    return { id, n, by: named(by), from, at, text: body, seenBy: 'BOTH', contact, messageId, readBy };
  });
}
