import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../api/clock.js';
import { shortDay } from '../../words/dates.js';
import { documentsQuery } from './queries.js';

/** What both sides may read. Images and PDF open in the browser, the rest is saved. */
export function Documents({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const { data: documents = [] } = useQuery(documentsQuery(id));
  const shared = documents.filter(({ seenBy }) => seenBy === 'BOTH');
  if (shared.length === 0) return null;
  return (
    <section className="block" aria-labelledby="documents">
      <h2 id="documents">{t('mine.documents')}</h2>
      <ul className="plain-list">
        {shared.map(({ id: document, title, latest, withdrawn, at, by }) => (
          <li key={document}>
            {withdrawn || latest.content === null ? (
              <span>
                <s>{title}</s> {t('mine.withdrawn')}
              </span>
            ) : (
              <a href={latest.content} dir="auto">
                {title}
              </a>
            )}
            <span className="soft small block-line">
              {latest.file.name} · {by.name}, {shortDay(at, now)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
