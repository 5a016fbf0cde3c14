import type { DataSource, EntityManager } from 'typeorm';
import type { ProcessCore, ProcessDocument } from '#domain/process/process-document.js';
import { jsonHash } from '../db/json-hash.js';
import { ProcessVersionTable, type ProcessVersionRow } from './process-version-table.js';
import { queryPrepared } from '../db/query-prepared.js';
import { insertMissing } from '../db/write-rows.js';

/** Rows never change, so each operating-system process reads them once. By data source because tests use several databases. */
const cached = new WeakMap<DataSource, Map<string, Promise<ProcessVersionRow>>>();

/** @throws Error when the version is not released in this installation. */
export async function processVersion(manager: EntityManager, id: string, version: number): Promise<ProcessVersionRow> {
  const rows = cached.get(manager.dataSource) ?? new Map<string, Promise<ProcessVersionRow>>();
  cached.set(manager.dataSource, rows);
  const key = `${id}/${version}`;
  const pending = rows.get(key);
  if (pending) return pending;
  const reading = read(manager, id, version);
  rows.set(key, reading);
  reading.catch(() => rows.delete(key));
  return reading;
}

async function read(manager: EntityManager, id: string, version: number): Promise<ProcessVersionRow> {
  const row = await manager.findOneBy(ProcessVersionTable, { id, version });
  if (!row) throw new Error(`process ${id} has no version ${version}`);
  return row;
}

const NEWEST_VERSION = 'SELECT version FROM process_version WHERE id = $1 ORDER BY version DESC LIMIT 1';

/** The version that a case opened now is pinned to. */
export async function newestProcessVersion(manager: EntityManager, id: string): Promise<ProcessVersionRow> {
  const [newest] = await queryPrepared<{ version: number }>(manager, NEWEST_VERSION, [id]);
  if (!newest) throw new Error(`process ${id} has no version`);
  return processVersion(manager, id, newest.version);
}

export async function processVersions(manager: EntityManager, id: string): Promise<ProcessVersionRow[]> {
  return manager.find(ProcessVersionTable, { where: { id }, order: { version: 'DESC' } });
}

/**
 * Adds a process version. Idempotent for the same document.
 * @returns whether it was new.
 * @throws Error when the version is released with another document.
 */
export async function releaseProcess(
  manager: EntityManager,
  document: ProcessDocument,
  core: ProcessCore,
): Promise<boolean> {
  const { id, version } = document;
  const hash = jsonHash(document);
  const isNew = !(await manager.existsBy(ProcessVersionTable, { id, version }));
  await insertMissing(manager, ProcessVersionTable, [{ id, version, document, core, hash }]);
  const released = await manager.findOneByOrFail(ProcessVersionTable, { id, version });
  if (released.hash !== hash) throw new Error(`process ${id} version ${version} is released with another document`);
  return isNew;
}
