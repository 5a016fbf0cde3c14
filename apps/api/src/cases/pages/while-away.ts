import type { EntityManager } from 'typeorm';
import { instantInOslo } from '#domain/calendar/oslo-time.js';
import type { UserId } from '#domain/model/case.js';
import type { Absence } from '#domain/policy/absence.js';
import { hasEnded } from '#domain/period.js';
import { addDays } from '#domain/time.js';
import type { Instant, LocalDate } from '#domain/time.js';
import { eventsWhileAway } from '#store/cases/lists/events-while-away.js';
import type { EventWhileAway } from '#store/cases/lists/events-while-away.js';

/** Calendar days after the return during which My day still shows what happened. */
const SHOWN_FOR_DAYS = 14;

/** What happened on a person's cases during their current or latest absence; null when there is none to show. */
export async function whileAway(
  manager: EntityManager,
  { user, tokens, absences = [], today, now }: WhileAwayQuery,
): Promise<{ from: LocalDate; to: LocalDate | null; items: ReturnType<typeof itemsOf> } | null> {
  const oldestShown = addDays(today, -SHOWN_FOR_DAYS);
  const own = absences.filter((it) => it.person === user && it.from <= today && !hasEnded(it, oldestShown));
  const last = own.reduce<Absence | undefined>((a, b) => (!a || b.from > a.from ? b : a), undefined);
  if (!last) return null;
  const end = last.to === null ? now : instantInOslo(addDays(last.to, 1), 0);
  const found = await eventsWhileAway(manager, {
    user,
    tokens,
    from: instantInOslo(last.from, 0),
    to: end < now ? end : now,
  });
  return { from: last.from, to: last.to, items: itemsOf(found) };
}

interface WhileAwayQuery {
  readonly user: UserId;
  /** Read tokens of the person. */
  readonly tokens: readonly string[];
  readonly absences: readonly Absence[] | undefined;
  readonly today: LocalDate;
  readonly now: Instant;
}

/** One item per case, in the order of the first event of each. */
function itemsOf(found: readonly EventWhileAway[]) {
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
