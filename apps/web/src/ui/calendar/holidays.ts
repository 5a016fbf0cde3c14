import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';

/** The name of a public holiday; undefined for other days, and until the server has told. */
export type HolidayOn = (date: string) => string | undefined;

/** The holidays of a year. */
export function useHolidays(year: string): HolidayOn {
  const { data = [] } = useQuery({
    queryKey: ['holidays', year],
    queryFn: () => answerOf(api.GET('/api/v1/calendar/holidays/{year}', { params: { path: { year } } })),
    staleTime: Infinity,
  });
  return (date) => data.find((it) => it.date === date)?.name;
}
