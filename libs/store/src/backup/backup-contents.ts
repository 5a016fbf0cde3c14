import type { Instant } from '#domain/time.js';

/** First part of a backup: what it is a copy of. */
export interface BackupHeader {
  readonly format: 1;
  readonly madeAt: Instant;
  /** Names of the migrations; a restore needs the same. */
  readonly schema: readonly string[];
  /** In an order in which they can be filled: a table follows those that it refers to. */
  readonly tables: readonly TableColumns[];
}

export interface TableColumns {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Last part of a backup: by it a restore knows that all has come, unchanged. */
export interface BackupManifest {
  readonly tables: Readonly<Record<string, TableTotals>>;
  /** SHA-256 by name of the part. */
  readonly files: Readonly<Record<string, string>>;
}

export interface TableTotals {
  readonly rows: number;
  readonly sha256: string;
}

export const HEADER_PART = 'backup.json';
export const INSTALLATION_PART = 'installation.json';
export const MANIFEST_PART = 'manifest.json';
const TABLES_FOLDER = 'tables/';
export const FILES_FOLDER = 'files/';

/** Contents of the files that people have uploaded, by key. They come after all rows. */
const CONTENTS_FOLDER = 'contents/';

export const contentPart = (key: string): string => `${CONTENTS_FOLDER}${key}`;

/** The key of a part with the content of a file; undefined for another part. */
export function keyOfPart(name: string): string | undefined {
  return name.startsWith(CONTENTS_FOLDER) ? name.slice(CONTENTS_FOLDER.length) : undefined;
}

export const tablePart = (table: string, n: number): string =>
  `${TABLES_FOLDER}${table}/${String(n).padStart(6, '0')}.copy`;

/** The table of a part with rows; undefined for another part. */
export function tableOfPart(name: string): string | undefined {
  return name.startsWith(TABLES_FOLDER) ? name.slice(TABLES_FOLDER.length).split('/')[0] : undefined;
}

export interface BackupPart {
  readonly name: string;
  readonly content: Buffer;
}

/** Where the parts of a backup go, in their order. */
export type AddPart = (part: BackupPart) => Promise<void>;
