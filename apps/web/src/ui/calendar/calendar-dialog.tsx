import { Dialog } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { CalendarGrid } from './calendar-grid.js';
import { useHolidays } from './holidays.js';
import './calendar.css';

interface CalendarDialogProps {
  readonly title: string;
  readonly chosen: string | undefined;
  readonly today: string;
  readonly first?: string | undefined;
  readonly last?: string | undefined;
  readonly onChoose: (date: string) => void;
  readonly onClose: () => void;
}

/** A month to choose a day from, over the page. It stands outside the form that it is opened from, as its keys are its own. */
export function CalendarDialog({ title, chosen, today, onClose, ...grid }: CalendarDialogProps): ReactNode {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const [focused, focus] = useState(chosen ?? today);
  const nameOf = useHolidays(focused.slice(0, 'yyyy'.length));
  // The days come when the dialog stands, which would take their focus as it opens.
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
    setOpen(true);
  }, []);
  return createPortal(
    <div onKeyDown={(event) => event.stopPropagation()}>
      <Dialog
        ref={dialog}
        className="calendar"
        closedby="any"
        closeButton={t('calendar.close')}
        aria-label={t('calendar.title', { title })}
        onClose={onClose}
      >
        {isOpen && (
          <CalendarGrid {...grid} chosen={chosen} today={today} focused={focused} onFocus={focus} holidayOn={nameOf} />
        )}
      </Dialog>
    </div>,
    document.body,
  );
}
