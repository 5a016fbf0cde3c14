import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import { useClock } from '../../api/clock.js';
import { Refusal } from '../../ui/refusal.js';
import { beginStep, endTour, seenSteps, TOUR_STEPS } from '../../ui/tour/tour-state.js';
import type { TourStep } from '../../ui/tour/tour-state.js';
import { Waiting } from '../parts/answer-view.js';
import { SkipForward } from './skip-forward.js';
import './tour.css';

/** Three roles in five minutes, on the data of the demonstration. */
export function TourPage(): ReactNode {
  const { t } = useTranslation();
  const { isDemonstration, isKnown } = useClock();
  if (!isKnown) return <Waiting />;
  return (
    <>
      <h1>{t('tour.title')}</h1>
      {isDemonstration ? (
        <>
          <p>{t('tour.lead')}</p>
          <p>
            <a href="/" onClick={endTour}>
              {t('tour.skip')}
            </a>
          </p>
          <Steps />
          <SkipForward />
        </>
      ) : (
        <>
          <p>{t('tour.notHere')}</p>
          <a href="/">{t('tour.front')}</a>
        </>
      )}
    </>
  );
}

function Steps(): ReactNode {
  const { t } = useTranslation();
  const seen = seenSteps();
  const next = TOUR_STEPS.find(({ id }) => !seen.includes(id));
  return (
    <ol className="tour" aria-label={t('tour.steps')}>
      {TOUR_STEPS.map((step, at) => (
        <li key={step.id} className="card card--padded block">
          <h2>
            {at + 1}. {t(`tour.step.${step.id}.title`)}
          </h2>
          <p className="soft small">
            {t(`tour.step.${step.id}.time`)}
            {seen.includes(step.id) && <> · {t('tour.seen')} ✓</>}
          </p>
          <p>{t(`tour.step.${step.id}.who`)}</p>
          <h3>{t('tour.lookAt')}</h3>
          <ul className="tour__look">
            {(['one', 'two', 'three'] as const).map((what) => (
              <li key={what}>{t(`tour.step.${step.id}.look.${what}`)}</li>
            ))}
          </ul>
          <h3>{t('tour.doThis')}</h3>
          <p>{t(`tour.step.${step.id}.do`)}</p>
          <SignInButton step={step} isNext={step === next} />
        </li>
      ))}
    </ol>
  );
}

function SignInButton({ step, isNext }: { readonly step: TourStep; readonly isNext: boolean }): ReactNode {
  const { t } = useTranslation();
  const [error, setError] = useState<Error | null>(null);
  const signIn = async (): Promise<void> => {
    setError(null);
    try {
      await answerOf(api.POST('/api/v1/demo/sign-in', { body: { user: step.user } }));
    } catch (cause) {
      setError(cause as Error);
      return;
    }
    beginStep(step);
    window.location.assign(step.opens);
  };
  return (
    <div className="actions">
      <button
        type="button"
        className="ds-button"
        data-variant={isNext ? 'primary' : 'secondary'}
        onClick={() => void signIn()}
      >
        {t('tour.signIn', { name: step.name })}
      </button>
      <Refusal error={error} />
    </div>
  );
}
