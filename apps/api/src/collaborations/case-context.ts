import type { Case, UserId } from '#domain/case/case.js';
import type { Actor } from '#domain/case/command.js';
import type { Directory } from '#domain/policy/directory.js';
import type { Label, ProcessDocument } from '#domain/process/core.js';
import type { Instant } from '#domain/time.js';
import type { EnquiryRow } from '#registers/enquiries.js';
import type { Language } from '../parts/language.js';

/** All that a page about a case is made of, read beforehand: presenting is pure. */
export interface CaseContext {
  readonly document: ProcessDocument;
  readonly state: Case;
  readonly title: string;
  readonly enquiry: EnquiryRow | undefined;
  readonly organisation: { readonly id: string; readonly name: string; readonly number: string | null } | undefined;
  readonly directory: Directory;
  readonly away: ReadonlySet<UserId>;
  /** Words by key. */
  readonly texts: ReadonlyMap<string, unknown>;
  readonly actor: Actor;
  readonly now: Instant;
  readonly language: Language;
}

/** The words of a labelled thing; its id where the document has none. */
export function labelOf(labelled: { readonly label: Label } | undefined, id: string, language: Language): string {
  return labelled?.label[language] ?? id;
}
