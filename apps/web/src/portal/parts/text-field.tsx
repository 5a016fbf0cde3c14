import { useId } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly isOptional?: boolean;
  /** How many lines it has at first; one, and it is a line. */
  readonly rows?: number;
  readonly type?: 'text' | 'email' | 'tel';
  readonly inputMode?: 'numeric';
  readonly autoComplete?: string;
  readonly maxLength?: number;
  readonly id?: string;
}

/** A field with its label above, what helps between, and what is wrong below. */
export function TextField({
  label,
  value,
  onChange,
  hint,
  error,
  isOptional,
  rows = 1,
  ...input
}: TextFieldProps): ReactNode {
  const { t } = useTranslation();
  const made = useId();
  const id = input.id ?? made;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const shared = {
    ...input,
    id,
    className: 'ds-input',
    value,
    'aria-invalid': error !== undefined,
    ...(described && { 'aria-describedby': described }),
  };
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label} {isOptional && <span className="soft">{t('portal.optional')}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="soft small">
          {hint}
        </p>
      )}
      {rows > 1 ? (
        <textarea {...shared} rows={rows} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...shared} onChange={(event) => onChange(event.target.value)} />
      )}
      {error && (
        <p id={`${id}-error`} className="field__error">
          {error}
        </p>
      )}
    </div>
  );
}
