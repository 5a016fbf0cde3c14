import { dayText } from '#domain/model/words/day-text.js';
import { HANDOVER_PARTS } from '#domain/model/handover-parts.js';
import type { HandoverPart } from '#domain/model/handover-parts.js';
import type { Label } from '#domain/process/process-document.js';
import type { CommandRequest } from '#contracts/http/cases/command.js';
import { refusedWith } from '../../shared/refused.js';
import { prefillView } from '../pages/prefill-view.js';
import type { CaseContext } from '../views/case-context.js';

type Package = Extract<CommandRequest, { type: 'draftHandover' }>['package'];
type Part = NonNullable<Package[HandoverPart]>;
type Prefilled = ReturnType<typeof prefillView>['parts'][number];

const PARTS = Object.keys(HANDOVER_PARTS) as HandoverPart[];

const hasWords = (part: Part): boolean => {
  if (typeof part === 'string') return part.trim() !== '';
  return Array.isArray(part) ? part.length > 0 && part.every(hasWords) : hasWords(part.none);
};

/** @throws HttpRefusal 400 with a pointer to the part: one that is empty, or that no case can fill in and nobody wrote. */
export function requireWholeParts(given: Package): void {
  for (const key of PARTS) {
    const part = given[key];
    const { title, ...rule } = HANDOVER_PARTS[key];
    if (part === undefined ? !('byPeople' in rule) : hasWords(part)) continue;
    throw refusedWith(
      'malformed',
      {
        nb: `Delen «${title.nb}» er tom. Skriv noe, eller si hvorfor det ikke er noe.`,
        en: `The part “${title.en}” is empty. Write something, or say why there is none.`,
      },
      [{ pointer: `/package/${key}`, detail: 'is empty: write it, or give the words for why there is none' }],
    );
  }
}

/** All twelve parts: what was given, else what the case knows, else that it knows nothing of it. */
export function wholePackage(given: Package, context: CaseContext): Package {
  const { parts } = prefillView(context, undefined);
  const known = new Map(parts.map((part) => [part.key, part]));
  return Object.fromEntries(PARTS.map((key) => [key, given[key] ?? partOf(known.get(key), context)]));
}

function partOf(part: Prefilled | undefined, { language }: Pick<CaseContext, 'language'>): Part {
  const lines = [
    ...(part?.text === undefined ? [] : [part.text]),
    ...(part?.rows ?? []).map((row) => lineOf(row, language)),
  ];
  return lines.length > 0 ? lines : { none: NOTHING_KNOWN[language] };
}

function lineOf(
  { label, on, who, unit, number, amountNok }: NonNullable<Prefilled['rows']>[number],
  language: 'nb' | 'en',
): string {
  const amount = amountNok === undefined ? undefined : amountText(amountNok)[language];
  const details = [number, amount, who, unit, on && dayText(on)[language]].filter((it) => it !== undefined);
  return details.length > 0 ? `${label}: ${details.join(', ')}` : label;
}

/** «62 000 kroner»: the thousands stand apart, and no line breaks within the sum. */
export const amountText = (nok: number): Label => ({
  nb: `${nok.toLocaleString('nb-NO')}\u00a0kroner`,
  en: `NOK\u00a0${nok.toLocaleString('en-GB')}`,
});

const NOTHING_KNOWN = {
  nb: 'Det står ingenting om dette i saken.',
  en: 'The case says nothing of this.',
};
