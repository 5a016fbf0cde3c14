import { refuse } from '../model/refusal.js';
import { POLICY } from './access-policy.js';
import { sideOf } from './conversation.js';
import type { Case, Handover } from '../model/case.js';
import type { Actor } from '../model/command.js';
import type { Refusal } from '../model/refusal.js';
import type { Aspect, Label } from '../process/process-document.js';
import type { AccessRule } from './access-policy.js';
import type { MessageSide, Visibility } from './conversation.js';

/** What of a document decides who may do what with it. Who sees it follows from its visibility, as for a note. */
export interface DocumentAccess {
  readonly visibility: Visibility;
  /** Who brought it. */
  readonly from: MessageSide;
  readonly isWithdrawn: boolean;
}

/** Both sides bring documents; those who are invited from outside only read. */
export function refuseDocument(state: Case, actor: Actor, policy: readonly AccessRule[] = POLICY): Refusal | null {
  if (sideOf(state, actor, policy) !== null) return null;
  return forbidden({
    nb: 'Du kan lese saken, men ikke legge dokumenter i den.',
    en: 'You may read the case, but add no documents.',
  });
}

/** Who sees a new document. What the entrepreneur brings, the municipality sees: there is nothing to choose. */
export function visibilityOfNew(side: MessageSide | null, wanted: Visibility | undefined): Visibility | Refusal {
  if (side === 'STAFF') return wanted ?? 'INTERNAL';
  if (wanted !== 'INTERNAL') return 'SHARED';
  return forbidden({
    nb: 'Det du legger i saken, ser både du og kommunen. Bare kommunen har interne dokumenter.',
    en: 'What you add to the case, both you and the municipality see. Only the municipality has internal documents.',
  });
}

/** A new version is brought by the side that brought the document, so that neither writes over the other's papers. */
export function refuseVersion(
  state: Case,
  actor: Actor,
  document: DocumentAccess,
  policy: readonly AccessRule[] = POLICY,
): Refusal | null {
  const refusal = refuseDocument(state, actor, policy) ?? refuseWithdrawn(document);
  if (refusal || document.from === sideOf(state, actor, policy)) return refusal;
  return forbidden({
    nb: 'Nye versjoner legges inn av den siden som la inn dokumentet. Legg inn ditt som et eget dokument.',
    en: 'New versions are added by the side that added the document. Add yours as a document of its own.',
  });
}

/** The municipality answers for what is on the case and may withdraw all of it; the entrepreneur what her side brought. */
export function refuseWithdrawal(
  state: Case,
  actor: Actor,
  { from }: Pick<DocumentAccess, 'from'>,
  policy: readonly AccessRule[] = POLICY,
): Refusal | null {
  const side = sideOf(state, actor, policy);
  if (side === 'STAFF' || (side !== null && side === from)) return null;
  return forbidden({
    nb: 'Du kan trekke dokumenter som din side har lagt inn, ikke andre.',
    en: 'You may withdraw documents that your side has added, and no others.',
  });
}

/** Only the municipality has something that is not shared. It never becomes internal again: it may have been read. */
export function refuseSharing(
  state: Case,
  actor: Actor,
  document: DocumentAccess,
  policy: readonly AccessRule[] = POLICY,
): Refusal | null {
  if (sideOf(state, actor, policy) === 'STAFF') return refuseWithdrawn(document);
  return forbidden({
    nb: 'Bare de som arbeider med saken i kommunen, kan dele dokumenter.',
    en: 'Only those who work on the case in the municipality may share documents.',
  });
}

/** A withdrawn document stays as a row that says who, when and why; its content is served to nobody. */
export function refuseWithdrawn({ isWithdrawn }: Pick<DocumentAccess, 'isWithdrawn'>): Refusal | null {
  if (!isWithdrawn) return null;
  return refuse('withdrawn', {
    nb: 'Dokumentet er trukket. Saken viser hvem som trakk det, når og hvorfor.',
    en: 'The document is withdrawn. The case shows by whom, when and why.',
  });
}

/** A handover's attachments are seen where its package is: by the municipality, and those of a draft by whoever reads drafts. */
export const showsAttachments = ({ sentAt }: Pick<Handover, 'sentAt'>, reads: ReadonlySet<Aspect>): boolean =>
  reads.has('internal') && (sentAt !== undefined || reads.has('draft'));

/** The entrepreneur adds nothing to a closed case and changes nothing in it: nobody would look at it. */
export const takesDocuments = ({ closedAt }: Case, side: MessageSide | null): boolean =>
  side === 'STAFF' || closedAt === undefined;

const forbidden = (detail: Label): Refusal => refuse('forbidden', detail);
