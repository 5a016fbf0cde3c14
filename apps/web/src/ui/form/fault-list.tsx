import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface FaultListProps {
  /** Where, and what is wrong, when the form was last tried. */
  readonly faults: readonly (readonly [pointer: string, error: string])[];
  readonly onFollow: (pointer: string) => void;
}

/** What is wrong in several fields, with a way to each. It takes focus when it comes; its key is the try. */
export function FaultList({ faults, onFollow }: FaultListProps): ReactNode {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  if (faults.length < 2) return null;
  return (
    <div ref={place} tabIndex={-1} className="fault-list" role="group" aria-labelledby="fault-list-title">
      <h4 id="fault-list-title">{t('form.summary')}</h4>
      <ul>
        {faults.map(([pointer, error]) => (
          <li key={pointer}>
            <button type="button" className="fault-list__way" onClick={() => onFollow(pointer)}>
              {error}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
