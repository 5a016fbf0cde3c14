import { Button } from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../api/clock.js';
import { localDateOf } from '../words/dates.js';
import { dropDraft } from './form/drafts.js';
import { SchemaForm } from './form/schema-form.js';
import { Refusal, refusedPointersOf } from './refusal.js';
import { useChange } from './use-change.js';
import './in-place.css';

interface InPlaceFormProps<Answer> {
  /** On the button that opens the form, and above it. */
  readonly label: string;
  /** What the button is called to those who do not see where it stands. */
  readonly name?: string;
  readonly submitLabel?: string;
  readonly input: object;
  readonly draftKey: string;
  readonly variant?: 'primary' | 'secondary' | 'tertiary';
  readonly send: (values: Record<string, unknown>, key: string) => Promise<Answer>;
  readonly onDone?: (answer: Answer) => void;
  /** What to know before the form is filled in. */
  readonly children?: ReactNode;
}

/** A button that opens a form where it stands, and says below it what the server made of it. */
export function InPlaceForm<Answer>(props: InPlaceFormProps<Answer>): ReactNode {
  const { label, name = label, submitLabel = label, input, draftKey, variant = 'secondary', children } = props;
  const { t } = useTranslation();
  const today = localDateOf(useNow());
  const heading = useId();
  const [state, setState] = useState<'closed' | 'open' | 'done'>('closed');
  const change = useChange(props.send, (answer) => {
    dropDraft(draftKey);
    setState('done');
    props.onDone?.(answer);
  });
  const close = (): void => {
    change.reset();
    setState('closed');
  };
  if (state !== 'open')
    return (
      <>
        <Button
          data-size="sm"
          variant={variant}
          {...(name !== label && { 'aria-label': name })}
          onClick={() => setState('open')}
        >
          {label}
        </Button>
        <span role="status" className="in-place__done">
          {state === 'done' && t('admin.done')}
        </span>
      </>
    );
  return (
    <section className="in-place" aria-labelledby={heading}>
      <h3 id={heading}>{name}</h3>
      {children}
      <SchemaForm
        input={input}
        draftKey={draftKey}
        submitLabel={submitLabel}
        today={today}
        isBusy={change.isPending}
        refusedPointers={refusedPointersOf(change.error)}
        onSubmit={(values) => change.mutate(values)}
        onCancel={close}
      >
        <Refusal error={change.error} />
      </SchemaForm>
    </section>
  );
}
