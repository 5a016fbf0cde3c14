import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../api/client.js';
import { Loading } from '../../ui/async-view.js';
import { dropDraft, keepDraft, readDraft } from '../../ui/form/drafts.js';
import { Refusal } from '../command/refusal.js';
import { bodyOf, EMPTY_INTAKE, faultsFrom, faultsIn } from './intake-draft.js';
import type { IntakeDraft, IntakeFaults, KeptIntake } from './intake-draft.js';
import { IntakeForm } from './intake-form.js';
import { LikelyDuplicates } from './likely-duplicates.js';
import { usePlaces } from './places.js';
import { NotGiven, useOpening } from './use-opening.js';
import '../../ui/form/form.css';
import './intake.css';

const KEPT = 'intake';

/** A case from a telephone call: one screen, filled in while one talks. */
export function IntakePage(): ReactNode {
  const { t } = useTranslation();
  const places = usePlaces();
  return (
    <>
      <div className="page-head">
        <h1>{t('intake.title')}</h1>
        <p className="soft">{t('intake.lead')}</p>
      </div>
      {!places ? <Loading /> : places.units.length === 0 ? <p role="alert">{t('intake.notYours')}</p> : <Intake />}
    </>
  );
}

function Intake(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const place = useRef<HTMLDivElement>(null);
  const [{ draft, key }, setKept] = useState<KeptIntake>(
    () => readDraft<KeptIntake>(KEPT) ?? { draft: EMPTY_INTAKE, key: '' },
  );
  const [faults, setFaults] = useState<IntakeFaults>({});
  const keep = (kept: KeptIntake): void => {
    keepDraft(KEPT, kept);
    setKept(kept);
  };
  const opening = useOpening((number) => {
    dropDraft(KEPT);
    void navigate({ to: '/saker/$number', params: { number } });
  });
  const show = (found: IntakeFaults): void => {
    setFaults(found);
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const change = (changed: Partial<IntakeDraft>): void => {
    // Other words are another request.
    keep({ draft: { ...draft, ...changed }, key: 'to' in changed && Object.keys(changed).length === 1 ? key : '' });
    setFaults(Object.fromEntries(Object.entries(faults).filter(([field]) => !(field in changed))));
  };
  const submit = (isGiven: boolean): void => {
    if (opening.isPending) return;
    const found = faultsIn(draft, isGiven);
    if (Object.keys(found).length > 0) return show(found);
    const sent = key || crypto.randomUUID();
    keep({ draft, key: sent });
    opening.mutate(
      { body: bodyOf(draft), key: sent, to: isGiven ? draft.to : undefined },
      {
        onError: (error) => {
          if (error instanceof Refused) show(faultsFrom(error.problem));
        },
      },
    );
  };
  return (
    <div ref={place} className="intake">
      <IntakeForm draft={draft} faults={faults} isBusy={opening.isPending} onChange={change} onSubmit={submit}>
        <Refusal error={opening.error} />
        {opening.error instanceof NotGiven && (
          <p>
            {t('intake.notGiven', { number: opening.error.number })}{' '}
            <Link to="/saker/$number" params={{ number: opening.error.number }} onClick={() => dropDraft(KEPT)}>
              {t('intake.toCase')}
            </Link>
          </p>
        )}
      </IntakeForm>
      <div className="intake__side">
        <LikelyDuplicates draft={draft} onMoved={() => dropDraft(KEPT)} />
      </div>
    </div>
  );
}
