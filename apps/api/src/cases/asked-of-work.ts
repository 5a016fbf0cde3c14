import type { EntityManager } from 'typeorm';
import { isTextKey } from '#domain/model/text-key.js';
import type { Case, Deadline } from '#domain/model/case.js';
import { informationWith, isLacking } from '#domain/model/information.js';
import type { TextKey } from '#domain/model/ids.js';
import type { ProcessDocument } from '#domain/process/process-document.js';
import { debtKey, statesOf } from '#store/cases/lists/states-of-cases.js';
import type { WorkListItem } from '#store/cases/lists/work-list.js';
import { textsByKey } from '#store/cases/texts/texts.js';

interface Work {
  readonly row: WorkListItem;
  readonly document: ProcessDocument;
}

/** What the entrepreneur is asked for, in the words in which it was asked, by `debtKey`. */
export async function askedOfWork(
  manager: EntityManager,
  work: readonly Work[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const asked = work.filter(({ row }) => row.owedBy.party === 'ENTREPRENEUR');
  const ids = asked.map(({ row }) => row.case.id);
  const states = await statesOf(manager, ids);
  const found = asked.flatMap(({ row: { case: about, deadline }, document }) => {
    const state = states.get(about.id);
    return state
      ? [{ key: debtKey({ caseId: about.id, id: deadline.id }), keys: keysOf(document, state, deadline) }]
      : [];
  });
  const texts = await textsByKey(
    manager,
    ids,
    found.flatMap(({ keys }) => keys),
  );
  return new Map(
    found.map(({ key, keys }) => [key, keys.map((it) => texts.get(it)).filter((it) => typeof it === 'string')]),
  );
}

/** Keys of the texts of what asks for it, where the entrepreneur may read them: the things still to be sent, or the fact. */
function keysOf({ facts }: ProcessDocument, state: Case, deadline: Deadline): TextKey[] {
  const { seq, about } = askedBy(state, deadline).basis;
  const request = about?.kind === 'information' ? informationWith(state, about.id) : undefined;
  if (request)
    return request.items.filter(isLacking).flatMap(({ what, missing }) => (missing ? [what, missing] : [what]));
  const fact = state.facts.find((it) => it.revisionSeqs.includes(seq) || it.seq === seq);
  return fact && facts[fact.fact]?.aspect === 'shared' ? Object.values(fact.data).filter(isTextKey) : [];
}

/** The debt itself, or the one that was missed before it. */
function askedBy(state: Case, deadline: Deadline): Deadline {
  const { key, about } = deadline.basis;
  const missed = key.startsWith('breached') ? state.deadlines.find(({ id }) => id === about?.id) : undefined;
  return missed ? askedBy(state, missed) : deadline;
}
