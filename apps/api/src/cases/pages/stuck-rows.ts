import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { workingDaysBetween } from '#domain/calendar/working-days.js';
import { managerActsOn } from '#domain/deadline/manager-acts.js';
import type { Case } from '#domain/model/case.js';
import type { Actor } from '#domain/model/command.js';
import { stepFinder } from '#domain/next/next-steps.js';
import type { Directory } from '#domain/policy/directory.js';
import type { ProcessDocument } from '#domain/process/process-document.js';
import { stuckStatusOn } from '#domain/stuck/stuck-status.js';
import type { Instant } from '#domain/time.js';
import type { workView } from '#contracts/http/cases/work.js';
import type { CaseInList } from '#store/cases/lists/list-cases.js';
import { statesOf } from '#store/cases/lists/states-of-cases.js';
import type { Language } from '../../shared/input/language.decorator.js';
import { actView } from '../views/act-view.js';
import { stuckView } from '../views/stuck-view.js';

type Row = NonNullable<z.infer<typeof workView>['managing']>['stuck'][number];

export interface StuckRowsContext {
  readonly actor: Actor;
  readonly directory: Directory;
  readonly now: Instant;
  readonly language: Language;
  readonly documentFor: (row: Pick<CaseInList, 'process'>) => Promise<ProcessDocument>;
}

/** Cases that are stuck: why, for how long, and what the reader can do about it, best first. */
export async function stuckRows(
  manager: EntityManager,
  rows: readonly CaseInList[],
  context: StuckRowsContext,
): Promise<Row[]> {
  const states = await statesOf(
    manager,
    rows.map(({ id }) => id),
  );
  const rowOf = async (row: CaseInList): Promise<Row> => {
    const document = await context.documentFor(row);
    const [cause] = stuckView(row.stuckCauses, { ...context, document, state: { ...row, handovers: [] } }).causes;
    if (!cause) throw new Error('a case that is stuck has a cause');
    const { id, number, title, phase, unit, organisation } = row;
    const state = states.get(id);
    return {
      collaboration: { id, number, title, phase, organisation: organisation?.name ?? null },
      unit,
      cause,
      workingDays: workingDaysBetween(osloDateOf(cause.since), osloDateOf(context.now)),
      acts: state ? actsOn(row, state, document, context) : [],
    };
  };
  return Promise.all(rows.map(rowOf));
}

/** The step that frees the case, where it takes it from the reader; then what a manager can do about the deadline that was missed. */
function actsOn(
  { stuckCauses }: CaseInList,
  state: Case,
  document: ProcessDocument,
  { actor, directory, now, language }: StuckRowsContext,
): Row['acts'] {
  const [cause] = stuckStatusOn(stuckCauses, now).causes;
  if (!cause) return [];
  const finder = stepFinder(document, state, directory, now);
  const debt = state.deadlines.find(({ id }) => id === cause.deadline);
  const who = document.commands['actOn']?.who ?? [];
  const steps = [
    finder.offeredOf(cause.nextAction, actor),
    ...(debt ? managerActsOn(document, debt) : []).map((act) =>
      finder.offeredOf({ command: 'actOn', body: { deadline: cause.deadline, act }, who }, actor),
    ),
  ];
  return steps.flatMap((step) => (step ? (actView(step, { language, directory }).act ?? []) : []));
}
