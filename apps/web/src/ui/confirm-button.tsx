import { Button } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from './refusal.js';
import { useChange } from './use-change.js';
import './in-place.css';

interface ConfirmButtonProps {
  readonly label: string;
  readonly name?: string;
  /** What happens, asked before it does. */
  readonly question: string;
  readonly send: (key: string) => Promise<unknown>;
  readonly onDone?: () => void;
}

/** Something that cannot be taken back at once: asked about where the button stands. */
export function ConfirmButton({ label, name = label, question, send, onDone }: ConfirmButtonProps): ReactNode {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const yes = useRef<HTMLButtonElement>(null);
  const change = useChange<void, unknown>(
    (_nothing, key) => send(key),
    () => {
      setAsking(false);
      onDone?.();
    },
  );
  useEffect(() => {
    if (isAsking) yes.current?.focus();
  }, [isAsking]);
  const cancel = (): void => {
    change.reset();
    setAsking(false);
  };
  if (!isAsking)
    return (
      <>
        <Button
          data-size="sm"
          variant="tertiary"
          {...(name !== label && { 'aria-label': name })}
          onClick={() => setAsking(true)}
        >
          {label}
        </Button>
        <span role="status" className="in-place__done">
          {change.isSuccess && t('admin.done')}
        </span>
      </>
    );
  return (
    <div
      className="in-place"
      role="group"
      aria-label={name}
      onKeyDown={({ key }) => {
        if (key === 'Escape') cancel();
      }}
    >
      <p>{question}</p>
      <div className="in-place__do">
        <Button ref={yes} data-size="sm" aria-busy={change.isPending} onClick={() => change.mutate()}>
          {label}
        </Button>
        <Button data-size="sm" variant="tertiary" onClick={cancel}>
          {t('form.cancel')}
        </Button>
      </div>
      <Refusal error={change.error} />
    </div>
  );
}
