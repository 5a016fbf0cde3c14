import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, Refused } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { SendingFailed } from '../parts/answer-view.js';
import { untilKnown, useAttempts } from '../../api/attempts.js';
import { useDraft } from '../parts/draft.js';
import { EnquiryCheck } from './enquiry-check.js';
import { bodyOf, EMPTY_ENQUIRY, faultsFrom, faultsIn, STEPS, stepOf } from './enquiry-draft.js';
import type { EnquiryDraft, Faults, FieldName } from './enquiry-draft.js';
import { StepFields } from './enquiry-fields.js';

interface Form {
  readonly draft: EnquiryDraft;
  /** The step that is open; after the last one, everything is looked over. */
  readonly at: number;
  /** The same for every try to send these words, also after the page was closed. */
  readonly key: string;
}

const chosenArea = (): string => new URLSearchParams(window.location.search).get('omrade') ?? '';
const EMPTY_FORM: Form = { draft: EMPTY_ENQUIRY, at: 0, key: '' };

/** The public form, in three short steps and a look over. */
export function EnquiryPage(): ReactNode {
  const { t } = useTranslation();
  const [{ draft, at, key }, setForm, forget] = useDraft<Form>('enquiry', EMPTY_FORM);
  const [faults, setFaults] = useState<Faults>({});
  const attempts = useAttempts();
  const heading = useRef<HTMLHeadingElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const area = draft.area || chosenArea();
  const written = { ...draft, area };

  const sending = useMutation({
    mutationFn: (body: Schemas['EnquiryInput']) => send(body, key || attempts.keyOf(body)),
    onSuccess: ({ statusUrl }) => {
      forget();
      attempts.done();
      window.location.assign(`/ny/kvittering/${statusUrl.split('/').at(-1) ?? ''}?ny`);
    },
    onError: (error) => {
      const found = error instanceof Refused ? faultsFrom(error.problem) : {};
      const [first] = Object.keys(found) as FieldName[];
      setFaults(found);
      if (first) go(STEPS.indexOf(stepOf(first)));
    },
  });

  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) heading.current?.focus();
    isFirst.current = false;
  }, [at]);
  const show = (to: number): void => setForm({ draft: written, at: to, key });
  useStepsInHistory(at, show);
  const go = (to: number): void => {
    history.pushState({ at: to }, '');
    show(to);
  };
  const change = (field: FieldName, value: string): void => {
    // Other words are another request.
    setForm({ draft: { ...written, [field]: value }, at, key: '' });
    setFaults(({ [field]: _, ...others }) => others);
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const step = STEPS[at];
    if (step === undefined) {
      if (sending.isPending || sending.isSuccess) return;
      const body = bodyOf(written);
      const kept = key || attempts.keyOf(body);
      setForm({ draft: written, at, key: kept });
      return sending.mutate(body);
    }
    const found = faultsIn(written, step);
    setFaults(found);
    if (Object.keys(found).length > 0) setTimeout(() => summary.current?.focus());
    else go(at + 1);
  };

  const step = STEPS[at];
  return (
    <form className="block block--wide" onSubmit={submit} noValidate>
      <div className="block">
        <h1>{t('enquiry.title')}</h1>
        {step && <p className="soft small">{t('enquiry.step', { n: at + 1 })}</p>}
        <h2 ref={heading} tabIndex={-1}>
          {step ? t(`enquiry.steps.${step}`) : t('enquiry.checkTitle')}
        </h2>
        {at === 0 && <p className="soft small">{t('enquiry.saved')}</p>}
      </div>
      <FaultSummary faults={faults} place={summary} />
      {step ? (
        <StepFields step={step} draft={written} faults={faults} change={change} />
      ) : (
        <EnquiryCheck draft={written} change={(to) => go(STEPS.indexOf(to))} />
      )}
      <div className="actions">
        <button type="submit" className="ds-button" aria-disabled={sending.isPending}>
          {step === undefined ? t('enquiry.send') : t(at === STEPS.length - 1 ? 'enquiry.toCheck' : 'enquiry.next')}
        </button>
        <p role="status" className="hidden-text">
          {sending.isPending && t('portal.sending')}
        </p>
        <SendingFailed error={sending.error} />
        {at > 0 && (
          <button type="button" className="ds-button" data-variant="tertiary" onClick={() => go(at - 1)}>
            {t('enquiry.back')}
          </button>
        )}
      </div>
    </form>
  );
}

/** The back button goes a step back, and out of the form from the first one only. */
function useStepsInHistory(at: number, show: (at: number) => void): void {
  const latest = useRef({ at, show });
  useEffect(() => {
    latest.current = { at, show };
  });
  useEffect(() => {
    history.replaceState({ at: latest.current.at }, '');
    const onBack = ({ state }: PopStateEvent): void => {
      const to = (state as { readonly at?: unknown } | null)?.at;
      if (typeof to === 'number') latest.current.show(to);
    };
    window.addEventListener('popstate', onBack);
    return () => window.removeEventListener('popstate', onBack);
  }, []);
}

function FaultSummary({
  faults,
  place,
}: {
  readonly faults: Faults;
  readonly place: React.RefObject<HTMLDivElement | null>;
}): ReactNode {
  const { t } = useTranslation();
  const names = useFieldNames();
  const fields = Object.keys(faults) as FieldName[];
  if (fields.length === 0) return null;
  return (
    <div ref={place} tabIndex={-1} className="fault-summary">
      <p>
        <strong>{t('enquiry.fix')}</strong>
      </p>
      <ul>
        {fields.map((field) => (
          <li key={field}>
            <a href={`#${field}`}>{names[field]}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function useFieldNames(): Readonly<Record<FieldName, string>> {
  const { t } = useTranslation();
  return {
    organisation: t('enquiry.organisation'),
    number: t('enquiry.number'),
    title: t('enquiry.ideaTitle'),
    description: t('enquiry.description'),
    area: t('enquiry.area'),
    name: t('enquiry.name'),
    email: t('enquiry.email'),
    phone: t('enquiry.phone'),
  };
}

const send = (body: Schemas['EnquiryInput'], key: string): Promise<Schemas['EnquiryReceipt']> =>
  untilKnown(() => answerOf(api.POST('/api/v1/enquiries', { body, params: { header: { 'Idempotency-Key': key } } })));
