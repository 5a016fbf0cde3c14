import { Button, Dropdown } from '@digdir/designsystemet-react';
import { MenuElipsisHorizontalIcon } from '@navikt/aksel-icons';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { labelBeside } from '../../words/names.js';
import { ActForm } from '../command/act-form.js';
import type { Act } from '../command/act-form.js';
import { ComposerLink, isWritten } from '../command/composer-link.js';
import type { Done } from '../command/done-strip.js';

interface RowActsProps {
  /** What the reader can do, best first. */
  readonly acts: readonly Act[];
  readonly task: string;
  readonly collaboration: { readonly id: string; readonly number: string };
  readonly onTaken: (done: Done) => void;
}

/** One button, the other choices behind «…», and the form of the chosen one, which opens in the row. */
export function RowActs({ acts, task, collaboration: { id, number }, onTaken }: RowActsProps): ReactNode {
  const [chosen, choose] = useState<Act>();
  const form = useRef<HTMLDivElement>(null);
  const [first, ...others] = acts;
  return (
    <>
      <div className="stuck__do">
        {first && isWritten(first) && (
          <Button asChild variant="secondary">
            <ComposerLink act={first} number={number} />
          </Button>
        )}
        {!chosen && first && !isWritten(first) && (
          <Button variant="secondary" aria-label={first.label} onClick={() => choose(first)}>
            {labelBeside(task, first.label)}
          </Button>
        )}
        {!chosen && <MoreActs acts={others} number={number} task={task} onChoose={choose} />}
      </div>
      {chosen && (
        <div ref={form} className="matter__form card">
          <ActForm
            key={chosen.label}
            act={chosen}
            caseId={id}
            onTaken={(taken) => {
              choose(undefined);
              onTaken({ taken, canUndo: false });
              form.current?.closest('.stuck')?.querySelector<HTMLElement>('.matter__link')?.focus();
            }}
            onCancel={() => choose(undefined)}
          />
        </div>
      )}
    </>
  );
}

interface MoreActsProps {
  readonly acts: readonly Act[];
  readonly number: string;
  readonly task: string;
  readonly onChoose: (act: Act) => void;
}

function MoreActs({ acts, number, task, onChoose }: MoreActsProps): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <Dropdown.TriggerContext>
      <Dropdown.Trigger
        icon
        variant="tertiary"
        data-color="neutral"
        aria-label={t('manager.more', { task })}
        onClick={() => setOpen(!isOpen)}
      >
        <MenuElipsisHorizontalIcon aria-hidden fontSize="1.4rem" />
      </Dropdown.Trigger>
      <Dropdown open={isOpen} onClose={() => setOpen(false)}>
        <Dropdown.List>
          {acts.map((act) => (
            <Dropdown.Item key={act.label}>
              {isWritten(act) ? (
                <Dropdown.Button asChild>
                  <ComposerLink act={act} number={number} />
                </Dropdown.Button>
              ) : (
                <Dropdown.Button
                  onClick={() => {
                    setOpen(false);
                    onChoose(act);
                  }}
                >
                  {labelBeside(task, act.label)}
                </Dropdown.Button>
              )}
            </Dropdown.Item>
          ))}
          <Dropdown.Item>
            <Dropdown.Button asChild>
              <Link to="/saker/$number" params={{ number }}>
                {t('manager.openCase')}
              </Link>
            </Dropdown.Button>
          </Dropdown.Item>
        </Dropdown.List>
      </Dropdown>
    </Dropdown.TriggerContext>
  );
}
