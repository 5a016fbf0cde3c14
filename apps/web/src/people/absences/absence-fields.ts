import type { TFunction } from 'i18next';
import type { Person } from '../../api/register.js';
import { choiceOf, DATE } from '../../ui/form/choices.js';

interface Start {
  readonly from?: string;
  readonly to?: string | null;
  readonly substitute?: string | null;
}

/** What a form asks about an absence: the days, and who answers meanwhile. */
export function absenceFields(t: TFunction, people: readonly Person[], { from, to, substitute }: Start) {
  return {
    from: { ...DATE, title: t('admin.from'), ...(from !== undefined && { default: from }) },
    to: { ...DATE, title: t('admin.to'), description: t('absence.toHelp'), ...(to && { default: to }) },
    substitute: {
      ...choiceOf(
        t('absence.substitute'),
        people.filter(({ staff }) => staff),
      ),
      ...(substitute && { default: substitute }),
    },
  };
}
