import { Button } from '@digdir/designsystemet-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../access/me.js';
import { useNow } from '../../api/clock.js';
import { lastDayOf, localDateOf } from '../../words/dates.js';
import { Refusal } from '../command/refusal.js';
import { csvOf } from './case-csv.js';
import type { CaseFilter } from './case-filter.js';
import { casesPage } from './cases-query.js';
import type { CaseRow } from './cases-query.js';

const PAGE = 100;

/** All rows of the list as it is filtered, also those that are not loaded, as a file. */
export function CsvButton({ filter }: { readonly filter: CaseFilter }): ReactNode {
  const { t } = useTranslation();
  const { user } = useMe();
  const now = useNow();
  const columns = ['number', 'title', 'organisation', 'holder', 'phase', 'since', 'due', 'state'] as const;
  const cells = (row: CaseRow): readonly string[] => [
    row.number,
    row.title,
    row.organisation?.name ?? '',
    row.owner.name,
    t(`phase.${row.phase}`),
    localDateOf(new Date(row.phaseSince)),
    row.nextDueAt ? localDateOf(new Date(lastDayOf(row.nextDueAt))) : '',
    row.stuck.is ? t('case.stuck') : t(`lists.state.${row.state}`),
  ];
  const writing = useMutation({
    mutationFn: async () => {
      const rows: CaseRow[] = [];
      let cursor: string | undefined;
      do {
        const page = await casesPage(filter, user, { cursor, limit: PAGE });
        rows.push(...page.items);
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      return csvOf([columns.map((column) => t(`views.column.${column}`)), ...rows.map(cells)]);
    },
    onSuccess: (text) => {
      const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
      const link = document.createElement('a');
      link.href = address;
      link.download = `${t('views.fileName')}-${localDateOf(now)}.csv`;
      link.click();
      URL.revokeObjectURL(address);
    },
  });
  return (
    <>
      <Button variant="tertiary" data-size="sm" aria-busy={writing.isPending} onClick={() => writing.mutate()}>
        {writing.isPending ? t('views.writing') : t('views.csv')}
      </Button>
      <Refusal error={writing.error} />
    </>
  );
}
