import { In, IsNull, type EntityManager } from 'typeorm';
import type { CaseEvent } from '#domain/model/events.js';
import { TextTable } from './text.js';

/** Ties the words that these events refer to to their case, so that the sweep of unattached words spares them. */
export async function attachTexts(manager: EntityManager, caseId: string, events: readonly CaseEvent[]): Promise<void> {
  const keys = new Set<string>();
  for (const { seq, command, data } of events) if (seq === 1 || command !== undefined) collect(data, keys);
  if (keys.size === 0) return;
  const found = { id: In([...keys]), attachedAt: IsNull() };
  await manager.update(
    TextTable,
    [
      { ...found, caseId },
      { ...found, caseId: IsNull() },
    ],
    { caseId, attachedAt: () => 'now()' },
  );
}

/** A text key is some string in an event; which, only the process document knows, so every string is tried. */
function collect(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') into.add(value);
  else if (Array.isArray(value)) value.forEach((member) => collect(member, into));
  else if (typeof value === 'object' && value !== null) Object.values(value).forEach((member) => collect(member, into));
}
