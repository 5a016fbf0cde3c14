import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Baton } from '../../ui/baton.js';

export type LegState = 'DONE' | 'SKIPPED' | 'NOW' | 'DECIDED' | 'AHEAD';

export const PHASES = ['FIRST_CONTACT', 'MENTORING', 'PILOT', 'PROCUREMENT', 'OPERATION', 'EFFECT_EVALUATION'] as const;
export type Phase = (typeof PHASES)[number];

/** Six marks, the baton on the one where the case is, and the same in words. */
export function RelayMarks({ phase, states, hasBaton }: RelayMarksProps): ReactNode {
  const { t } = useTranslation();
  const at = PHASES.indexOf(phase);
  return (
    <div className="relay-marks">
      <span className="relay-marks__row" aria-hidden>
        {PHASES.map((it, index) => (
          <span key={it} className={`relay-mark relay-mark--${states[index]?.toLowerCase() ?? 'ahead'}`}>
            {index === at && hasBaton && <Baton size={40} />}
          </span>
        ))}
      </span>
      <p className="soft small">{t('portal.phaseOf', { n: at + 1, phase: t(`portal.phases.${phase}`) })}</p>
    </div>
  );
}

interface RelayMarksProps {
  readonly phase: Phase;
  readonly states: readonly LegState[];
  /** Nobody has the baton of a case that has ended. */
  readonly hasBaton: boolean;
}
