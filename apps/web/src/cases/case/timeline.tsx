import { Button, ToggleGroup } from '@digdir/designsystemet-react';
import { EyeIcon } from '@navikt/aksel-icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { useNow } from '../../api/clock.js';
import { AsyncView } from '../../ui/async-view.js';
import { shortDay } from '../../words/dates.js';
import { useCase } from './case-query.js';

type Event = Schemas['Event'];
type Kind = Event['kind'];

const FILTERS = ['ALL', 'HANDOVER', 'DEADLINE', 'DECISION', 'MEETING'] as const;
const PAGE = 50;

const route = getRouteApi('/saker/$number/tidslinje');

/** The whole timeline, with a filter that stands in the address. */
export function TimelineTab(): ReactNode {
  const { t } = useTranslation();
  const { id } = useCase();
  const { vis = 'ALL' } = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (chosen: string): void => {
    const filter = FILTERS.find((it) => it === chosen);
    void navigate({ search: filter && filter !== 'ALL' ? { vis: filter } : {}, replace: true, resetScroll: false });
  };
  return (
    <section className="section" aria-labelledby="timeline">
      <div className="section__head">
        <h2 id="timeline">{t('case.tab.timeline')}</h2>
        <ToggleGroup data-size="sm" value={vis} onChange={choose} data-toggle-group={t('timeline.filter')}>
          {FILTERS.map((filter) => (
            <ToggleGroup.Item key={filter} value={filter}>
              {t(`timeline.kind.${filter}`)}
            </ToggleGroup.Item>
          ))}
        </ToggleGroup>
      </div>
      <Timeline caseId={id} {...(vis !== 'ALL' && { kind: vis })} />
    </section>
  );
}

interface Folded {
  readonly event: Event;
  /** How many times it was said. */
  readonly count: number;
}

/** Reminders of one matter are one line, where the newest stands. */
export function foldReminders(events: readonly Event[]): readonly Folded[] {
  const folded: Folded[] = [];
  const places = new Map<string, number>();
  for (const event of events) {
    const key = event.type === 'reminderDue' ? event.text : String(event.seq);
    const place = places.get(key);
    const before = place === undefined ? undefined : folded[place];
    if (place !== undefined && before) folded[place] = { ...before, count: before.count + 1 };
    else places.set(key, folded.push({ event, count: 1 }) - 1);
  }
  return folded;
}

interface TimelineProps {
  readonly caseId: string;
  readonly kind?: Kind;
  /** How many to show, where there is no room for all. */
  readonly most?: number;
}

/** What happened, newest first, in plain words. A violet dot is a handover; an eye is what the entrepreneur sees too. */
export function Timeline({ caseId, kind, most }: TimelineProps): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const query = useInfiniteQuery({
    queryKey: ['events', caseId, kind],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam: after }) =>
      answerOf(
        api.GET('/api/v1/collaborations/{id}/events', {
          params: {
            path: { id: caseId },
            query: {
              order: 'desc',
              limit: String(PAGE),
              ...(kind && { kind }),
              ...(after !== undefined && { after: String(after) }),
            },
          },
        }),
      ),
    getNextPageParam: ({ items, next }) => (next === null ? undefined : items.at(-1)?.seq),
  });
  return (
    <AsyncView query={query}>
      {({ pages }) => {
        const all = pages.flatMap(({ items }) => items);
        // Where there is room for few, reminders would push out what they remind of.
        const told = most === undefined ? all : all.filter(({ type }) => type !== 'reminderDue');
        const events = foldReminders(told).slice(0, most);
        return (
          <>
            {events.length === 0 && <p>{t('timeline.none')}</p>}
            <ol className="timeline">
              {events.map(({ event: { seq, text, day, kind: of, shared, byName }, count }) => (
                <li key={seq} className={`event${of === 'HANDOVER' ? ' event--handover' : ''}`}>
                  <time dateTime={day}>{shortDay(day, now)}</time>
                  <div>
                    <p dir="auto">{count > 1 ? t('timeline.times', { text, count }) : text}</p>
                    {byName !== null && !text.includes(byName) && <p className="small soft">{byName}</p>}
                    {shared && (
                      <p className="event__shared">
                        <EyeIcon aria-hidden /> {t('timeline.shared')}
                      </p>
                    )}
                  </div>
                </li>
              ))}
            </ol>
            {most === undefined && query.hasNextPage && (
              <Button
                variant="secondary"
                aria-busy={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {t('timeline.more')}
              </Button>
            )}
          </>
        );
      }}
    </AsyncView>
  );
}
