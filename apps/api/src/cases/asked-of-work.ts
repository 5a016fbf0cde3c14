import type { EntityManager } from 'typeorm';
import { isTextKey } from '#domain/model/text-key.js';
import type { Case, Deadline } from '#domain/model/case.js';
import { informationWith, isLacking } from '#domain/model/information.js';
import { meetingWith, stepWith } from '#domain/model/meetings.js';
import { atTime } from '#domain/model/words/meeting-event-words.js';
import type { TextKey } from '#domain/model/ids.js';
import type { ProcessDocument } from '#domain/process/process-document.js';
import { debtKey, statesOf } from '#store/cases/lists/states-of-cases.js';
import type { WorkListItem } from '#store/cases/lists/work-list.js';
import { textsByKey } from '#store/cases/texts/texts.js';
import type { Language } from '../shared/input/language.decorator.js';

interface Work {
  readonly row: WorkListItem;
  readonly document: ProcessDocument;
}

/**
 * What the entrepreneur is asked for, and what anybody agreed in a meeting, in the words in which it was said; of a planned
 * meeting which it is, and when. By `debtKey`.
 */
export async function askedOfWork(
  manager: EntityManager,
  work: readonly Work[],
  language: Language,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const asked = work.filter(({ row }) => row.owedBy.party === 'ENTREPRENEUR' || isOfMeeting(row));
  const ids = asked.map(({ row }) => row.case.id);
  const states = await statesOf(manager, ids);
  const found = asked.flatMap(({ row: { case: about, deadline }, document }) => {
    const state = states.get(about.id);
    const key = debtKey({ caseId: about.id, id: deadline.id });
    return state
      ? [{ key, keys: keysOf(document, state, deadline), words: meetingWords(document, state, deadline, language) }]
      : [];
  });
  const texts = await textsByKey(
    manager,
    ids,
    found.flatMap(({ keys }) => keys),
  );
  return new Map(
    found.map(({ key, keys, words }) => [
      key,
      [...words, ...keys.map((it) => texts.get(it)).filter((it) => typeof it === 'string')],
    ]),
  );
}

/** A planned meeting, what was agreed in one, or the explanation of why it was not done. */
const isOfMeeting = ({ deadline: { basis } }: WorkListItem): boolean =>
  basis.about?.kind === 'meeting' ||
  basis.about?.kind === 'step' ||
  (basis.key.startsWith('breached') && basis.about?.kind === 'deadline');

function meetingWords(
  { meetings }: ProcessDocument,
  state: Case,
  { basis: { about } }: Deadline,
  language: Language,
): readonly string[] {
  const meeting = about?.kind === 'meeting' ? meetingWith(state, about.id) : undefined;
  if (!meeting) return [];
  const { template, on, at } = meeting;
  return [atTime(meetings[template]?.label ?? { nb: template, en: template }, { on, at })[language]];
}

/** Keys of the texts of what asks for it, where the entrepreneur may read them: the things still to be sent, or the fact. */
function keysOf({ facts }: ProcessDocument, state: Case, deadline: Deadline): TextKey[] {
  const { seq, about } = askedBy(state, deadline).basis;
  const request = about?.kind === 'information' ? informationWith(state, about.id) : undefined;
  if (request)
    return request.items.filter(isLacking).flatMap(({ what, missing }) => (missing ? [what, missing] : [what]));
  const step = about?.kind === 'step' ? stepWith(state, about.id) : undefined;
  if (step) return [step.what];
  const fact = state.facts.find((it) => it.revisionSeqs.includes(seq) || it.seq === seq);
  return fact && facts[fact.fact]?.aspect === 'shared' ? Object.values(fact.data).filter(isTextKey) : [];
}

/** The debt itself, or the one that was missed before it. */
function askedBy(state: Case, deadline: Deadline): Deadline {
  const { key, about } = deadline.basis;
  const missed = key.startsWith('breached') ? state.deadlines.find(({ id }) => id === about?.id) : undefined;
  return missed ? askedBy(state, missed) : deadline;
}
