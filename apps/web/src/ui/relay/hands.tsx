import { PauseIcon } from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Baton } from '../baton.js';

/** Somebody who is to take over, and what they have said. */
export interface Taker {
  readonly unit: string;
  readonly person: string;
  readonly said: string | undefined;
}

export interface HandsProps {
  readonly holder: { readonly unit: string; readonly person: string; readonly note: string | undefined };
  readonly takers: readonly Taker[];
  /** Dashed while it is drafted, forward when it is sent, back when it was returned. */
  readonly direction: 'draft' | 'sent' | 'back';
  readonly between: string;
  readonly isPaused?: boolean;
}

/** Who has the baton, and who is to take it. It lies with the sender until every receiver has taken over. */
export function Hands({ holder, takers, direction, between, isPaused = false }: HandsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={`hands hands--${takers.length === 0 ? 'alone' : direction}`}>
      <div className="hand hand--holds">
        <p className="hand__label">{t('relay.holds')}</p>
        <p className="hand__unit hand__unit--baton">
          <Baton size={46} />
          {holder.unit}
          {isPaused && <PauseIcon aria-hidden />}
        </p>
        <p>{holder.person}</p>
        {holder.note && <p className="small soft">{holder.note}</p>}
      </div>
      {takers.length > 0 && (
        <>
          <div className="hands__between">
            <span className="hands__line" aria-hidden />
            <span className="small soft">{between}</span>
          </div>
          <div className="hand">
            <p className="hand__label">{t(direction === 'back' ? 'relay.asked' : 'relay.takes')}</p>
            <ul className="hand__list">
              {takers.map(({ unit, person, said }) => (
                <li key={unit + person}>
                  <p className="hand__unit">{unit}</p>
                  <p>{person}</p>
                  {said && (
                    <p className="small soft" dir="auto">
                      {said}
                    </p>
                  )}
                </li>
              ))}
            </ul>
          </div>
        </>
      )}
    </div>
  );
}
