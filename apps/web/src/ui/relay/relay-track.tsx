import { CheckmarkIcon } from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Baton } from '../baton.js';
import './relay.css';

/** One of the six phases: its name, what a line below says, and where the baton is. */
export interface Leg {
  readonly name: string;
  readonly state: 'DONE' | 'SKIPPED' | 'NOW' | 'DECIDED' | 'AHEAD';
  readonly note: string | undefined;
}

/** The six phases as legs of a relay. On a phone six marks and a sentence stand for it. */
export function RelayTrack({ legs }: { readonly legs: readonly Leg[] }): ReactNode {
  const { t } = useTranslation();
  const at = legs.findIndex(({ state }) => state === 'NOW');
  return (
    <>
      <ol className="relay" aria-label={t('relay.phases')}>
        {legs.map(({ name, state, note }) => (
          <li
            key={name}
            className={`leg leg--${state.toLowerCase()}`}
            aria-current={state === 'NOW' ? 'step' : undefined}
          >
            <span className="leg__bar">
              {state === 'NOW' && (
                <span className="leg__baton">
                  <Baton size={60} />
                </span>
              )}
            </span>
            <span className="leg__name">
              {state === 'DONE' && <CheckmarkIcon aria-hidden fontSize="1.1em" />}
              {name}
            </span>
            {note && <span className="leg__note">{note}</span>}
          </li>
        ))}
      </ol>
      <div className="relay-mini">
        <span className="relay-mini__marks" aria-hidden>
          {legs.map(({ name, state }) => (
            <span key={name} className={`mark mark--${state.toLowerCase()}`}>
              {state === 'NOW' && <Baton size={40} />}
            </span>
          ))}
        </span>
        {at >= 0 && <p className="small soft">{t('relay.at', { number: at + 1, name: legs[at]?.name ?? '' })}</p>}
      </div>
    </>
  );
}
