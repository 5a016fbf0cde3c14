import { Button, Field, Label, Select } from '@digdir/designsystemet-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import { longDay } from '../../words/dates.js';
import { Refusal } from '../command/refusal.js';
import type { Managing } from './troubles.js';

/** Somebody who is away, for whom nobody acts: a substitute is named in the row. */
export function UncoveredRow({
  uncovered: { person, from, until },
  now,
}: {
  readonly uncovered: Managing['uncovered'][number];
  readonly now: Date;
}): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <li className="stuck stuck--flat uncovered">
      <div>
        <h3>{person.name}</h3>
        <p className="soft small">{until ? t('manager.awayUntil', { day: longDay(until, now) }) : t('manager.away')}</p>
      </div>
      {isOpen ? (
        <SubstituteForm person={person} from={from} onCancel={() => setOpen(false)} />
      ) : (
        <Button
          variant="secondary"
          aria-label={t('manager.coverFor', { name: person.name })}
          onClick={() => setOpen(true)}
        >
          {t('manager.cover')}
        </Button>
      )}
    </li>
  );
}

interface SubstituteFormProps {
  readonly person: Managing['uncovered'][number]['person'];
  readonly from: string;
  readonly onCancel: () => void;
}

function SubstituteForm({ person, from, onCancel }: SubstituteFormProps): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [substitute, setSubstitute] = useState('');
  const { data } = useQuery({
    queryKey: ['people', person.unit],
    queryFn: () => answerOf(api.GET('/api/v1/people', { params: { query: { unit: person.unit } } })),
  });
  const others = [...(data?.items ?? [])]
    .filter(({ id, active }) => active && id !== person.id)
    .sort((a, b) => a.name.localeCompare(b.name, 'nb'));
  const naming = useMutation({
    mutationFn: () =>
      answerOf(
        api.PATCH('/api/v1/people/{id}/absences/{from}', {
          params: { path: { id: person.id, from } },
          body: { substitute },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['work'] }),
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (substitute !== '' && !naming.isPending) naming.mutate();
  };
  return (
    <form className="uncovered__form" onSubmit={submit}>
      <Field data-size="sm">
        <Label>{t('manager.substitute', { name: person.name })}</Label>
        <Select autoFocus value={substitute} onChange={(event) => setSubstitute(event.target.value)}>
          <Select.Option value="">{t('form.choose')}</Select.Option>
          {others.map(({ id, name }) => (
            <Select.Option key={id} value={id}>
              {name}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Button type="submit" aria-busy={naming.isPending}>
        {t('manager.cover')}
      </Button>
      <Button type="button" variant="tertiary" onClick={onCancel}>
        {t('form.cancel')}
      </Button>
      <Refusal error={naming.error} />
    </form>
  );
}
