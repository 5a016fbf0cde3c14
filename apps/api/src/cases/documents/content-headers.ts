import type { Request, Response } from 'express';
import type { FileRow } from '#store/cases/documents/files.js';

type Content = Pick<FileRow, 'name' | 'type' | 'size' | 'sha256'>;

/** What a browser shows by itself and what can carry no script out of the sandbox. Everything else is saved. */
const SHOWN = new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/heic']);

/**
 * 1. The type is that of the content, and no browser guesses another one.
 * 2. Nothing in it may load, run or send anything, or be a part of another site's page.
 * 3. The ETag is the checksum of all of it, so that a download that was cut off goes on with the same content.
 */
export function contentHeaders({ name, type, sha256 }: Content, response: Response): Readonly<Record<string, string>> {
  const saved = String(response.attachment(name).get('Content-Disposition'));
  return {
    'Content-Type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
    'Content-Disposition': SHOWN.has(type) ? saved.replace(/^attachment/, 'inline') : saved,
    'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Accept-Ranges': 'bytes',
    ETag: etagOf({ sha256 }),
  };
}

const etagOf = ({ sha256 }: Pick<Content, 'sha256'>): string => `"${sha256}"`;

export interface RangeAnswer {
  readonly status: 200 | 206 | 416;
  readonly headers: Readonly<Record<string, string>>;
  /** The part that is asked for; absent: all of it. */
  readonly part?: { readonly start: number; readonly end: number };
}

/** One range of bytes is answered; of several, or of another content than the caller has a part of, all of it is. */
export function answerRange(request: Request, { size, sha256 }: Content): RangeAnswer {
  const ifRange = request.get('If-Range');
  const ranges = request.range(size);
  const whole = { status: 200, headers: { 'Content-Length': String(size) } } as const;
  if (ranges === undefined || ranges === -2 || (ifRange !== undefined && ifRange !== etagOf({ sha256 }))) return whole;
  if (ranges === -1) return { status: 416, headers: { 'Content-Range': `bytes */${size}`, 'Content-Length': '0' } };
  const [part] = ranges;
  if (ranges.type !== 'bytes' || ranges.length !== 1 || !part) return whole;
  const { start, end } = part;
  const headers = { 'Content-Range': `bytes ${start}-${end}/${size}`, 'Content-Length': String(end - start + 1) };
  return { status: 206, headers, part: { start, end } };
}
