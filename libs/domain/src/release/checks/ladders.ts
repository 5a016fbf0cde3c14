import type { LadderRung, ProcessDocument } from '../../process/core.js';
import { twice } from './gates.js';
import { isSlot } from './who.js';

/** A working week has five days of seven: good enough to tell which rung comes first. */
const CALENDAR_DAYS_A_WORKING_DAY = 7 / 5;

export function ladderFaults(document: ProcessDocument): string[] {
  const used = new Set(Object.values(document.deadlines).map(({ ladder }) => ladder));
  return Object.entries(document.ladders).flatMap(([id, rungs]) => {
    const where = `ladder ${id}`;
    return [
      ...(used.has(id) ? [] : [`${where}: no deadline climbs it`]),
      ...(rungs.length > 0 ? [] : [`${where}: has no rung`]),
      ...twice(rungs.map(({ rung }) => rung)).map((rung) => `${where}: ${rung} stands twice`),
      ...rungs
        .filter((rung, index) => isBelow(rung, rungs[index - 1]))
        .map(({ rung }) => `${where}: ${rung} does not ascend`),
      ...rungs.flatMap((rung) => rungFaults(document, where, rung)),
    ];
  });
}

/** Only rungs counted from the same end can be compared. */
function isBelow(rung: LadderRung, before: LadderRung | undefined): boolean {
  return before !== undefined && before.from === rung.from && days(rung) < days(before);
}

function days({ days: count, calendar }: LadderRung): number {
  return calendar === 'WORKING_DAYS_EEA' ? count * CALENDAR_DAYS_A_WORKING_DAY : count;
}

function rungFaults(document: ProcessDocument, where: string, { rung, to, from, days: count }: LadderRung): string[] {
  return [
    ...(to.length > 0 ? [] : [`${where}, ${rung}: goes to nobody`]),
    ...to.filter((slot) => !isSlot(document, slot)).map((slot) => `${where}, ${rung}: nobody is '${slot}'`),
    ...(from === 'SINCE' && count <= 0 ? [`${where}, ${rung}: falls on or before day 0`] : []),
  ];
}
