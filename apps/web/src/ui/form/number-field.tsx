import { Field, Input } from '@digdir/designsystemet-react';
import type { ComponentProps, ReactNode } from 'react';
import { numberIn, writtenNumber } from './written-number.js';

interface NumberFieldProps extends Omit<ComponentProps<typeof Input>, 'value' | 'onChange'> {
  readonly value: string;
  readonly isWhole: boolean;
  /** What stands after the number: «kroner». */
  readonly suffix?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A number as people write it; when they leave it, it stands in groups of three. What cannot be read stays as it is. */
export function NumberField({ value, isWhole, suffix, onChange, ...input }: NumberFieldProps): ReactNode {
  const group = (): void => {
    const number = numberIn(value);
    if (!Number.isNaN(number) && writtenNumber(number) !== value) onChange(writtenNumber(number));
  };
  const field = (
    <Input
      {...input}
      value={value}
      inputMode={isWhole ? 'numeric' : 'decimal'}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value)}
      onBlur={group}
    />
  );
  if (suffix === undefined) return field;
  return (
    <Field.Affixes>
      {field}
      <Field.Affix>{suffix}</Field.Affix>
    </Field.Affixes>
  );
}
