import { Button, Field, Label, Textarea, ValidationMessage } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.js';
import { useNow } from '../../api/clock.js';
import { ProofField } from '../../ui/form/proof-field.js';
import type { FormField } from '../../ui/form/schema-fields.js';
import { shortDay } from '../../words/dates.js';

type KnownPart = Schemas['HandoverPrefill']['parts'][number];

interface PartProps {
  readonly caseId: string;
  readonly part: KnownPart;
  readonly value: string | undefined;
  /** What the sender wrote the last time. */
  readonly previous: unknown;
  /** JSON of what shows it. */
  readonly proof: string;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
  readonly onProof: (proof: string) => void;
}

const MOST_ROWS = 6;

/** A part of a handover: what the case knows stands there; only what people must write is open. */
export function Part({ caseId, part, value, previous, proof, error, onChange, onProof }: PartProps): ReactNode {
  const { t } = useTranslation();
  const { key, title, gap, text, rows = [] } = part;
  const [isWriting, setWriting] = useState(gap !== undefined || value !== undefined);
  return (
    <section
      id={`part-${key}`}
      className={`part card${error ? ' part--missing' : ''}${isWriting ? '' : ' part--ready'}`}
      aria-labelledby={`title-${key}`}
    >
      <div className="part__head">
        <h2 id={`title-${key}`}>{title}</h2>
        {!isWriting && (
          <Button
            type="button"
            variant="tertiary"
            data-size="sm"
            aria-label={t('compose.changePart', { title })}
            onClick={() => {
              setWriting(true);
              if (text !== undefined) onChange(text);
            }}
          >
            {t('compose.change')}
          </Button>
        )}
      </div>
      {!isWriting && (
        <p className="part__gist small" dir="auto">
          {text ?? rows.map(({ label }) => label).join(', ')}
        </p>
      )}
      {!isWriting && (
        <details className="small">
          <summary>{t(`compose.source.${part.source}`)}</summary>
          <Known part={part} />
        </details>
      )}
      {isWriting && (
        <Field data-size="sm">
          <Label>{t('compose.write', { title })}</Label>
          {gap && <Field.Description>{gap}</Field.Description>}
          <Textarea
            dir="auto"
            value={value ?? ''}
            rows={4}
            maxLength={4000}
            aria-invalid={error !== undefined}
            onChange={(event) => onChange(event.target.value)}
          />
          {error && <ValidationMessage>{error}</ValidationMessage>}
        </Field>
      )}
      {isWriting && <ProofField field={proofOf(caseId, key)} value={proof} onChange={onProof} />}
      {isWriting && typeof previous === 'string' && (
        <details className="small">
          <summary>{t('compose.previous')}</summary>
          <p dir="auto">{previous}</p>
        </details>
      )}
    </section>
  );
}

/** What shows a part, of the documents and messages of the case. */
const proofOf = (caseId: string, key: string): FormField => ({
  pointer: `/proof/${key}`,
  title: key,
  kind: 'proof',
  isRequired: false,
  schema: { 'x-choices': `/api/v1/collaborations/${caseId}/proof` },
});

function Known({ part: { text, rows = [] } }: { readonly part: KnownPart }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      {text && <p dir="auto">{text}</p>}
      <Rows rows={rows.slice(0, MOST_ROWS)} />
      {rows.length > MOST_ROWS && (
        <details className="small">
          <summary>{t('compose.moreRows', { count: rows.length - MOST_ROWS })}</summary>
          <Rows rows={rows.slice(MOST_ROWS)} />
        </details>
      )}
    </>
  );
}

function Rows({ rows }: { readonly rows: NonNullable<KnownPart['rows']> }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  return (
    <ul className="part__rows">
      {rows.map(({ label, on, who, unit, number, amountNok }, index) => (
        <li key={`${label}.${on ?? ''}.${index}`}>
          {[
            label,
            number?.toLocaleString('nb-NO'),
            amountNok !== undefined && t('compose.kroner', { amount: amountNok.toLocaleString('nb-NO') }),
            on && shortDay(on, now),
            who,
            unit !== who ? unit : undefined,
          ]
            .filter(Boolean)
            .join(', ')}
        </li>
      ))}
    </ul>
  );
}
