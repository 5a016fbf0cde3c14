import type { Case, UserId } from '#domain/model/case.js';
import type { Actor } from '#domain/model/command.js';
import type { Aspect } from '#domain/policy/table.js';
import type { Directory } from '#domain/policy/directory.js';
import type { Label, ProcessDocument } from '#domain/process/core.js';
import type { Instant } from '#domain/time.js';
import type { Custody } from '#store/cases/views/custody-of.js';
import type { EnquiryRow } from '#store/cases/intake/enquiries.js';
import type { Language } from '../shared/language.js';

/** All that a page about a case is made of, read beforehand: presenting is pure. */
export interface CaseContext {
  readonly document: ProcessDocument;
  readonly state: Case;
  readonly title: string;
  readonly sensitive: boolean;
  readonly enquiry: EnquiryRow | undefined;
  readonly organisation: { readonly id: string; readonly name: string; readonly number: string | null } | undefined;
  readonly directory: Directory;
  /** What of the case the reader may see. */
  readonly reads: ReadonlySet<Aspect>;
  /** Those who have more open cases than one person should. */
  readonly overloaded: ReadonlySet<UserId>;
  /** Who had the case before: what was owed or sent then, was theirs. */
  readonly custody: readonly Custody[];
  /** Words by key. */
  readonly texts: ReadonlyMap<string, unknown>;
  readonly actor: Actor;
  readonly now: Instant;
  readonly language: Language;
}

/** The same without the contact whom the enquiry names, for those who may not see words of the entrepreneur's. */
export function asTold(context: CaseContext): CaseContext {
  return context.reads.has('shared') ? context : { ...context, enquiry: undefined };
}

/** The words of a labelled thing; its id where the document has none. */
export function labelOf(labelled: { readonly label: Label } | undefined, id: string, language: Language): string {
  return labelled?.label[language] ?? id;
}

/** The case with the owner and unit that it had at an instant. */
export function stateAt({ state, custody }: Pick<CaseContext, 'state' | 'custody'>, at: Instant | undefined): Case {
  const then = at === undefined ? undefined : (custody.findLast(({ fromAt }) => fromAt <= at) ?? custody[0]);
  return then ? { ...state, owner: then.owner, unit: then.unit } : state;
}
