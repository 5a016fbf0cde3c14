import type { LadderRung, ProcessDocument } from '../../process/process-document.js';
import { duplicates } from './gates.js';
import { isSlot } from './who.js';

/** Five working days to a week: precise enough to compare rungs. */
const CALENDAR_DAYS_A_WORKING_DAY = 7 / 5;

export function ladderFaults(document: ProcessDocument): string[] {
  const used = new Set(Object.values(document.deadlines).map(({ ladder }) => ladder));
  return Object.entries(document.ladders).flatMap(([id, rungs]) => {
    const where = `ladder ${id}`;
    return [
      ...(used.has(id) ? [] : [`${where}: no deadline climbs it`]),
      ...(rungs.length > 0 ? [] : [`${where}: has no rung`]),
      ...duplicates(rungs.map(({ rung }) => rung)).map((rung) => `${where}: ${rung} stands twice`),
      ...rungs
        .filter((rung, index) => comesBefore(rung, rungs[index - 1]))
        .map(({ rung }) => `${where}: ${rung} does not ascend`),
      ...rungs.flatMap((rung) => rungFaults(document, where, rung)),
    ];
  });
}

/** Rungs counted from different dates cannot be compared. */
function comesBefore(rung: LadderRung, previous: LadderRung | undefined): boolean {
  return previous !== undefined && previous.from === rung.from && calendarDays(rung) < calendarDays(previous);
}

function calendarDays({ days: count, calendar }: LadderRung): number {
  return calendar === 'WORKING_DAYS_EEA' ? count * CALENDAR_DAYS_A_WORKING_DAY : count;
}

function rungFaults(document: ProcessDocument, where: string, { rung, to, from, days: count }: LadderRung): string[] {
  return [
    ...(to.length > 0 ? [] : [`${where}, ${rung}: goes to nobody`]),
    ...to.filter((slot) => !isSlot(document, slot)).map((slot) => `${where}, ${rung}: nobody is '${slot}'`),
    ...(from === 'SINCE' && count <= 0 ? [`${where}, ${rung}: falls on or before day 0`] : []),
  ];
}
