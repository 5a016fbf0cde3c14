import type { ReactNode } from 'react';
import { useNow } from '../../api/clock.js';
import { Due } from '../../ui/due.js';
import type { Case } from '../case/case-query.js';
import type { TakenCommand } from '../command/use-command.js';
import { FormButtons } from '../command/form-buttons.js';
import type { CaseForm } from '../command/forms-query.js';

export interface AskedProps {
  readonly shown: Case;
  readonly forms: readonly CaseForm[];
  readonly onTaken: (taken: TakenCommand) => void;
}

interface RowProps extends AskedProps {
  /** What is asked for, in the words of whoever asks. */
  readonly title: string;
  /** When it is due, while somebody owes it. */
  readonly due?: string | undefined;
  /** Whom it comes from and who owes it. */
  readonly facts: readonly (string | undefined | null | false)[];
  readonly children?: ReactNode;
}

/** One thing that is asked: when, what, who, what came of it, and what the reader can do about it. */
export function Row({ shown, forms, onTaken, title, due, facts, children }: RowProps): ReactNode {
  const now = useNow();
  return (
    <li className="matter matter--flat">
      <div>{due && <Due on={due} now={now} />}</div>
      <div className="asked__row">
        <h3 dir="auto">{title}</h3>
        <p className="matter__case">{facts.filter(Boolean).join(' · ')}</p>
        {children}
        <FormButtons caseId={shown.id} version={shown.version} forms={forms} about={title} onTaken={onTaken} />
      </div>
    </li>
  );
}

/** What somebody wrote. */
export function Quote({ children }: { readonly children: string }): ReactNode {
  return (
    <blockquote className="quote" dir="auto">
      {children}
    </blockquote>
  );
}
