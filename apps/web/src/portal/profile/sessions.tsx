import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import { longDay, localDateOf, timeOfDay } from '../../words/dates.js';
import { AnswerView, SendingFailed } from '../parts/answer-view.js';

const KEY = ['sessions'];

/** Where she is signed in, so that a phone that was lost can be signed out from here. */
export function Sessions(): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const sessions = useQuery({
    queryKey: KEY,
    queryFn: async () => (await answerOf(api.GET('/api/v1/me/sessions'))).items,
  });
  const ending = useMutation({
    mutationFn: () => answerOf(api.DELETE('/api/v1/me/sessions')),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
  return (
    <section className="block" aria-labelledby="sessions">
      <h2 id="sessions">{t('profile.sessions')}</h2>
      <AnswerView query={sessions}>
        {(found) => (
          <>
            <ul className="plain-list">
              {found.map(({ id, browser, lastSeenAt, current }) => {
                const at = new Date(lastSeenAt);
                const day = longDay(localDateOf(at), at);
                return (
                  <li key={id}>
                    {browser}
                    <span className="soft small block-line">
                      {current ? t('profile.thisOne') : t('profile.lastSeen', { day, time: timeOfDay(lastSeenAt) })}
                    </span>
                  </li>
                );
              })}
            </ul>
            {found.length > 1 && (
              <div className="actions">
                <button
                  type="button"
                  className="ds-button"
                  data-variant="secondary"
                  aria-disabled={ending.isPending}
                  onClick={() => ending.mutate()}
                >
                  {t('profile.endOthers')}
                </button>
                <SendingFailed error={ending.error} />
              </div>
            )}
          </>
        )}
      </AnswerView>
      <p role="status" className="said">
        {ending.isSuccess && t('profile.othersEnded')}
      </p>
    </section>
  );
}
