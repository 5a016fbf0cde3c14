import { Button, Field, Input, Label } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeSettings, useSettings } from '../../access/settings.js';
import { Refusal } from '../command/refusal.js';
import { caseFilterIn } from './case-filter.js';
import type { CaseFilter } from './case-filter.js';

const asQuery = (filter: CaseFilter): string => JSON.stringify(caseFilterIn({ ...filter }));
const filterOf = (query: string): CaseFilter => caseFilterIn(JSON.parse(query) as Record<string, unknown>);

/** The reader's own views by name, and a way to keep the one that is shown. They are the same on every machine. */
export function SavedViews({ filter }: { readonly filter: CaseFilter }): ReactNode {
  const { t } = useTranslation();
  const { views } = useSettings();
  const changing = useChangeSettings();
  const [isNaming, setNaming] = useState(false);
  const shown = asQuery(filter);
  const current = views.find(({ query }) => query === shown);
  const keep = (name: string): void => {
    changing.mutate({ views: [...views.filter((view) => view.name !== name), { name, query: shown }] });
    setNaming(false);
  };
  return (
    <div className="views">
      {views.length > 0 && (
        <nav aria-label={t('views.mine')}>
          <ul>
            {views.map(({ name, query }) => (
              <li key={name}>
                <Link to="/saker" search={filterOf(query)} aria-current={query === shown ? 'page' : undefined}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {isNaming && <NameForm onKeep={keep} onCancel={() => setNaming(false)} />}
      {!isNaming && !current && (
        <Button variant="tertiary" data-size="sm" onClick={() => setNaming(true)}>
          {t('views.save')}
        </Button>
      )}
      {current && (
        <Button
          variant="tertiary"
          data-size="sm"
          onClick={() => changing.mutate({ views: views.filter((view) => view !== current) })}
        >
          {t('views.remove', { name: current.name })}
        </Button>
      )}
      <Refusal error={changing.error} />
    </div>
  );
}

function NameForm({
  onKeep,
  onCancel,
}: {
  readonly onKeep: (name: string) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (name.trim() !== '') onKeep(name.trim());
  };
  return (
    <form className="views__form" onSubmit={submit}>
      <Field data-size="sm">
        <Label>{t('views.name')}</Label>
        <Input autoFocus maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Button type="submit" data-size="sm">
        {t('views.save')}
      </Button>
      <Button type="button" variant="tertiary" data-size="sm" onClick={onCancel}>
        {t('form.cancel')}
      </Button>
    </form>
  );
}
