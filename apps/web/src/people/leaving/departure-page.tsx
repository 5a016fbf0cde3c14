import { Button, Field, Label, Select } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { activePeopleQuery } from '../../api/register.js';
import type { Person } from '../../api/register.js';
import { AsyncView } from '../../ui/async-view.js';
import { ConfirmButton } from '../../ui/confirm-button.js';
import { Refusal } from '../../ui/refusal.js';
import { useChange } from '../../ui/use-change.js';
import { personQuery } from '../register/person-query.js';
import { DepartureReport } from './departure-report.js';
import { useHoldingWords } from './holding-words.js';

const route = getRouteApi('/admin/folk/$person/slutter');

/** A person leaves: what they hold, who takes it over, a try, and then the departure itself. */
export function DeparturePage(): ReactNode {
  const { person: id } = route.useParams();
  const person = useQuery(personQuery(id));
  return <AsyncView query={person}>{(shown) => <Departure person={shown} />}</AsyncView>;
}

function Departure({ person: { id, name } }: { readonly person: Person }): ReactNode {
  const { t } = useTranslation();
  const params = { path: { id } };
  const holdings = useQuery({
    queryKey: ['people', 'holdings', id],
    queryFn: async () => (await answerOf(api.GET('/api/v1/people/{id}/holdings', { params }))).items,
  });
  const [to, setTo] = useState('');
  const [others, setOthers] = useState<Readonly<Record<string, string>>>({});
  const leave = (dryRun: boolean, key: string) =>
    answerOf(
      api.POST('/api/v1/people/{id}/departure', {
        params: { ...params, header: { 'Idempotency-Key': key } },
        body: {
          ...(to && { to }),
          assignments: Object.entries(others).flatMap(([collaboration, taker]) =>
            taker ? [{ collaboration, to: taker }] : [],
          ),
          dryRun,
        },
      }),
    );
  const tried = useChange<void, Schemas['DepartureReport']>((_nothing, key) => leave(true, key));
  const [done, setDone] = useState<Schemas['DepartureReport']>();
  const choose = (change: () => void): void => {
    change();
    tried.reset();
    setDone(undefined);
  };
  const report = done ?? tried.data;
  return (
    <>
      <p>
        <Link to="/admin/folk/$person" params={{ person: id }}>
          {name}
        </Link>
      </p>
      <h2>{t('leaving.title', { name })}</h2>
      <section className="block" aria-labelledby="takes-over">
        <h3 id="takes-over">{t('leaving.to')}</h3>
        <p className="lead soft">{t('leaving.toLead')}</p>
        <PersonChoice
          label={t('leaving.to')}
          leaving={id}
          value={to}
          onChange={(taker) => choose(() => setTo(taker))}
        />
      </section>
      <section className="block" aria-labelledby="holds">
        <h3 id="holds">{t('leaving.holds', { name })}</h3>
        <AsyncView query={holdings}>
          {(held) =>
            held.length === 0 ? (
              <p>{t('leaving.holdsNothing')}</p>
            ) : (
              <HoldingList
                held={held}
                leaving={id}
                others={others}
                onChoose={(collaboration, taker) => choose(() => setOthers({ ...others, [collaboration]: taker }))}
              />
            )
          }
        </AsyncView>
      </section>
      <section className="block" aria-label={t('leaving.dry')}>
        <div className="actions">
          <Button variant="secondary" aria-busy={tried.isPending} onClick={() => tried.mutate()}>
            {t('leaving.dry')}
          </Button>
        </div>
        <Refusal error={tried.error} />
        {report && <DepartureReport report={report} name={name} />}
        {tried.data?.complete && !done && (
          <div className="actions">
            <ConfirmButton
              label={t('leaving.go')}
              question={t('leaving.goQuestion', { name })}
              send={async (key) => setDone(await leave(false, key))}
            />
          </div>
        )}
      </section>
    </>
  );
}

interface HoldingListProps {
  readonly held: Schemas['HoldingList']['items'];
  readonly leaving: string;
  readonly others: Readonly<Record<string, string>>;
  readonly onChoose: (collaboration: string, taker: string) => void;
}

function HoldingList({ held, leaving, others, onChoose }: HoldingListProps): ReactNode {
  const { t } = useTranslation();
  const words = useHoldingWords();
  const asked = new Set<string>();
  return (
    <ul className="card lines">
      {held.map((holding, at) => {
        const { collaboration } = holding;
        const isFirst = collaboration && !asked.has(collaboration.id);
        if (collaboration) asked.add(collaboration.id);
        return (
          <li key={at}>
            <p>{words(holding)}</p>
            {isFirst && (
              <PersonChoice
                label={`${t('leaving.someoneElse')}: ${collaboration.number}`}
                none={t('leaving.asAbove')}
                leaving={leaving}
                value={others[collaboration.id] ?? ''}
                onChange={(taker) => onChoose(collaboration.id, taker)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface PersonChoiceProps {
  readonly label: string;
  readonly none?: string;
  readonly leaving: string;
  readonly value: string;
  readonly onChange: (person: string) => void;
}

function PersonChoice({ label, none, leaving, value, onChange }: PersonChoiceProps): ReactNode {
  const { t } = useTranslation();
  const { data: people = [] } = useQuery(activePeopleQuery);
  return (
    <Field data-size="sm" className="narrow">
      <Label>{label}</Label>
      <Select value={value} onChange={(event) => onChange(event.target.value)}>
        <Select.Option value="">{none ?? t('form.choose')}</Select.Option>
        {people
          .filter(({ id, staff }) => staff && id !== leaving)
          .map(({ id, name }) => (
            <Select.Option key={id} value={id}>
              {name}
            </Select.Option>
          ))}
      </Select>
    </Field>
  );
}
