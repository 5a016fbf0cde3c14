import type { IncomingHttpHeaders } from 'node:http';
import { isUuid } from '#platform/input/uuid.js';
import { malformed } from '#platform/problems/http-refusal.js';
import { TUS_VERSION, parseUploadMetadata } from '#platform/uploads/resumable-uploads.js';
import { refuse } from '#domain/model/refusal.js';
import type { Label } from '#domain/process/process-document.js';
import { refused } from '../../shared/refused.js';
import { MOST_BYTES, tooLarge } from './file-refusals.js';

/** What is asked for when an upload begins. */
export interface AskedUpload {
  readonly collaboration: string;
  readonly filename: string;
  readonly size: number;
}

const UNREADABLE: Label = { nb: 'Opplastingen kan ikke begynne.', en: 'The upload cannot begin.' };

/** The longest name that is read; a safe one is shorter. */
const LONGEST_NAME = 1_000;

/** @throws HttpRefusal 412 `upload-protocol` */
export function requireProtocol(headers: IncomingHttpHeaders): void {
  if (headers['tus-resumable'] === TUS_VERSION) return;
  throw refused(
    refuse('upload-protocol', {
      nb: `Send Tus-Resumable: ${TUS_VERSION}.`,
      en: `Send Tus-Resumable: ${TUS_VERSION}.`,
    }),
  );
}

/** @throws HttpRefusal 400 `malformed`, 413 `too-large` */
export function askedUpload(headers: IncomingHttpHeaders): AskedUpload {
  const size = numberIn(headers, 'upload-length');
  const metadata = parseUploadMetadata(String(headers['upload-metadata'] ?? ''));
  const collaboration = metadata?.['collaboration']?.toLowerCase() ?? '';
  const filename = metadata?.['filename'] ?? '';
  const errors = [
    ...(size === undefined ? [fault('Upload-Length', 'must be the number of bytes')] : []),
    ...(metadata ? [] : [fault('Upload-Metadata', 'must be pairs of a name and a value in Base64')]),
    ...(isUuid(collaboration) ? [] : [fault('Upload-Metadata/collaboration', 'must be the id of a collaboration')]),
    ...(filename.trim() !== '' && filename.length <= LONGEST_NAME
      ? []
      : [fault('Upload-Metadata/filename', `must be a name of 1-${LONGEST_NAME} characters`)]),
    ...(headers['upload-defer-length'] === undefined && headers['upload-concat'] === undefined
      ? []
      : [fault('Upload-Length', 'must be known, and the file sent as one')]),
  ];
  if (size === undefined || errors.length > 0) throw malformed(UNREADABLE, errors);
  if (size > MOST_BYTES) throw refused(tooLarge());
  return { collaboration, filename, size };
}

/** Where a part begins. @throws HttpRefusal 400 `malformed` */
export function askedOffset(headers: IncomingHttpHeaders): number {
  const offset = numberIn(headers, 'upload-offset');
  if (offset === undefined) throw malformed(UNREADABLE, [fault('Upload-Offset', 'must be the number of bytes before')]);
  return offset;
}

/** The length that a part announces; undefined when it comes in pieces. */
export const announcedLength = (headers: IncomingHttpHeaders): number | undefined =>
  numberIn(headers, 'content-length');

function numberIn(headers: IncomingHttpHeaders, name: string): number | undefined {
  const text = headers[name];
  return typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

const fault = (pointer: string, detail: string) => ({ pointer, detail });
