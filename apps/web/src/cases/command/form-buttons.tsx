import { Button } from '@digdir/designsystemet-react';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { ActForm } from './act-form.js';
import type { TakenCommand } from './use-command.js';
import type { CaseForm } from './forms-query.js';

interface FormButtonsProps {
  readonly caseId: string;
  readonly version: number;
  readonly forms: readonly CaseForm[];
  readonly onTaken: (taken: TakenCommand) => void;
  /** Words that tell two buttons of the same label apart. */
  readonly about?: string;
}

/** A button for each form; the form opens where the buttons stood, and Escape brings them back. */
export function FormButtons({ caseId, version, forms, about, onTaken }: FormButtonsProps): ReactNode {
  const [act, setAct] = useState<CaseForm>();
  const place = useRef<HTMLUListElement>(null);
  if (act)
    return (
      <div className="asked__form card card--padded">
        <h4>{act.label}</h4>
        <ActForm
          act={act}
          caseId={caseId}
          version={version}
          onTaken={(taken) => {
            setAct(undefined);
            onTaken(taken);
          }}
          onCancel={() => {
            setAct(undefined);
            requestAnimationFrame(() => place.current?.querySelector('button')?.focus());
          }}
        />
      </div>
    );
  if (forms.length === 0) return null;
  return (
    <ul className="choices" ref={place}>
      {forms.map((form) => (
        <li key={JSON.stringify(form.body)}>
          <Button
            variant="secondary"
            data-size="sm"
            aria-label={about && `${form.label}: ${about}`}
            onClick={() => setAct(form)}
          >
            {form.label}
          </Button>
        </li>
      ))}
    </ul>
  );
}
