import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentStep, endTour, TOUR_STEPS } from './tour-state.js';
import './tour-strip.css';

/** Beside the page while the tour is taken: which step, the one thing to do, and the way back. */
export function TourStrip(): ReactNode {
  const { t } = useTranslation();
  const [step, setStep] = useState(currentStep);
  if (!step) return null;
  const end = (): void => {
    endTour();
    setStep(undefined);
  };
  return (
    <aside className="tour-strip" aria-label={t('tour.title')}>
      <div className="tour-strip__in">
        <p>
          <strong>
            {t('tour.strip', { step: TOUR_STEPS.indexOf(step) + 1, title: t(`tour.step.${step.id}.title`) })}.
          </strong>{' '}
          {t(`tour.step.${step.id}.do`)}
        </p>
        <p className="tour-strip__ways">
          <a href="/omvisning">{t('tour.back')}</a>
          <button type="button" className="tour-strip__end" onClick={end}>
            {t('tour.end')}
          </button>
        </p>
      </div>
    </aside>
  );
}
