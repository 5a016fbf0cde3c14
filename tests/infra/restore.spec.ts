import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { seedDemo } from '#infra/demo/seed.js';
import { seedPeople } from '#infra/demo/seed-people.js';
import { restoreBackup } from '#infra/up/restore/restore-backup.js';
import { coreOf } from '#domain/process/process-core.js';
import { newestProcess } from '#processes/versions.js';
import { DiskFileStore } from '#platform/files/disk-file-store.js';
import type { FileStore } from '#platform/files/file-store.js';
import { addFile } from '#store/cases/documents/files.js';
import { TABLES, tableName } from '#store/schema.js';
import { nameInstallation, setClockOnce } from '#store/installation/installation.js';
import { releaseProcess } from '#store/process/process-versions.js';
import { freshDatabase, type TestDatabase } from '#support/test-database.js';
import { runToolInProcess } from '../tool/tool-installation.js';

const SECRET = 's'.repeat(32);
const AT = '2027-02-01T08:00:00.000Z';
/** A restore changes these rows, or leaves them out. */
const ADJUSTED =
  /^(collaboration|case_number|installation|heartbeat|outbox_message|session|sign_in_\w+|rate_limit|diverged)$/;

let folder: string;
/** Where the contents of files are restored to. */
let store: FileStore;
let source: TestDatabase;
let target: TestDatabase;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'stafett-backup-'));
  store = new DiskFileStore(path.join(folder, 'restored'));
  [source, target] = [await freshDatabase(), await freshDatabase()];
  const { manager } = source.dataSource;
  await seedPeople(manager);
  await releaseProcess(manager, newestProcess, coreOf(newestProcess));
  await nameInstallation(manager, 'of-the-backup');
  await seedDemo(source.dataSource, { startAt: AT, files: new DiskFileStore(path.join(folder, 'files')) });
  await setClockOnce(manager, { origin: { domain: AT, wall: Date.now() }, speed: 1 });
  await manager.query(
    `INSERT INTO outbox_message (id, case_id, seq, kind, slot, template, language, due_at, not_before, status)
     SELECT gen_random_uuid(), id, 1, 'receiptSent', 'entrepreneur', 'receiptSent', 'nb', opened_at, opened_at, 'WAITING'
     FROM collaboration`,
  );
  await storeFiles();
}, 120_000);
/** Files of documents, with their contents, as the api stores them. */
const CONTENTS = new Map<string, Buffer>(
  ['a', 'b', 'c'].map((name) => [randomUUID(), Buffer.from(name.repeat(300_000))]),
);

async function storeFiles(): Promise<void> {
  const { manager } = source.dataSource;
  const [one] = await manager.query<{ id: string }[]>('SELECT id FROM collaboration LIMIT 1');
  const from = new DiskFileStore(path.join(folder, 'files'));
  for (const [id, content] of CONTENTS) {
    const given = { id, key: id, caseId: one?.id ?? '', by: 'mottak', at: AT, name: 'a.txt', type: 'text/plain' };
    const stored = await from.put(id, Readable.from([content]));
    const state = { scan: 'NOT_SCANNED', encrypted: false, state: 'READY', code: null } as const;
    await addFile(manager, { ...given, ...stored, ...state });
    await manager.query('UPDATE file SET attached_at = now() WHERE id = $1', [id]);
  }
}

afterAll(async () => {
  await source?.close();
  await target?.close();
  rmSync(folder, { recursive: true, force: true });
});

let backups = 0;
async function backupWith(options: readonly string[]): Promise<{ readonly file: string; readonly output: string }> {
  const file = path.join(folder, `${(backups += 1)}.backup`);
  const env = {
    STAFETT_HOME: folder,
    DATABASE_URL: source.url,
    STAFETT_SECRET: SECRET,
    STAFETT_INSTALLATION_ID: 'of-the-backup',
  };
  const { exit, ...printed } = await runToolInProcess(['backup', file, ...options], env);
  expect(exit).toBe(0);
  return { file, output: JSON.stringify(printed) };
}
const backup = async (...options: string[]): Promise<string> => (await backupWith(options)).file;

const keys = { replace: true, passphrase: undefined, identity: undefined };

async function rowsOf({ dataSource }: TestDatabase, table: string): Promise<string[]> {
  const rows = await dataSource.query<{ row: string }[]>(`SELECT t::text AS row FROM "${table}" t ORDER BY 1`);
  return rows.map(({ row }) => row);
}

