import type { EntityManager } from 'typeorm';
import { atOslo } from '#domain/calendar/oslo.js';
import type { UserId } from '#domain/model/case.js';
import type { Absence } from '#domain/policy/absence.js';
import { hasEnded } from '#domain/period.js';
import { addDays } from '#domain/time.js';
import type { Instant, LocalDate } from '#domain/time.js';
import { happenedBetween } from '#store/cases/lists/happened-since.js';
import type { Happened } from '#store/cases/lists/happened-since.js';

/** Calendar days after coming back during which My day still shows what happened. */
const SHOWN_FOR = 14;

/** What happened on a person's cases during the absence that they are in or have lately come back from. */
export async function whileAway(
  manager: EntityManager,
  { user, absences = [], today, now }: Asking,
): Promise<{ from: LocalDate; to: LocalDate | null; items: ReturnType<typeof itemsOf> } | null> {
  const lately = addDays(today, -SHOWN_FOR);
  const own = absences.filter((it) => it.person === user && it.from <= today && !hasEnded(it, lately));
  const last = own.reduce<Absence | undefined>((a, b) => (!a || b.from > a.from ? b : a), undefined);
  if (!last) return null;
  const end = last.to === null ? now : atOslo(addDays(last.to, 1), 0);
  const found = await happenedBetween(manager, { user, from: atOslo(last.from, 0), to: end < now ? end : now });
  return { from: last.from, to: last.to, items: itemsOf(found) };
}

interface Asking {
  readonly user: UserId;
  readonly absences: readonly Absence[] | undefined;
  readonly today: LocalDate;
  readonly now: Instant;
}

/** A case a line, in the order in which something first happened to them. */
function itemsOf(found: readonly Happened[]) {
  const cases = new Map(
    found.map(({ caseId, number, title, phase }) => [caseId, { id: caseId, number, title, phase }]),
  );
  return [...cases.values()].map((collaboration) => ({
    collaboration,
    events: found
      .filter(({ caseId }) => caseId === collaboration.id)
      .map(({ seq, type, at, by }) => ({ seq, type, at, by })),
  }));
}
