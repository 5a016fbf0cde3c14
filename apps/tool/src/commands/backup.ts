import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ContentMissing } from '#platform/files/file-store.js';
import type { FileStore } from '#platform/files/file-store.js';
import { openFileStore } from '#platform/files/open-file-store.js';
import { isEncrypting, writeArchive } from '#platform/archive/archive-file.js';
import {
  FILES_FOLDER,
  HEADER_PART,
  INSTALLATION_PART,
  MANIFEST_PART,
  contentPart,
  type AddPart,
  type BackupManifest,
} from '#store/backup/backup-contents.js';
import { dumpDatabase, type FileContent } from '#store/backup/dump-database.js';
import type { Installation } from '../with-installation.js';
import type { ExitCode, Print } from '../print.js';
import { ToolError } from '../errors.js';
import type { ToolArguments } from '../usage.js';

/** Folders of STAFETT_HOME that are kept: keys and port of the embedded issuer, mail of the embedded sink. */
const KEPT_FOLDERS = ['issuer', 'mail'];

/** Copies everything that a restore needs into one file, while the installation runs. */
export async function runBackup({ config }: Installation, args: ToolArguments, print: Print): Promise<ExitCode> {
  const { DATABASE_URL: url, STAFETT_SECRET: secret, STAFETT_INSTALLATION_ID: id } = config;
  if (!url || !secret || !id)
    throw new ToolError('STAFETT_SECRET and STAFETT_INSTALLATION_ID are not set, and nothing that runs tells them.');
  const file = path.resolve(args.file ?? '');
  if (existsSync(file)) throw new ToolError(`${file} is there already.`);
  const keys = { passphrase: process.env['STAFETT_BACKUP_PASSPHRASE'], recipient: args.recipient };
  let [rows, missing] = [0, 0];
  await writeArchive(file, keys, async (archive) => {
    const files: Record<string, string> = {};
    const add: AddPart = async (part) => {
      files[part.name] = createHash('sha256').update(part.content).digest('hex');
      await archive.add(part);
    };
    const { tables, contents } = await dumpDatabase(
      url,
      async (header) => {
        await add({ name: HEADER_PART, content: json(header) });
        await add({ name: INSTALLATION_PART, content: json({ id, secret }) });
        for (const part of keptFiles(path.resolve(config.STAFETT_HOME))) await add(part);
      },
      (part) => archive.add(part),
    );
    const store = openFileStore(config);
    for (const content of contents) missing += (await addContent(store, content, add)) ? 0 : 1;
    const manifest: BackupManifest = { tables, files };
    await archive.add({ name: MANIFEST_PART, content: json(manifest) });
    rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
  });
  print.result(`wrote ${rows} rows to ${file}`);
  if (missing > 0)
    print.remark(`The content of ${missing} files of documents is not there, or is not what was stored.`);
  if (!isEncrypting(keys))
    print.remark('It is not encrypted, and holds all personal data and the secret: see docs/backup.md for the keys.');
  return 0;
}

/** One content at a time is in memory. @returns false for one that a document needs and that is not as it was stored. */
async function addContent(store: FileStore, { key, sha256, attached }: FileContent, add: AddPart): Promise<boolean> {
  let content: Buffer;
  try {
    content = await buffer(await store.open(key));
  } catch (error) {
    // A file without a document may have been swept since the rows were copied.
    if (error instanceof ContentMissing) return !attached;
    throw error;
  }
  await add({ name: contentPart(key), content });
  return createHash('sha256').update(content).digest('hex') === sha256;
}

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

function* keptFiles(home: string): Iterable<{ name: string; content: Buffer }> {
  for (const folder of KEPT_FOLDERS.filter((name) => existsSync(path.join(home, name))))
    for (const entry of readdirSync(path.join(home, folder), { withFileTypes: true }))
      if (entry.isFile())
        yield {
          name: `${FILES_FOLDER}${folder}/${entry.name}`,
          content: readFileSync(path.join(home, folder, entry.name)),
        };
}
