import { Button } from '@digdir/designsystemet-react';
import { CheckmarkCircleIcon, ExclamationmarkTriangleIcon } from '@navikt/aksel-icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { useNow } from '../../api/clock.js';
import { shortDay, timeOfDay } from '../../words/dates.js';
import type { Case } from '../case/case-query.js';
import { Checking, Refusal } from '../command/refusal.js';

type Preview = Schemas['CommandPreview'];

interface SendPanelProps {
  readonly shown: Case;
  readonly parts: Schemas['HandoverPrefill']['parts'];
  readonly texts: Readonly<Record<string, string>>;
  /** How many things the receiver asked for, while nothing is written that answers them. */
  readonly unanswered: number;
  /** The command as far as its dates depend on it; absent until somebody is chosen. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
  readonly keptAt: number | undefined;
  readonly isBusy: boolean;
  readonly isChecking: boolean;
  readonly error: Error | null;
  readonly children: ReactNode;
}

/** What is ready, what sending today would lead to, and the button, which is never grey. */
export function SendPanel(props: SendPanelProps): ReactNode {
  const { shown, parts, texts, unanswered, body, keptAt, isBusy, isChecking, error, children } = props;
  const { t } = useTranslation();
  const now = useNow();
  const lacking = parts.filter(({ key, gap }) => gap !== undefined && !texts[key]?.trim());
  return (
    <aside className="compose__send" aria-label={t('compose.send')}>
      <details className="compose__ready">
        <summary>{t('relayPages.ready', { count: parts.length - lacking.length, all: parts.length })}</summary>
        <ul className="compose__list">
          {parts.map(({ key, title, required, gap }) => {
            const lacks = gap !== undefined && !texts[key]?.trim();
            const Icon = lacks ? ExclamationmarkTriangleIcon : CheckmarkCircleIcon;
            return (
              <li key={key}>
                <Icon aria-hidden className={lacks && required ? 'late' : 'soft'} />
                <a href={`#part-${key}`}>{title}</a>
                {lacks && <span className="small soft"> {required ? t('compose.lacks') : t('compose.empty')}</span>}
              </li>
            );
          })}
        </ul>
      </details>
      {unanswered > 0 && <p className="late">{t('relayPages.unanswered', { count: unanswered })}</p>}
      <h2>{t('relayPages.today')}</h2>
      {body ? <Today shown={shown} body={body} now={now} /> : <p>{t('relayPages.todayNothing')}</p>}
      <p className="small soft">{t('relayPages.holdsUntil')}</p>
      <Button type="submit" aria-busy={isBusy}>
        {isBusy ? t('form.saving') : t('compose.send')}
      </Button>
      <Checking is={isChecking} />
      <Refusal error={error} />
      {children}
      {keptAt !== undefined && (
        <p className="small soft">{t('relayPages.kept', { time: timeOfDay(wallIn(now, keptAt)) })}</p>
      )}
    </aside>
  );
}

/** An instant of the computer as one of the installation. */
const wallIn = (now: Date, at: number): string => new Date(now.getTime() - (Date.now() - at)).toISOString();

interface TodayProps {
  readonly shown: Case;
  readonly body: Readonly<Record<string, unknown>>;
  readonly now: Date;
}

/** The dates that would begin, and who would be written to, as the case itself says. */
function Today({ shown, body, now }: TodayProps): ReactNode {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['send-today', shown.id, shown.version, JSON.stringify(body)],
    queryFn: async () =>
      (await answerOf(
        api.POST('/api/v1/collaborations/{id}/commands', {
          params: {
            path: { id: shown.id },
            query: { dryRun: 'true', thenSend: 'true' },
            header: { 'Idempotency-Key': 'dry-run' },
          },
          body: { ...body, package: { firstStep: '-' } } as unknown as Schemas['Command'],
        }),
      )) as unknown as Preview,
    placeholderData: keepPreviousData,
  });
  if (query.error) return <Refusal error={query.error} />;
  if (!query.data) return null;
  const { dates, letters } = query.data;
  const outside = [...new Set(letters.filter((it) => it.outside).map(({ about }) => about))];
  const inside = [...new Set(letters.filter((it) => !it.outside).map(({ to }) => to.name))];
  return (
    <>
      <ol className="today">
        {daysIn(dates).map(({ on, lines }) => (
          <li key={on}>
            <time dateTime={on}>{shortDay(on, now)}</time>
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </li>
        ))}
      </ol>
      <h3>{t('relayPages.told')}</h3>
      {outside.length === 0 && <p>{t('relayPages.entrepreneurIsNotTold')}</p>}
      {outside.map((about) => (
        <p key={about} className="quote">
          <bdi>{about}</bdi>
        </p>
      ))}
      {inside.length > 0 && <p className="small soft">{t('relayPages.letters', { names: inside.join('; ') })}</p>}
    </>
  );
}

/** What is due on each day; the same thing owed by several is one line. */
function daysIn(dates: Preview['dates']): readonly { readonly on: string; readonly lines: readonly string[] }[] {
  const days = new Map<string, Map<string, string[]>>();
  for (const { dueOn, label, owedBy } of dates) {
    const lines = days.get(dueOn) ?? new Map<string, string[]>();
    days.set(dueOn, lines.set(label, [...(lines.get(label) ?? []), owedBy.name ?? '']));
  }
  return [...days].map(([on, lines]) => ({
    on,
    lines: [...lines].map(([label, names]) => `${label}: ${[...new Set(names)].filter(Boolean).join(', ')}`),
  }));
}
