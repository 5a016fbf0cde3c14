import { useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.js';
import { useNow } from '../../api/clock.js';
import { longDay } from '../../words/dates.js';
import { SendingFailed } from '../parts/answer-view.js';
import { hasDraft, moreTimeDraft, stepDraft, useDraft } from '../parts/draft.js';
import { TextField } from '../parts/text-field.js';
import { MoreTimeForm } from './more-time-form.js';
import type { Case, Deadline, Reader } from './queries.js';
import { useCommand } from './use-command.js';

interface StepCardProps {
  readonly shown: Case;
  readonly step: Schemas['AgreedStep'];
  readonly deadline: Deadline | undefined;
  readonly reader: Reader;
  /** Says that it is done, where it is read out also when the card is gone. */
  readonly say: (words: string) => void;
}

/** Something that she agreed in a meeting to do. */
export function StepCard({ shown, step, deadline, reader, say }: StepCardProps): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const [open, setOpen] = useState(() => (reader.isPreview ? null : keptForm(shown, step)));
  const title = `step-${step.id}`;
  const close = (words: string): void => {
    setOpen(null);
    say(words);
  };
  return (
    <article className="card card--padded block" aria-labelledby={title}>
      <h3 id={title} dir="auto">
        {step.what}
      </h3>
      <p>{t('mine.dueStep', { day: longDay(step.dueOn ?? step.by, now) })}</p>
      {!reader.isPreview && open === null && (
        <div className="actions">
          <button type="button" className="ds-button" aria-describedby={title} onClick={() => setOpen('done')}>
            {t('mine.stepDone')}
          </button>
          {deadline && (
            <button
              type="button"
              className="ds-button"
              data-variant="tertiary"
              aria-describedby={title}
              onClick={() => setOpen('later')}
            >
              {t('mine.moreTime')}
            </button>
          )}
        </div>
      )}
      {open === 'done' && (
        <DoneForm shown={shown} step={step} done={() => close(t('mine.stepReported'))} cancel={() => close('')} />
      )}
      {open === 'later' && deadline && (
        <MoreTimeForm
          shown={shown}
          deadline={deadline}
          isOwnStep
          done={() => close(t('mine.timeMoved'))}
          cancel={() => close('')}
        />
      )}
    </article>
  );
}

/** The form with words that she wrote and has not sent. */
function keptForm({ number }: Case, { id, deadline }: Schemas['AgreedStep']): 'done' | 'later' | null {
  if (hasDraft(stepDraft(number, id))) return 'done';
  return deadline && hasDraft(moreTimeDraft(number, deadline)) ? 'later' : null;
}

interface DoneFormProps extends Pick<StepCardProps, 'shown' | 'step'> {
  readonly done: () => void;
  readonly cancel: () => void;
}

function DoneForm({ shown, step, done, cancel }: DoneFormProps): ReactNode {
  const { t } = useTranslation();
  const [note, setNote, forget] = useDraft(stepDraft(shown.number, step.id), '');
  const command = useCommand(shown.id, () => {
    forget();
    done();
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const words = note.trim();
    if (!command.isPending)
      command.mutate({ type: 'completeNextStep', step: step.id, ...(words !== '' && { note: words }) });
  };
  return (
    <form className="block" onSubmit={submit} noValidate>
      <TextField label={t('mine.stepNote')} isOptional value={note} onChange={setNote} rows={3} maxLength={4000} />
      <div className="actions">
        <button type="submit" className="ds-button" aria-disabled={command.isPending}>
          {t('mine.stepDone')}
        </button>
        <SendingFailed error={command.error} />
        <button type="button" className="ds-button" data-variant="tertiary" onClick={cancel}>
          {t('portal.cancel')}
        </button>
      </div>
    </form>
  );
}
