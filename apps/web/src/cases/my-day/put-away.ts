import { instantOf, localDateOf } from '../../words/dates.js';

/** What is kept of a row that is put away. */
interface PutAway {
  readonly collaboration: string;
  readonly deadline: string;
  readonly until: string;
}

/** A row of My day, as far as it is looked at here. */
interface Row {
  readonly collaboration: { readonly id: string };
  readonly deadline: { readonly id: string; readonly dueOn: string };
}

interface Rows {
  readonly first: Row;
  readonly others: readonly Row[];
}

const DAY_MS = 86_400_000;
const MONDAY = 1;

const isOf = ({ collaboration, deadline }: PutAway, item: Row): boolean =>
  collaboration === item.collaboration.id && deadline === item.deadline.id;

/**
 * The day on which a row comes back; undefined when it is not away. Nothing whose day has come is ever away: a row is put away until
 * its date at most, and a date that has moved nearer brings it back.
 */
export function awayUntil(item: Row, putAway: readonly PutAway[], today: string): string | undefined {
  const { dueOn } = item.deadline;
  const entry = putAway.find((it) => isOf(it, item));
  return entry && today < entry.until && today < dueOn && entry.until <= dueOn ? entry.until : undefined;
}

/** The days until which a row may be put away, with what each is called. */
export function daysToPutAway(
  { deadline: { dueOn } }: Row,
  today: string,
): readonly { readonly kind: 'tomorrow' | 'monday' | 'due'; readonly day: string }[] {
  const tomorrow = dayAfter(today, 1);
  const monday = dayAfter(today, (MONDAY + 7 - instantOf(today).getUTCDay()) % 7 || 7);
  return [
    { kind: 'tomorrow' as const, day: tomorrow },
    ...(monday === tomorrow ? [] : [{ kind: 'monday' as const, day: monday }]),
    ...(dueOn === monday ? [] : [{ kind: 'due' as const, day: dueOn }]),
  ].filter(({ kind, day }) => day <= dueOn && day > today && !(kind === 'due' && day === tomorrow));
}

const dayAfter = (date: string, days: number): string =>
  localDateOf(new Date(instantOf(date).getTime() + days * DAY_MS));

/** What is kept when a matter is put away; what has come back is forgotten. */
export const withPutAway = (
  putAway: readonly PutAway[],
  { first, others }: Rows,
  until: string,
  today: string,
): PutAway[] => [
  ...without(putAway, { first, others }).filter((it) => it.until > today),
  ...[first, ...others].map((item) => ({ collaboration: item.collaboration.id, deadline: item.deadline.id, until })),
];

export const without = (putAway: readonly PutAway[], { first, others }: Rows): PutAway[] =>
  putAway.filter((it) => ![first, ...others].some((item) => isOf(it, item)));
