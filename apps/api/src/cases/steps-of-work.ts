import type { EntityManager } from 'typeorm';
import type { Directory } from '#domain/policy/directory.js';
import { stepFinder } from '#domain/next/next-steps.js';
import { plainStep } from '#domain/next/steps-of-act.js';
import type { ProcessDocument } from '#domain/process/process-document.js';
import type { Instant } from '#domain/time.js';
import { actsOfDebts, debtKey, statesOf } from '#store/cases/lists/acts-of-debts.js';
import type { WorkListItem } from '#store/cases/lists/work-list.js';
import type { actView } from './views/act-view.js';

type Step = Parameters<typeof actView>[0];

/** A debt in My day with the process of its case. */
interface Work {
  readonly row: WorkListItem;
  readonly document: ProcessDocument;
}

/**
 * The step that ends each debt, by `debtKey`: the one that the case itself shows. The row of a debt says what would meet it; a
 * case is read only where its people or dates decide the form.
 */
export async function stepsOfWork(
  manager: EntityManager,
  work: readonly Work[],
  { directory, now }: { readonly directory: Directory; readonly now: Instant },
): Promise<ReadonlyMap<string, Step>> {
  const keyed = work.map((it) => ({ ...it, key: { caseId: it.row.case.id, id: it.row.deadline.id } }));
  const acts = await actsOfDebts(
    manager,
    keyed.map(({ key }) => key),
  );
  const found = keyed.flatMap(({ key, document }) => {
    const act = acts.get(debtKey(key));
    return act ? [{ key, act, document, plain: plainStep(document, act) }] : [];
  });
  const states = await statesOf(
    manager,
    found.filter(({ plain }) => !plain).map(({ key }) => key.caseId),
  );
  return new Map(
    found.map(({ key, act, document, plain }) => {
      const state = states.get(key.caseId);
      const step = plain ?? (state ? stepFinder(document, state, directory, now).stepOf(act) : null);
      return [debtKey(key), step];
    }),
  );
}
