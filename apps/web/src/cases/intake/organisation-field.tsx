import { Field, Input, Label } from '@digdir/designsystemet-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import { digitsOf, NumberField } from './number-field.js';
import type { Organisation } from './number-field.js';

const PAUSE_MS = 200;
const SHORTEST = 2;

interface OrganisationFieldProps {
  readonly name: string;
  readonly number: string;
  readonly isNumberRefused: boolean;
  readonly onChange: (organisation: { readonly name: string; readonly number: string }) => void;
}

/** An organisation that is known is chosen; one that is not is written, with its number if they have it at hand. */
export function OrganisationField({ name, number, isNumberRefused, onChange }: OrganisationFieldProps): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const listId = useId();
  const known = useKnown(isOpen ? name : '');
  const options = isOpen ? known : [];
  const choose = ({ name: chosen, number: digits = '' }: Organisation): void => {
    onChange({ name: chosen, number: digits });
    setOpen(false);
  };
  const move = (event: KeyboardEvent): void => {
    const option = options[active];
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, options.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, -1));
    else if (event.key === 'Enter' && option) choose(option);
    else if (event.key === 'Escape' && isOpen) setOpen(false);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <Field data-size="sm" className="intake__organisation">
        <Label>
          {t('intake.organisation')} <span className="soft">{t('form.optional')}</span>
        </Label>
        <Field.Description>{t('intake.organisationHint')}</Field.Description>
        <Input
          role="combobox"
          aria-expanded={options.length > 0}
          aria-controls={listId}
          aria-activedescendant={options[active] && `${listId}-${active}`}
          autoComplete="off"
          value={name}
          onKeyDown={move}
          onBlur={() => setOpen(false)}
          onChange={(event) => {
            setOpen(true);
            setActive(-1);
            onChange({ name: event.target.value, number: '' });
          }}
        />
        <ul
          id={listId}
          role="listbox"
          aria-label={t('intake.known')}
          className="choices card"
          hidden={options.length === 0}
        >
          {options.map((option, index) => (
            <li
              key={option.id}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              // The field keeps focus, so that its list does not close before the choice is made.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
            >
              {option.name} <span className="soft small">{option.number}</span>
            </li>
          ))}
        </ul>
        <p className="hidden-text" role="status">
          {options.length > 0 && t('intake.knownCount', { count: options.length })}
        </p>
      </Field>
      {name.trim() !== '' && (
        <NumberField
          number={number}
          isRefused={isNumberRefused}
          onChange={(digits) => onChange({ name, number: digits })}
          onKnown={choose}
        />
      )}
    </>
  );
}

/** Those whose name has the words, or whose number it is. */
function useKnown(written: string): readonly Organisation[] {
  const words = written.trim();
  const [asked, ask] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => ask(words), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  const digits = digitsOf(asked);
  const { data } = useQuery({
    queryKey: ['organisations', asked],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/organisations', {
          params: { query: { limit: '8', ...(digits === undefined ? { q: asked } : { number: digits }) } },
        }),
      ),
    enabled: asked.length >= SHORTEST,
    placeholderData: keepPreviousData,
  });
  return words.length >= SHORTEST ? (data?.items ?? []) : [];
}
