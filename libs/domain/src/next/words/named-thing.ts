import { informationWith, isOpenRequest } from '../../model/information.js';
import { openSteps, stepWith } from '../../model/meetings.js';
import { approvalWith } from '../../model/approvals.js';
import { openQuestions, questionWith } from '../../model/questions.js';
import { deadlineLabel } from '../../deadline/deadline-label.js';
import type { About, Case } from '../../model/case.js';
import type { TextKey } from '../../model/ids.js';
import type { Label, ProcessDocument } from '../../process/process-document.js';

/** Gives the words of a text, where the reader has them. */
export type ReadText = (key: TextKey) => string | undefined;

/** A thing of which a case can have several at once: a question, an agreed step, something that is asked for. */
interface Thing {
  /** With its number, which counts through the case. */
  readonly id: string;
  readonly text: TextKey;
}

interface ThingAmong {
  readonly thing: Thing;
  /** The others of its kind that are open. */
  readonly among: readonly Thing[];
}

/** An act, as far as it names something. */
interface Named {
  readonly command: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** More would make a button a paragraph. */
const MOST_LETTERS = 60;

/**
 * The label of an act with the thing that it is about, so that no two buttons of one person have the same words. Things in the same
 * words, and those that the reader has no words of, have their number.
 */
export function namedLabel(
  { document, state, read }: { readonly document: ProcessDocument; readonly state: Case; readonly read?: ReadText },
  act: Named,
  label: Label,
): Label {
  const approved = datedLabel(document, state, act, label);
  const found = thingOf(state, act.body);
  if (!found) return approved;
  const { thing, among } = found;
  const wordsOf = (it: Thing): string => shortened(read?.(it.text) ?? '');
  const words = wordsOf(thing);
  const isTwin = among.some((it) => it.id !== thing.id && wordsOf(it) === words);
  const number = isTwin ? ` (${thing.id.replace(/\D/g, '')})` : '';
  if (words === '') return { nb: `${approved.nb}${number}`, en: `${approved.en}${number}` };
  if (act.command === 'completeNextStep')
    return { nb: `Meld at «${words}» er gjort${number}`, en: `Say that “${words}” is done${number}` };
  return { nb: `${approved.nb}: «${words}»${number}`, en: `${approved.en}: “${words}”${number}` };
}

/** Keys of the texts that labels of steps in this case may need. */
export const namedTextKeys = (state: Case): readonly TextKey[] =>
  [...openSteps(state).map(({ what }) => what), ...openQuestions(state).map(({ text }) => text)].concat(
    (state.information ?? []).filter(isOpenRequest).flatMap(({ items }) => items.map(({ what }) => what)),
  );

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length <= MOST_LETTERS
    ? line
    : `${letters
        .slice(0, MOST_LETTERS - 1)
        .join('')
        .trimEnd()}…`;
}

/** What is approved, or which deadline a manager acts on. */
function datedLabel(document: ProcessDocument, state: Case, { command, body }: Named, label: Label): Label {
  const { approval: id, deadline } = body;
  if (command === 'actOn') {
    const late = deadlineLabel(document, String(deadline));
    return { nb: `${label.nb}: ${late?.nb ?? ''}`, en: `${label.en}: ${late?.en ?? ''}` };
  }
  const approval = typeof id === 'string' ? approvalWith(state, id) : undefined;
  if (!approval) return label;
  if (approval.kind === 'SUSPEND') return { nb: `${label.nb} pausen`, en: `${label.en} the pause` };
  const of = deadlineLabel(document, approval.deadline);
  return { nb: `${label.nb} ny dato: ${of?.nb ?? ''}`, en: `${label.en} a new date: ${of?.en ?? ''}` };
}

function thingOf(state: Case, body: Named['body']): ThingAmong | undefined {
  const { step, question, request, item, approval, data } = body;
  if (typeof step === 'string') return aboutThing(state, { kind: 'step', id: step });
  if (typeof question === 'string') return aboutThing(state, { kind: 'question', id: question });
  if (typeof request === 'string') return itemOf(state, request, Number(item));
  const approved = typeof approval === 'string' ? approvalWith(state, approval) : undefined;
  if (approved) return approved.kind === 'SUSPEND' ? undefined : thingOfDeadline(state, approved.deadline);
  const { deadline = body['deadline'] } = (data ?? {}) as { readonly deadline?: unknown };
  return typeof deadline === 'string' ? thingOfDeadline(state, deadline) : undefined;
}

function thingOfDeadline(state: Case, id: string): ThingAmong | undefined {
  const about = state.deadlines.find((it) => it.id === id)?.basis.about;
  if (about?.kind === 'deadline') return thingOfDeadline(state, about.id);
  return about && aboutThing(state, about);
}

function aboutThing(state: Case, { kind, id }: About): ThingAmong | undefined {
  if (kind === 'step') {
    const step = stepWith(state, id);
    return step && { thing: thingOfStep(step), among: openSteps(state).map(thingOfStep) };
  }
  if (kind === 'question') {
    const question = questionWith(state, id);
    return question && { thing: question, among: openQuestions(state) };
  }
  return kind === 'information' ? itemOf(state, id, 1) : undefined;
}

const thingOfStep = ({ id, what }: { readonly id: string; readonly what: TextKey }): Thing => ({ id, text: what });

/** The thing of this number; another request may have one too. */
function itemOf(state: Case, request: string, item: number): ThingAmong | undefined {
  const things = (it: Pick<NonNullable<ReturnType<typeof informationWith>>, 'id' | 'items'>): Thing[] =>
    it.items.slice(item - 1, item).map(({ what }) => ({ id: it.id, text: what }));
  const asked = informationWith(state, request);
  const [thing] = asked ? things(asked) : [];
  return thing && { thing, among: (state.information ?? []).filter(isOpenRequest).flatMap(things) };
}
