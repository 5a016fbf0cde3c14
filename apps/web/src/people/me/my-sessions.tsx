import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import { useNow } from '../../api/clock.js';
import { AsyncView } from '../../ui/async-view.js';
import { ConfirmButton } from '../../ui/confirm-button.js';
import { shortDay, timeOfDay } from '../../words/dates.js';

/** Where one is signed in, and how to end it. Times are those of the computer. */
export function MySessions(): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const sessions = useQuery({
    queryKey: ['my-sessions'],
    queryFn: async () => (await answerOf(api.GET('/api/v1/me/sessions'))).items,
  });
  const at = (instant: string): readonly [string, string] => [shortDay(instant, now), timeOfDay(instant)];
  return (
    <section className="block" aria-labelledby="my-sessions">
      <h2 id="my-sessions">{t('me.sessions')}</h2>
      <p className="lead soft">{t('me.sessionsLead')}</p>
      <AsyncView query={sessions}>
        {(all) => (
          <>
            <ul className="card lines">
              {all.map(({ id, browser, method, startedAt, lastSeenAt, current }) => {
                const [day, time] = at(startedAt);
                const [lastDay, lastTime] = at(lastSeenAt);
                return (
                  <li key={id}>
                    <p>
                      {t('me.session', { browser, method: t(`me.method.${method}`) })}
                      {current && <strong> · {t('me.thisOne')}</strong>}
                    </p>
                    <p className="soft small">{t('me.seen', { day, time, lastDay, lastTime })}</p>
                    {!current && (
                      <div className="actions">
                        <ConfirmButton
                          label={t('me.end')}
                          name={t('me.endName', { browser })}
                          question={t('me.endQuestion')}
                          send={() => answerOf(api.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } }))}
                        />
                      </div>
                    )}
                  </li>
                );
              })}
            </ul>
            {all.length > 1 && (
              <div className="actions">
                <ConfirmButton
                  label={t('me.endOthers')}
                  question={t('me.endOthersQuestion')}
                  send={() => answerOf(api.DELETE('/api/v1/me/sessions'))}
                />
              </div>
            )}
          </>
        )}
      </AsyncView>
    </section>
  );
}
