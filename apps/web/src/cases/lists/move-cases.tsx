import { Button, Field, Label, Select } from '@digdir/designsystemet-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../access/me.js';
import { answerOf, api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { Refusal } from '../command/refusal.js';

type Report = Schemas['MovesReport'];

/** Those who move many cases; each case decides for itself whether its own move is allowed. */
export const MOVERS: readonly string[] = ['leder', 'kommunalsjef', 'kommunedirektor', 'admin'];

interface MoveCasesProps {
  /** Ids of the cases that are chosen. */
  readonly chosen: readonly string[];
  readonly onMoved: () => void;
}

/** Chosen cases are given to one person: first what would happen is shown, then it is done. */
export function MoveCases({ chosen, onMoved }: MoveCasesProps): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [to, setTo] = useState('');
  const key = useRef<string>(undefined);
  const people = usePeople();
  const asking = useMutation({
    mutationFn: (dryRun: boolean) =>
      answerOf(
        api.POST('/api/v1/collaborations/moves', {
          params: {
            header: { 'Idempotency-Key': dryRun ? crypto.randomUUID() : (key.current ??= crypto.randomUUID()) },
          },
          body: { collaborations: [...chosen], to, dryRun },
        }),
      ),
    onSuccess: async ({ dryRun }) => {
      if (dryRun) return;
      key.current = undefined;
      await client.invalidateQueries({ queryKey: ['cases'] });
      onMoved();
    },
  });
  const report = asking.data;
  const isReady = report?.dryRun === true && report.lines.length === chosen.length && report.to.id === to;
  return (
    <section className="card card--padded moving" aria-label={t('views.moving')}>
      <p role="status">
        <strong>{t('views.chosen', { count: chosen.length })}</strong> {report && <Summary report={report} />}
      </p>
      <div className="views__form">
        <Field data-size="sm">
          <Label>{t('views.giveTo')}</Label>
          <Select value={to} onChange={(event) => setTo(event.target.value)}>
            <Select.Option value="">{t('form.choose')}</Select.Option>
            {people.map(({ id, name }) => (
              <Select.Option key={id} value={id}>
                {name}
              </Select.Option>
            ))}
          </Select>
        </Field>
        {isReady ? (
          <Button data-size="sm" aria-busy={asking.isPending} onClick={() => asking.mutate(false)}>
            {t('views.move')}
          </Button>
        ) : (
          <Button
            data-size="sm"
            variant="secondary"
            aria-busy={asking.isPending}
            onClick={() => to !== '' && asking.mutate(true)}
          >
            {t('views.tryMove')}
          </Button>
        )}
      </div>
      {report && (
        <ul className="small">
          {report.lines
            .filter(({ outcome }) => outcome !== 'WOULD' && outcome !== 'MOVED')
            .map(({ id, number, why }) => (
              <li key={id}>
                {number}: {why ?? t('views.already')}
              </li>
            ))}
        </ul>
      )}
      <Refusal error={asking.error} />
    </section>
  );
}

function Summary({ report: { dryRun, lines } }: { readonly report: Report }): ReactNode {
  const { t } = useTranslation();
  const can = lines.filter(({ outcome }) => outcome === 'WOULD' || outcome === 'MOVED').length;
  return t(dryRun ? 'views.would' : 'views.moved', { count: can, rest: lines.length - can });
}

/** Those of the reader's unit who can have a case. */
function usePeople() {
  const { units } = useMe();
  const unit = units[0] ?? '';
  const { data } = useQuery({
    queryKey: ['people', unit],
    queryFn: () => answerOf(api.GET('/api/v1/people', { params: { query: { unit } } })),
  });
  return [...(data?.items ?? [])].filter(({ active }) => active).sort((a, b) => a.name.localeCompare(b.name, 'nb'));
}
