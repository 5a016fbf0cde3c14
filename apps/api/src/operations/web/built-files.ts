import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { NextFunction, Request, Response } from 'express';

/** Where `npm run build` puts the pages of apps/web. Every program runs in the folder of the checkout. */
const FOLDER = path.resolve('dist/web');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
};
const COMPRESSED_ENDINGS = { br: '.br', gzip: '.gz' } as const;

interface BuiltFile {
  readonly type: string;
  readonly content: Buffer;
  /** The same, compressed, where that is smaller. */
  readonly br: Buffer | undefined;
  readonly gzip: Buffer | undefined;
}

/** The files of the build, read once by name: no request leads to a file that is not listed here. Empty before a build. */
const files: ReadonlyMap<string, BuiltFile> = new Map(
  (existsSync(FOLDER) ? readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }) : []).flatMap((name) => {
    const type = TYPES[path.extname(name)];
    if (type === undefined) return [];
    const [br, gzip] = Object.values(COMPRESSED_ENDINGS).map((ending) => readIfThere(name + ending));
    return [[name, { type, content: readFileSync(path.join(FOLDER, name)), br, gzip }] as const];
  }),
);

function readIfThere(name: string): Buffer | undefined {
  const file = path.join(FOLDER, name);
  return existsSync(file) ? readFileSync(file) : undefined;
}

/** Sends a file of the build, compressed when the browser takes that; goes on to the next handler when there is none. */
export function sendBuiltFile(
  name: string,
  cacheControl: string,
  to: { request: Request; response: Response; next: NextFunction },
): void {
  const file = files.get(name);
  if (!file) return to.next();
  const encoding = (['br', 'gzip'] as const).find((it) => file[it] && to.request.acceptsEncodings(it));
  to.response.set({ 'Content-Type': file.type, 'Cache-Control': cacheControl, Vary: 'Accept-Encoding' });
  if (encoding) to.response.set('Content-Encoding', encoding);
  to.response.send((encoding && file[encoding]) ?? file.content);
}
