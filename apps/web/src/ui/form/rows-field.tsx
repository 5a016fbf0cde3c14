import { Button, Fieldset } from '@digdir/designsystemet-react';
import { useRef } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { rowFields, rowsIn, startValues } from './schema-fields.js';
import type { FieldProps, FormValues } from './schema-fields.js';

interface RowsFieldProps extends FieldProps {
  /** Draws a field of a row. */
  readonly Row: ComponentType<FieldProps>;
}

/** A list of small forms: none from the start, and one more at a time. */
export function RowsField({ field, value, today, errors, onChange, Row }: RowsFieldProps): ReactNode {
  const { t } = useTranslation();
  const place = useRef<HTMLFieldSetElement>(null);
  const { title, pointer } = field;
  const fields = rowFields(field);
  const rows = rowsIn(value);
  const give = (changed: readonly FormValues[]): void => onChange(changed.length === 0 ? '' : JSON.stringify(changed));
  const add = (): void => {
    give([...rows, startValues(fields)]);
    requestAnimationFrame(() => {
      const last = [...(place.current?.querySelectorAll('fieldset.row-of-fields') ?? [])].at(-1);
      last?.querySelector<HTMLElement>('input, textarea, select')?.focus();
    });
  };
  return (
    <Fieldset ref={place} data-size="sm" className="field field--rows" data-pointer={pointer}>
      <Fieldset.Legend>{title}</Fieldset.Legend>
      {rows.map((row, index) => (
        <Fieldset key={index} className="row-of-fields card">
          <Fieldset.Legend>{t('form.row', { title, number: index + 1 })}</Fieldset.Legend>
          {fields.map((inRow) => {
            const at = `${pointer}/${index}${inRow.pointer}`;
            return (
              <Row
                key={at}
                field={{ ...inRow, pointer: at }}
                value={row[inRow.pointer] ?? ''}
                today={today}
                errors={errors}
                onChange={(changed) => give(rows.with(index, { ...row, [inRow.pointer]: changed }))}
              />
            );
          })}
          <Button
            type="button"
            variant="tertiary"
            data-color="neutral"
            onClick={() => give(rows.filter((_, at) => at !== index))}
          >
            {t('form.removeRow', { title, number: index + 1 })}
          </Button>
        </Fieldset>
      ))}
      <Button type="button" variant="tertiary" onClick={add}>
        {t('form.addRow', { title })}
      </Button>
    </Fieldset>
  );
}
