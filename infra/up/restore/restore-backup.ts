import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { FileStore } from '#platform/files/file-store.js';
import { readArchive } from '#platform/archive/archive-file.js';
import {
  FILES_FOLDER,
  HEADER_PART,
  INSTALLATION_PART,
  MANIFEST_PART,
  keyOfPart,
  tableOfPart,
  type BackupHeader,
  type BackupManifest,
  type BackupPart,
} from '#store/backup/backup-contents.js';
import type { RestoreFigures } from '#store/backup/adjust-after-restore.js';
import { loadDatabase, RestoreRefused } from '#store/backup/load-database.js';
import type { RestoreArguments } from './restore-arguments.js';

/** What a backup holds beside the rows. */
export interface RestoredParts {
  readonly id: string;
  readonly secret: string;
  readonly madeAt: string;
  readonly figures: RestoreFigures;
  /** By path below STAFETT_HOME. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/**
 * Loads the rows of a backup, puts the contents of its files into the store, and returns the rest of it. When it is refused, no
 * row has changed; contents that were put already have no row, and are swept.
 * @throws RestoreRefused
 */
export async function restoreBackup(url: string, args: RestoreArguments, store: FileStore): Promise<RestoredParts> {
  const parts = readArchive(args.file, args);
  const header = await firstPart(parts);
  const seen = new Map<string, Buffer>();
  const sums = new Map<string, string>();
  let manifest: BackupManifest | undefined;
  const rowsOf = async function* (): AsyncGenerator<BackupPart> {
    for await (const part of parts) {
      const key = keyOfPart(part.name);
      if (tableOfPart(part.name) !== undefined) yield part;
      else if (part.name === MANIFEST_PART) manifest = JSON.parse(part.content.toString()) as BackupManifest;
      else if (key !== undefined) sums.set(part.name, (await store.put(key, Readable.from([part.content]))).sha256);
      else {
        seen.set(part.name, part.content);
        sums.set(part.name, createHash('sha256').update(part.content).digest('hex'));
      }
    }
  };
  const figures = await loadDatabase(url, header, rowsOf(), () => {
    if (!manifest) throw new RestoreRefused('The backup is not complete: its last part is missing.');
    requireFiles(sums, manifest);
    return manifest.tables;
  });
  const { id, secret } = JSON.parse(String(seen.get(INSTALLATION_PART))) as { id: string; secret: string };
  const files = [...seen].flatMap(([name, content]) =>
    name.startsWith(FILES_FOLDER) ? [[name.slice(FILES_FOLDER.length), content] as const] : [],
  );
  return { id, secret, madeAt: header.madeAt, figures, files: new Map(files) };
}

async function firstPart(parts: AsyncGenerator<BackupPart>): Promise<BackupHeader> {
  const first = await parts.next();
  if (first.done || first.value.name !== HEADER_PART) throw new RestoreRefused('The file is no backup of Stafett.');
  return JSON.parse(first.value.content.toString()) as BackupHeader;
}

function requireFiles(sums: ReadonlyMap<string, string>, { files }: BackupManifest): void {
  for (const [name, sha256] of Object.entries(files))
    if (name !== HEADER_PART && sums.get(name) !== sha256)
      throw new RestoreRefused(`The backup is damaged: ${name} is not what was written.`);
}

/** Writes the kept files into the home. A name cannot lead out of it. */
export function writeFiles(home: string, files: ReadonlyMap<string, Buffer>): void {
  for (const [name, content] of files) {
    const file = path.join(home, name);
    if (path.relative(home, file).startsWith('..')) throw new RestoreRefused(`The backup names a file ${name}.`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content, { mode: 0o600 });
  }
}
