import { Checkbox, Fieldset } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import { useNow } from '../../api/clock.js';
import { shortDay } from '../../words/dates.js';

interface AttachmentsProps {
  readonly caseId: string;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Documents of the case that go with the handover. */
export function Attachments({ caseId, chosen, onChange }: AttachmentsProps): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const { data } = useQuery({
    queryKey: ['documents', caseId, 'to-attach'],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/collaborations/{id}/documents', {
          params: { path: { id: caseId }, query: { order: 'desc', limit: '50' } },
        }),
      ),
  });
  const documents = (data?.items ?? []).filter(({ withdrawn }) => !withdrawn);
  return (
    <section className="part card" aria-labelledby="attachments">
      <h2 id="attachments">{t('relayPages.attachments')}</h2>
      {data && documents.length === 0 && <p>{t('relayPages.noDocuments')}</p>}
      {documents.length > 0 && (
        <Fieldset data-size="sm" aria-labelledby="attachments">
          {documents.map(({ id, title, at }) => (
            <Checkbox
              key={id}
              value={id}
              label={
                <>
                  <bdi>{title}</bdi>, {shortDay(at, now)}
                </>
              }
              checked={chosen.includes(id)}
              onChange={({ target: { checked } }) =>
                onChange(checked ? [...chosen, id] : chosen.filter((it) => it !== id))
              }
            />
          ))}
        </Fieldset>
      )}
    </section>
  );
}
