import { Dropdown } from '@digdir/designsystemet-react';
import { MenuElipsisHorizontalIcon } from '@navikt/aksel-icons';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeSettings, useSettings } from '../../access/settings.js';
import { localDateOf, longDay } from '../../words/dates.js';
import type { Matter } from './matters.js';
import { daysToPutAway, withPutAway } from './put-away.js';

/** What can be done with a row besides its step: put it away until a day, open its case. */
export function MatterMenu({ matter, now }: { readonly matter: Matter; readonly now: Date }): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { putAway } = useSettings();
  const { mutate } = useChangeSettings();
  const today = localDateOf(now);
  const { first, collaboration } = matter;
  const { deadline } = first;
  const days = deadline.nature === 'HOLD' ? [] : daysToPutAway(first, today);
  return (
    <Dropdown.TriggerContext>
      <Dropdown.Trigger
        icon
        variant="tertiary"
        data-color="neutral"
        className="matter__menu"
        aria-label={t('putAway.menu', { task: deadline.task ?? deadline.label, number: collaboration.number })}
        onClick={() => setOpen(!isOpen)}
      >
        <MenuElipsisHorizontalIcon aria-hidden fontSize="1.4rem" />
      </Dropdown.Trigger>
      <Dropdown open={isOpen} onClose={() => setOpen(false)}>
        <Dropdown.List>
          {days.map(({ kind, day }) => (
            <Dropdown.Item key={kind}>
              <Dropdown.Button
                onClick={() => {
                  setOpen(false);
                  mutate({ putAway: withPutAway(putAway, matter, day, today) });
                }}
              >
                {t(`putAway.${kind}`, { day: longDay(day, now) })}
              </Dropdown.Button>
            </Dropdown.Item>
          ))}
          <Dropdown.Item>
            <Dropdown.Button asChild>
              <Link to="/saker/$number" params={{ number: collaboration.number }}>
                {t('putAway.open')}
              </Link>
            </Dropdown.Button>
          </Dropdown.Item>
        </Dropdown.List>
      </Dropdown>
    </Dropdown.TriggerContext>
  );
}
