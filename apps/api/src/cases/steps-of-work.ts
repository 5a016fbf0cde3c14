import type { EntityManager } from 'typeorm';
import type { Actor } from '#domain/model/command.js';
import type { Directory } from '#domain/policy/directory.js';
import { namedTextKeys } from '#domain/next/words/named-thing.js';
import { stepFinder } from '#domain/next/next-steps.js';
import type { OfferedStep, StepFinder } from '#domain/next/next-steps.js';
import type { ProcessDocument } from '#domain/process/process-document.js';
import type { Instant } from '#domain/time.js';
import { debtKey, statesOf } from '#store/cases/lists/states-of-cases.js';
import type { WorkListItem } from '#store/cases/lists/work-list.js';
import { textsByKey } from '#store/cases/texts/texts.js';
import { readTexts } from './views/steps-in.js';

/** A debt in My day with the process of its case. */
interface Work {
  readonly row: WorkListItem;
  readonly document: ProcessDocument;
}

interface Reader {
  readonly actor: Actor;
  readonly directory: Directory;
  readonly now: Instant;
}

/**
 * The step that ends each debt, by `debtKey`: the one that the case itself shows, where the case would accept it from the
 * reader now. What another has to do first is no button.
 */
export async function stepsOfWork(
  manager: EntityManager,
  work: readonly Work[],
  { actor, directory, now }: Reader,
): Promise<ReadonlyMap<string, OfferedStep>> {
  const states = await statesOf(
    manager,
    work.map(({ row }) => row.case.id),
  );
  const texts = await textsByKey(manager, [...states.keys()], [...states.values()].flatMap(namedTextKeys));
  const finders = new Map<string, StepFinder>();
  return new Map(
    work.flatMap(({ row: { case: about, deadline }, document }) => {
      const state = states.get(about.id);
      if (!state) return [];
      const finder = finders.get(about.id) ?? stepFinder(document, state, directory, now, readTexts(texts));
      finders.set(about.id, finder);
      const step = finder.offeredFor(deadline, actor);
      return step ? [[debtKey({ caseId: about.id, id: deadline.id }), step]] : [];
    }),
  );
}
