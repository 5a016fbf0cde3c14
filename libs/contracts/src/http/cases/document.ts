import { z } from 'zod';
import { CHOSEN_DOCUMENT_KINDS, DOCUMENT_KINDS, DOCUMENT_KIND_LABELS } from '#domain/model/document-kinds.js';
import { MESSAGE_SIDES } from '#domain/policy/conversation.js';
import { FILE_SCAN_LABELS, MESSAGE_SIDE_LABELS, coded, named } from '../shared/code-labels.js';
import { displayName, instant, privateText, seenBy, visibility } from '../shared/fields.js';
import { writtenBy } from './note.js';

/** `POST /collaborations/{id}/documents`. */
export const documentBody = z
  .strictObject({
    file: z.uuid().describe('A finished upload of the caller to this case.'),
    title: displayName.meta({ 'x-private': true }),
    kind: named(CHOSEN_DOCUMENT_KINDS, DOCUMENT_KIND_LABELS),
    visibility: visibility
      .optional()
      .describe('INTERNAL unless the municipality says otherwise; what the entrepreneur brings is SHARED.'),
  })
  .meta({ id: 'DocumentInput' });

export type DocumentRequest = z.output<typeof documentBody>;

/** `POST /collaborations/{id}/documents/{document}/versions`. */
export const versionBody = z
  .strictObject({
    file: z.uuid().describe('A finished upload of the caller to this case.'),
    note: privateText.optional().describe('What is new.'),
  })
  .meta({ id: 'DocumentVersionInput' });

export type VersionRequest = z.output<typeof versionBody>;

/** `POST /collaborations/{id}/documents/{document}/withdraw`. */
export const withdrawBody = z
  .strictObject({ reason: privateText.describe('Read by all who see the document.') })
  .meta({ id: 'DocumentWithdrawal' });

export type WithdrawRequest = z.output<typeof withdrawBody>;

/** `POST /collaborations/{id}/documents/{document}/share`. */
export const shareBody = z.strictObject({}).meta({ id: 'DocumentSharing' });

/** `GET /collaborations/{id}/dialogue-log`. */
export const dialogueLogQuery = z.strictObject({ format: z.enum(['pdf', 'csv']).optional() });

export const documentVersion = z
  .object({
    v: z.int().describe('Counts from 1 in the document.'),
    by: writtenBy,
    at: instant,
    note: z.string().optional(),
    file: z.object({
      name: z.string(),
      type: z.string(),
      size: z.int(),
      sha256: z.string(),
      scan: coded(FILE_SCAN_LABELS),
      encrypted: z.boolean().describe('A password is needed to open it.'),
    }),
    content: z.string().nullable().describe('Where its content is served; null when the document is withdrawn.'),
  })
  .meta({ id: 'DocumentVersion' });

export const documentView = z
  .object({
    id: z.uuid(),
    title: z.string(),
    kind: named(DOCUMENT_KINDS, DOCUMENT_KIND_LABELS),
    visibility,
    seenBy,
    from: named(MESSAGE_SIDES, MESSAGE_SIDE_LABELS),
    by: writtenBy,
    at: instant,
    versions: z.int().describe('How many there are.'),
    latest: documentVersion,
    withdrawn: z.object({ by: writtenBy, at: instant, reason: z.string() }).nullable(),
  })
  .meta({ id: 'Document' });

export type DocumentView = z.infer<typeof documentView>;

/** With every version, the oldest first. */
export const documentDetail = documentView.extend({ history: z.array(documentVersion) }).meta({ id: 'DocumentDetail' });

export type DocumentDetail = z.infer<typeof documentDetail>;

export const documentList = z
  .object({ items: z.array(documentView), next: z.string().nullable() })
  .meta({ id: 'DocumentList' });