describe('a backup that is restored into another database', () => {
  it('brings every row of every table, the secret, and what a restore must change and nothing else', async () => {
    const file = await backup();
    await target.dataSource.query('INSERT INTO case_number VALUES (2026, 5000), (2020, 3)');
    const restored = await restoreBackup(target.url, { ...keys, file }, store);
    expect(restored).toMatchObject({ id: 'of-the-backup', secret: SECRET });
    for (const table of TABLES.map(tableName)) {
      if (ADJUSTED.test(table)) continue;
      expect([table, await rowsOf(target, table)]).toEqual([table, await rowsOf(source, table)]);
    }
    const query = <Row>(sql: string, { dataSource }: TestDatabase = target) => dataSource.query<Row[]>(sql);
    const columns = 'id, version, owner, body::text AS body';
    const cases = `SELECT ${columns} FROM collaboration ORDER BY id`;
    expect(await query(cases)).toEqual(await query(cases, source));
    expect(await query('SELECT min(epoch) > 1000000 AS raised FROM collaboration')).toEqual([{ raised: true }]);
    expect(await query('SELECT DISTINCT status FROM outbox_message')).toEqual([{ status: 'HELD' }]);
    const given = await query<{ year: number; last: number }>(
      'SELECT year, last FROM case_number ORDER BY year',
      source,
    );
    const next = await query<{ year: number; last: number }>('SELECT year, last FROM case_number ORDER BY year');
    const raised = new Map(next.map(({ year, last }) => [year, last]));
    expect([raised.get(2020), raised.get(2026)]).toEqual([1_003, 6_000]);
    for (const { year, last } of given) expect(raised.get(year)).toBeGreaterThanOrEqual(last + 1_000);
    expect(await query('SELECT chain FROM heartbeat')).toEqual([{ chain: 'restored' }]);
  }, 60_000);

  it('brings the content of every file', async () => {
    await restoreBackup(target.url, { ...keys, file: await backup() }, store);
    for (const [key, content] of CONTENTS) expect((await buffer(await store.open(key))).equals(content)).toBe(true);
    const rows = await target.dataSource.query<{ key: string }[]>('SELECT key FROM file ORDER BY key');
    const stored = await source.dataSource.query<{ key: string }[]>('SELECT key FROM file ORDER BY key');
    expect(rows).toEqual(stored);
    expect(rows.map(({ key }) => key)).toEqual(expect.arrayContaining([...CONTENTS.keys()]));
  });

  it('holds a message about what was due before the restore, and lets a later one wait', async () => {
    const insert = (due: string) =>
      target.dataSource.query<{ status: string }[]>(
        `INSERT INTO outbox_message (id, case_id, seq, kind, slot, template, language, due_at, not_before, status)
         SELECT gen_random_uuid(), c.id, 2, 'reminder${due}', '${due}', 'x', 'nb', r.restored_at + '${due}', now(), 'WAITING'
         FROM collaboration c, installation r LIMIT 1 RETURNING status`,
      );
    expect(await insert('-1 day')).toEqual([{ status: 'HELD' }]);
    expect(await insert('1 day')).toEqual([{ status: 'WAITING' }]);
  });
});

describe('a backup', () => {
  it('that is encrypted is read with its passphrase or secret key only', async () => {
    const identity = await generateX25519Identity();
    const forKey = await backup('--recipient', await identityToRecipient(identity));
    process.env['STAFETT_BACKUP_PASSPHRASE'] = 'riktig hest';
    const forPassphrase = await backup();
    delete process.env['STAFETT_BACKUP_PASSPHRASE'];
    for (const file of [forKey, forPassphrase]) expect(readFileSync(file).includes('age-encryption.org')).toBe(true);
    const other = await generateX25519Identity();
    for (const wrong of [{}, { passphrase: 'galt' }, { identity: other }])
      for (const file of [forKey, forPassphrase])
        await expect(restoreBackup(target.url, { ...keys, ...wrong, file }, store)).rejects.toThrow();
    expect(await restoreBackup(target.url, { ...keys, file: forKey, identity }, store)).toMatchObject({
      secret: SECRET,
    });
    const passphrase = 'riktig hest';
    expect(await restoreBackup(target.url, { ...keys, file: forPassphrase, passphrase }, store)).toMatchObject({
      secret: SECRET,
    });
  }, 120_000);

  it('says which contents of documents are not there, and takes all others', async () => {
    const from = new DiskFileStore(path.join(folder, 'files'));
    const [lost = '', changed = ''] = CONTENTS.keys();
    await from.remove(lost);
    await from.put(changed, Readable.from([Buffer.from('something else')]));
    const { output } = await backupWith([]);
    expect(output).toContain('The content of 2 files of documents is not there, or is not what was stored.');
    for (const key of [lost, changed]) await from.put(key, Readable.from([CONTENTS.get(key) ?? '']));
  });

  it('that is cut off, damaged or none changes nothing', async () => {
    const file = await backup();
    const whole = readFileSync(file);
    const before = await rowsOf(target, 'collaboration');
    const damaged = [0.1, 0.5, 0.9, 0.999].flatMap((share) => {
      const at = Math.floor(whole.length * share);
      const flipped = Buffer.from(whole);
      flipped[at] = (flipped[at] ?? 0) ^ 0xff;
      return [whole.subarray(0, at), flipped];
    });
    for (const content of [...damaged, Buffer.from('{}'), Buffer.alloc(0)]) {
      const broken = path.join(folder, 'broken');
      writeFileSync(broken, content);
      await expect(restoreBackup(target.url, { ...keys, file: broken }, store)).rejects.toThrow();
      expect(await rowsOf(target, 'collaboration')).toEqual(before);
    }
  }, 120_000);
});
