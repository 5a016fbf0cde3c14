import type { ReactNode } from 'react';

interface ChoiceProps {
  readonly legend: string;
  readonly name: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

/** One of a few: all of them seen at once, and large enough for a thumb. */
export function Choice({ legend, name, value, options, onChange }: ChoiceProps): ReactNode {
  return (
    <fieldset className="choice">
      <legend className="field__label">{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className="choice__option">
          <input
            className="ds-input"
            type="radio"
            name={name}
            value={option.value}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
