import { isPromise, missedOn, promiseState } from '#domain/model/promise.js';
import type { Closing, Deadline } from '#domain/model/case.js';
import type { ProcessDocument } from '#domain/process/process-document.js';
import type { Language } from '../../shared/input/language.decorator.js';

interface Told {
  readonly document: ProcessDocument;
  readonly language: Language;
  /** Texts by key; what the reader may not see is not among them. */
  readonly texts: ReadonlyMap<string, unknown>;
}

/** The deadline as a promise to the entrepreneur; undefined for what is no promise. */
export function promiseView(deadline: Deadline, { document, language, texts }: Told) {
  const text = document.deadlines[deadline.kind]?.promise?.[language];
  if (text === undefined || !isPromise(deadline)) return undefined;
  const { extended } = deadline;
  const missed = missedOn(deadline);
  const reason = extended && textOf(texts, extended.reason);
  return {
    text,
    state: promiseState(deadline),
    ...(missed !== undefined && { missedOn: missed }),
    ...(extended && { newDate: deadline.dueOn }),
    ...(reason !== undefined && { reason }),
  };
}

export function closingView({ reason, advice, referredTo }: Closing, texts: Told['texts']) {
  const words = { reason, advice, referredTo };
  return Object.fromEntries(
    Object.entries(words).flatMap(([name, key]) => {
      const text = key === undefined ? undefined : textOf(texts, key);
      return text === undefined ? [] : [[name, text] as const];
    }),
  );
}

function textOf(texts: Told['texts'], key: string): string | undefined {
  const text = texts.get(key);
  return typeof text === 'string' ? text : undefined;
}
