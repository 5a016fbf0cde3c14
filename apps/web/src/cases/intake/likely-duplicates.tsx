import { Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import { useNow } from '../../api/clock.js';
import { keepDraft } from '../../ui/form/drafts.js';
import { dayOfMonth } from '../../words/dates.js';
import { noteOf } from './intake-draft.js';
import type { IntakeDraft } from './intake-draft.js';

const PAUSE_MS = 400;
const SHORTEST = 3;
const MOST = 5;

interface LikelyDuplicatesProps {
  readonly draft: IntakeDraft;
  readonly onMoved: () => void;
}

/** Cases that are open already with the organisation, or with whoever calls: what was said may belong in one of them. */
export function LikelyDuplicates({ draft, onMoved }: LikelyDuplicatesProps): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const navigate = useNavigate();
  const found = useOpenCases(draft);
  if (found.length === 0) return null;
  const moveTo = (id: string, number: string): void => {
    keepDraft(`${id}.note`, { text: noteOf(draft, (who) => t('intake.called', { who })) });
    onMoved();
    void navigate({ to: '/saker/$number/meldinger', params: { number } });
  };
  return (
    <section className="card card--padded intake__beside" aria-labelledby="likely">
      <h2 id="likely">{t('intake.likely')}</h2>
      <p className="soft small">{t('intake.likelyLead')}</p>
      <ul>
        {found.map(({ id, number, title, owner, openedAt }) => (
          <li key={id}>
            <p>
              <strong>{t('intake.openCase', { number })}</strong>
            </p>
            <p>{title}</p>
            <p className="soft small">{t('intake.has', { name: owner.name, day: dayOfMonth(openedAt, now) })}</p>
            <Button
              type="button"
              variant="secondary"
              data-size="sm"
              aria-label={t('intake.addTo', { number })}
              onClick={() => moveTo(id, number)}
            >
              {t('intake.add')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useOpenCases({ organisation, number, name }: IntakeDraft) {
  const words = number || organisation.trim() || name.trim();
  const [asked, ask] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => ask(words), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  const { data } = useQuery({
    queryKey: ['cases', 'likely', asked],
    queryFn: () =>
      answerOf(api.GET('/api/v1/collaborations', { params: { query: { q: asked, limit: '20', sort: '-openedAt' } } })),
    enabled: asked.length >= SHORTEST,
  });
  const open = (data?.items ?? []).filter(({ state }) => state === 'OPEN' || state === 'SUSPENDED');
  return asked.length >= SHORTEST ? open.slice(0, MOST) : [];
}
