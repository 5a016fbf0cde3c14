import { Checkbox, Fieldset } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import { useNow } from '../../api/clock.js';
import { shortDay } from '../../words/dates.js';
import type { FormField } from './schema-fields.js';

interface ProofFieldProps {
  readonly field: FormField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Documents and messages of the case that show what is registered. Nothing is asked where there is nothing to choose among. */
export function ProofField({ field, value, onChange }: ProofFieldProps): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const id = field.schema['x-choices']?.split('/')[4] ?? '';
  const { data } = useQuery({
    queryKey: ['proof', id],
    queryFn: () => answerOf(api.GET('/api/v1/collaborations/{id}/proof', { params: { path: { id } } })),
  });
  if (!data || data.items.length === 0) return null;
  const chosen = value === '' ? [] : (JSON.parse(value) as object[]).map((it) => JSON.stringify(it));
  const toggle = (proof: string, isChosen: boolean): void => {
    const left = isChosen ? [...chosen, proof] : chosen.filter((it) => it !== proof);
    onChange(left.length === 0 ? '' : `[${left.join(',')}]`);
  };
  return (
    <details className="small">
      <summary>{t('form.proof', { count: chosen.length })}</summary>
      <Fieldset data-size="sm">
        <Fieldset.Legend>{t('form.proofLegend')}</Fieldset.Legend>
        {data.items.map(({ proof, title, at }) => {
          const key = JSON.stringify(proof);
          return (
            <Checkbox
              key={key}
              label={`${title}, ${shortDay(at, now)}`}
              value={key}
              checked={chosen.includes(key)}
              onChange={(event) => toggle(key, event.target.checked)}
            />
          );
        })}
      </Fieldset>
    </details>
  );
}
