import { Field, Label, Select } from '@digdir/designsystemet-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { nameBeside } from '../../words/names.js';

/** One who is to take over. */
export interface Receiver {
  readonly unit: string;
  readonly person: string;
}

type Needed = Schemas['HandoverPrefill']['receivers'];

/** One for each capacity that has to accept, as proposed until somebody chooses. One person may have several. */
export function receiversOf(needed: Needed, chosen: Readonly<Record<string, string>>): readonly Receiver[] {
  const found = needed.flatMap(({ capacity, choices }) => {
    const choice = choices.find(({ person }) => person === chosen[capacity]) ?? choices[0];
    return choice ? [{ unit: choice.unit, person: choice.person }] : [];
  });
  return found.filter(({ person }, at) => found.findIndex((it) => it.person === person) === at);
}

interface CapacitiesProps {
  readonly needed: Needed;
  readonly chosen: Readonly<Record<string, string>>;
  readonly onChoose: (capacity: string, person: string) => void;
}

/** A choice for each capacity that the decision asks for. */
export function Capacities({ needed, chosen, onChoose }: CapacitiesProps): ReactNode {
  const { t } = useTranslation();
  return needed.map(({ capacity, label, choices }) => (
    <Field key={capacity} data-size="sm">
      <Label>{t('relayPages.as', { capacity: label.toLowerCase() })}</Label>
      {choices.length === 0 && <Field.Description>{t('relayPages.noReceiver')}</Field.Description>}
      <Select
        value={chosen[capacity] ?? choices[0]?.person ?? ''}
        onChange={({ target: { value } }) => onChoose(capacity, value)}
      >
        {choices.length === 0 && <Select.Option value="">{t('form.choose')}</Select.Option>}
        {choices.map(({ unitName, person, personName, away }) => {
          const name = `${nameBeside(unitName, personName)}, ${unitName}`;
          return (
            <Select.Option key={person} value={person}>
              {away ? t('relayPages.away', { name }) : name}
            </Select.Option>
          );
        })}
      </Select>
    </Field>
  ));
}

const unitsQuery = queryOptions({ queryKey: ['units'], queryFn: () => answerOf(api.GET('/api/v1/units')) });

const peopleQuery = (unit: string) =>
  queryOptions({
    queryKey: ['people-in', unit],
    queryFn: () => answerOf(api.GET('/api/v1/people', { params: { query: { unit, active: 'true', limit: '100' } } })),
    enabled: unit !== '',
  });

/** What somebody who is to take over is called, and their unit. */
export function useNames({ unit, person }: Receiver): Receiver {
  const units = useQuery(unitsQuery);
  const people = useQuery(peopleQuery(unit));
  const name = people.data?.items.find(({ id }) => id === person)?.name ?? person;
  const unitName = units.data?.items.find(({ id }) => id === unit)?.name ?? unit;
  return { unit: unitName, person: nameBeside(unitName, name) };
}

interface UnitProps {
  /** The unit that has the case. */
  readonly from: string;
  readonly unit: string;
  readonly person: string;
  readonly onChoose: (receiver: Receiver) => void;
}

/** Any unit that can have cases, and who in it. The leader is proposed. */
export function UnitAndPerson({ from, unit, person, onChoose }: UnitProps): ReactNode {
  const { t } = useTranslation();
  const units = useQuery(unitsQuery);
  const people = useQuery(peopleQuery(unit));
  const choices = (units.data?.items ?? []).filter(({ id, holdsCases }) => holdsCases && id !== from);
  return (
    <>
      <Field data-size="sm">
        <Label>{t('relayPages.toUnit')}</Label>
        <Select value={unit} onChange={({ target: { value } }) => onChoose({ unit: value, person: '' })}>
          <Select.Option value="">{t('form.choose')}</Select.Option>
          {choices.map(({ id, name }) => (
            <Select.Option key={id} value={id}>
              {name}
            </Select.Option>
          ))}
        </Select>
      </Field>
      {unit !== '' && (
        <Field data-size="sm">
          <Label>{t('relayPages.toPerson')}</Label>
          <Select value={person} onChange={({ target: { value } }) => onChoose({ unit, person: value })}>
            <Select.Option value="">{t('form.choose')}</Select.Option>
            {(people.data?.items ?? []).map(({ id, name }) => (
              <Select.Option key={id} value={id}>
                {name}
              </Select.Option>
            ))}
          </Select>
        </Field>
      )}
    </>
  );
}
