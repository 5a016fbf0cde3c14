import { In, IsNull, type EntityManager } from 'typeorm';
import type { CaseEvent } from '#domain/model/events.js';
import { TextTable } from './text-table.js';

/** Marks the texts that these events refer to as attached to the case, so that `sweepTexts` keeps them. */
export async function attachTexts(manager: EntityManager, caseId: string, events: readonly CaseEvent[]): Promise<void> {
  const keys = new Set<string>();
  for (const { seq, command, data } of events) if (seq === 1 || command !== undefined) collectStrings(data, keys);
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

/** Only the process document knows which strings are text keys, so all strings of an event are tried. */
function collectStrings(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') into.add(value);
  else if (Array.isArray(value)) value.forEach((member) => collectStrings(member, into));
  else if (typeof value === 'object' && value !== null)
    Object.values(value).forEach((member) => collectStrings(member, into));
}
