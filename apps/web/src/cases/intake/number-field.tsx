import { Field, Input, Label, ValidationMessage } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, Refused } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';

export type Organisation = Schemas['OrganisationList']['items'][number];

/** Nine digits, however they are spaced. */
export const digitsOf = (written: string): string | undefined =>
  /^(?:\D*\d){9}\D*$/.test(written) ? written.replace(/\D/g, '') : undefined;

interface NumberFieldProps {
  readonly number: string;
  readonly isRefused: boolean;
  readonly onChange: (number: string) => void;
  readonly onKnown: (organisation: Organisation) => void;
}

/** The server says whether a number can be right, and whose it is. */
export function NumberField({ number, isRefused, onChange, onKnown }: NumberFieldProps): ReactNode {
  const { t } = useTranslation();
  const [isLeft, setLeft] = useState(false);
  const digits = digitsOf(number);
  const { data, error } = useQuery({
    queryKey: ['organisations', 'number', digits],
    queryFn: () => answerOf(api.GET('/api/v1/organisations', { params: { query: { number: digits ?? '' } } })),
    enabled: digits !== undefined,
  });
  const isIncomplete = isLeft && number.trim() !== '' && digits === undefined;
  const isWrong = isRefused || isIncomplete || (error instanceof Refused && error.problem.status === 400);
  const [owner] = digits === undefined ? [] : (data?.items ?? []);
  return (
    <Field data-size="sm">
      <Label>
        {t('intake.number')} <span className="soft">{t('form.optional')}</span>
      </Label>
      <Input
        inputMode="numeric"
        autoComplete="off"
        aria-invalid={isWrong}
        value={number}
        onBlur={() => {
          setLeft(true);
          if (owner) onKnown(owner);
        }}
        onChange={(event) => onChange(event.target.value)}
      />
      {isWrong && <ValidationMessage>{t('intake.fault.number')}</ValidationMessage>}
      {owner && <p className="field__said">{t('intake.numberOf', { name: owner.name })}</p>}
    </Field>
  );
}
