import type { Label } from '../../process/process-document.js';
import type { LocalDate } from '../../time.js';

const MONTHS_NB = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
];
const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A day on which something is said to have happened, but which has not come. */
export function notYet(date: LocalDate): Label {
  const { nb, en } = dayText(date);
  return { nb: `${nb} er ikke kommet ennå.`, en: `${en} has not come yet.` };
}

/** What cannot be done yet, and from which day it can. */
export function earliestText(date: LocalDate): Label {
  const { nb, en } = dayText(date);
  return { nb: `Dette kan først gjøres ${nb}.`, en: `This can be done on ${en} at the earliest.` };
}

/** A date in words: «3. februar 2027», “3 February 2027”. */
export function dayText(date: LocalDate): Label {
  const [year = '', month = '', day = ''] = date.split('-');
  const at = Number(month) - 1;
  return { nb: `${Number(day)}. ${MONTHS_NB[at]} ${year}`, en: `${Number(day)} ${MONTHS_EN[at]} ${year}` };
}
