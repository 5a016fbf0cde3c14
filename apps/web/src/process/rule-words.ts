import { useTranslation } from 'react-i18next';
import type { Calendar, DeadlineRule, ProcessShown, Rung } from './document.js';

const OWERS = [
  'owner',
  'manager',
  'decider',
  'hostingLeader',
  'stepOwner',
  'sender',
  'receiver',
  'approver',
  'asked',
  'entrepreneur',
  'meetingPlanner',
  'budgetHolder',
] as const;
const PLACES = ['interested', 'hosting', 'receiving', 'case', 'any'] as const;
const TOLD = [
  'debtor',
  'owner',
  'entrepreneur',
  'manager-of:case',
  'above:case',
  'manager-of:receiver',
  'above:receiver',
  'manager-of:asked',
  'above:asked',
  'role:personvern@case',
] as const;

const among = <T extends string>(all: readonly T[], it: string): T | undefined => all.find((known) => known === it);

/** What the rules of a process say, in words. */
export function useRuleWords({ roles, capacities }: Pick<ProcessShown, 'roles' | 'capacities'>) {
  const { t } = useTranslation();
  const kind = (calendar: Calendar, count: number): string => t(`why.calendar.${calendar}`, { count });
  return {
    /** «leder@hosting» */
    who(text: string): string {
      const [role = '', place = 'any'] = text.split('@');
      const where = among(PLACES, place);
      return [roles[role] ?? role, where && t(`process.place.${where}`)].filter(Boolean).join(' ');
    },
    owes({ owedBy: { role } }: DeadlineRule): string {
      const known = among(OWERS, role);
      return known ? t(`process.who.${known}`) : (capacities[role] ?? roles[role] ?? role);
    },
    within({ count, calendar }: DeadlineRule): string {
      if (typeof count === 'number')
        return count === 0 ? t('process.onDay') : t('process.exactly', { count, kind: kind(calendar, count) });
      if ('rule' in count) return t('process.byRule');
      return t('process.byField', { count: count.default, kind: kind(calendar, count.default) });
    },
    /** When a rung of a ladder is reached. */
    when({ days, from, calendar }: Rung): string {
      if (from === 'SINCE') return t('process.since', { count: days, kind: kind(calendar, days) });
      if (days === 0) return t('process.atDue');
      const count = Math.abs(days);
      return t(days < 0 ? 'process.before' : 'process.after', { count, kind: kind(calendar, count) });
    },
    told(slot: string): string {
      const known = among(TOLD, slot);
      return known ? t(`process.to.${known}`) : slot;
    },
  };
}
