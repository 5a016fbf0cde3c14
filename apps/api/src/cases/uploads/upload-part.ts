import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import type { Readable } from 'node:stream';
import { PART_TYPE } from '#platform/uploads/resumable-uploads.js';

const UPLOAD = /^\/api\/v1\/uploads\/[^/?]+\/?(\?|$)/i;

/** A part of a file that comes in: its route reads it, as long as it is. */
export const isUploadPart = ({ method, url = '', headers }: IncomingMessage): boolean =>
  method === 'PATCH' && UPLOAD.test(url) && headers['content-type'] === PART_TYPE;

/**
 * What comes in. Whoever reads it may stop before its end: the rest is then read and thrown away, so that the answer arrives.
 * When the line breaks, it fails.
 */
export function partIn(request: IncomingMessage): { readonly body: Readable; readonly end: () => void } {
  const body = new PassThrough();
  const onClose = (): void => {
    if (!request.readableEnded) body.destroy(new Error('the line broke'));
  };
  request.on('error', onClose).on('close', onClose);
  request.pipe(body);
  return {
    body,
    end: () => {
      request.unpipe(body);
      request.resume();
    },
  };
}
