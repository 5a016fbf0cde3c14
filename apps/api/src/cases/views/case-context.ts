import type { Case, UserId } from '#domain/model/case.js';
import type { Actor } from '#domain/model/command.js';
import type { Directory } from '#domain/policy/directory.js';
import type { Aspect, Label, ProcessDocument } from '#domain/process/process-document.js';
import type { Instant } from '#domain/time.js';
import type { OwnershipPeriod, ShownEnquiry } from '#store/cases/lists/related-rows.js';
import type { ShownProof } from '../proof/shown-proof.js';
import type { Language } from '../../shared/input/language.decorator.js';

/** Everything the view of a case needs, read beforehand so that the view functions are pure. */
export interface CaseContext {
  readonly document: ProcessDocument;
  /** The case as the reader knows it. */
  readonly state: Case;
  /** For those who work here the case as it is: what can be done now does not depend on who may read a draft. */
  readonly whole: Case;
  readonly title: string;
  readonly sensitive: boolean;
  readonly enquiry: ShownEnquiry | undefined;
  readonly organisation: { readonly id: string; readonly name: string; readonly number: string | null } | undefined;
  /** How the contact of the case is reached. */
  readonly contactDetails: { readonly email: string | null; readonly phone: string | null } | undefined;
  readonly directory: Directory;
  /** The aspects of the case that the reader may see. */
  readonly reads: ReadonlySet<Aspect>;
  /** People with more open cases than one person should have. */
  readonly overloaded: ReadonlySet<UserId>;
  /** Who owned the case and when, because deadlines and reminders belong to the owner of their time. */
  readonly ownershipHistory: readonly OwnershipPeriod[];
  /** Texts by key. */
  readonly texts: ReadonlyMap<string, unknown>;
  /** How many messages of others the reader has not said to have read. */
  readonly unreadMessages: number;
  /** How many documents the reader sees whose content is served. */
  readonly documentCount: number;
  /** What the reader sees of the proof that the case names. */
  readonly proof: ShownProof;
  readonly actor: Actor;
  readonly now: Instant;
  readonly language: Language;
}

/** The context without the enquiry's contact, for readers who may not see what the entrepreneur wrote. */
export function redacted(context: CaseContext): CaseContext {
  return context.reads.has('shared') ? context : { ...context, enquiry: undefined };
}

/** The label in the reader's language, or the id where the process document has no label. */
export function labelOf(labelled: { readonly label: Label } | undefined, id: string, language: Language): string {
  return labelled?.label[language] ?? id;
}

/** The case with the owner and unit it had at the instant; unchanged when `at` is undefined. */
export function stateAt(
  { state, ownershipHistory }: Pick<CaseContext, 'state' | 'ownershipHistory'>,
  at: Instant | undefined,
): Case {
  const then =
    at === undefined ? undefined : (ownershipHistory.findLast(({ fromAt }) => fromAt <= at) ?? ownershipHistory[0]);
  return then ? { ...state, owner: then.owner, unit: then.unit } : state;
}
