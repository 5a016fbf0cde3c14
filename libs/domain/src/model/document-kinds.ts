import { label } from '../process/label.js';
import type { Label } from '../process/process-document.js';

/** What a document is, as people choose it. */
export const CHOSEN_DOCUMENT_KINDS = [
  'AGREEMENT',
  'PLAN',
  'BUDGET',
  'REPORT',
  'MEMO',
  'MINUTES',
  'CERTIFICATE',
  'PHOTO',
  'OTHER',
] as const;

/** The dialogue log is made from the case itself. */
export const DOCUMENT_KINDS = [...CHOSEN_DOCUMENT_KINDS, 'DIALOGUE_LOG'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const DOCUMENT_KIND_LABELS: Readonly<Record<DocumentKind, Label>> = {
  AGREEMENT: label('Avtale', 'Agreement'),
  PLAN: label('Plan', 'Plan'),
  BUDGET: label('Budsjett', 'Budget'),
  REPORT: label('Rapport', 'Report'),
  MEMO: label('Notat', 'Memo'),
  MINUTES: label('Referat', 'Minutes'),
  CERTIFICATE: label('Attest eller bekreftelse', 'Certificate or confirmation'),
  PHOTO: label('Bilde', 'Photo'),
  OTHER: label('Annet', 'Other'),
  DIALOGUE_LOG: label('Dialoglogg', 'Dialogue log'),
};
