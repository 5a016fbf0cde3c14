import { Button } from '@digdir/designsystemet-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from './refusal.js';
import { retractFactOf } from './use-command.js';
import type { TakenCommand } from './use-command.js';

/** What was just done, and whether it can be taken back. */
export interface Done {
  readonly taken: TakenCommand;
  readonly canUndo: boolean;
}

export function useDone(): { readonly done: Done | undefined; readonly setDone: (done: Done | undefined) => void } {
  const [done, setDone] = useState<Done>();
  return { done, setDone };
}

/** «Registrert.» with a way back where there is one. */
export function DoneStrip({
  done,
  onUndone,
}: {
  readonly done: Done | undefined;
  readonly onUndone: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const undo = useMutation({
    mutationFn: (taken: TakenCommand) => retractFactOf(taken, t('command.undoReason')),
    onSuccess: async () => {
      onUndone();
      await client.invalidateQueries();
    },
  });
  return (
    <div role="status" className={done ? 'done-strip' : undefined}>
      {done && (
        <>
          <span>{t('command.done')}</span>
          {done.canUndo && (
            <Button
              variant="tertiary"
              data-size="sm"
              aria-busy={undo.isPending}
              onClick={() => undo.mutate(done.taken)}
            >
              {t('command.undo')}
            </Button>
          )}
          <Refusal error={undo.error} />
        </>
      )}
    </div>
  );
}
