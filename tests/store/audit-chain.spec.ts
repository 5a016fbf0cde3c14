import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { auditKeyOf } from '#platform/session/audit-key.js';
import { audit, auditAll } from '#store/audit/audit.js';
import type { AuditEntry } from '#store/audit/audit.js';
import { macOf, sealOf } from '#store/audit/audit-chain.js';
import { AuditEntryTable } from '#store/audit/audit-entry-table.js';
import { verifyAuditLog } from '#store/audit/verify-audit-log.js';
import { erasePerson } from '#store/privacy/erase-person.js';
import { seedPeople } from '#infra/demo/seed-people.js';
import { TEST_SECRET, freshDatabase } from '#support/test-database.js';
import type { TestDatabase } from '#support/test-database.js';

const key = Buffer.from(auditKeyOf({ STAFETT_SECRET: TEST_SECRET }) ?? '');

let database: TestDatabase;
const manager = (): EntityManager => database.dataSource.manager;
beforeAll(async () => {
  database = await freshDatabase();
  await seedPeople(manager());
}, 60_000);
afterAll(() => database.close());

/** As whoever owns the tables, or the server. */
const asOwner = (sql: string, ...values: readonly unknown[]): Promise<void> =>
  database.dataSource.transaction(async (within) => {
    await within.query('SET LOCAL session_replication_role = replica');
    await within.query(sql, [...values]);
  });
const findings = async (): Promise<readonly string[]> => (await verifyAuditLog(database.dataSource, key)).findings;
const signIn = (subject: string): AuditEntry => ({
  kind: 'signedIn',
  by: subject,
  subject,
  detail: { b: [1, 2], a: 'æ' },
});

/** A log of five. */
beforeEach(async () => {
  await asOwner('DELETE FROM audit_entry');
  await asOwner(`UPDATE audit_head SET entries = 0, mac = '', seal = ''`);
  for (const subject of ['one', 'two', 'three', 'four', 'five']) await audit(manager(), signIn(subject));
  expect(await findings()).toEqual([]);
});

describe('the audit log', () => {
  it.each([
    ['kind', `kind = 'refused'`],
    ['who', `by = 'somebody.else'`],
    ['whom', `subject = NULL`],
    ['when', `at = at + interval '1 second'`],
    ['the case', `case_id = gen_random_uuid()`],
    ['the rest', `detail = '{"a": "b"}'`],
  ])('shows that somebody changed %s, even of the newest entry', async (_, change) => {
    for (const id of [1, 3, 5]) {
      await asOwner(`CREATE TABLE kept AS SELECT * FROM audit_entry`);
      await asOwner(`UPDATE audit_entry SET ${change} WHERE id = $1`, id);
      expect(await findings()).toEqual([`entry ${id} is not the one that was written`]);
      await asOwner('DELETE FROM audit_entry');
      await asOwner('INSERT INTO audit_entry SELECT * FROM kept');
      await asOwner('DROP TABLE kept');
    }
  });

  it.each([
    ['the first', '<= 1', ['entry 1 is missing']],
    ['some in the middle', 'BETWEEN 2 AND 4', ['entries 2 to 4 are missing']],
    ['the newest', '>= 4', ['entries 4 to 5 are missing']],
    ['all', '> 0', ['entries 1 to 5 are missing']],
  ])('shows that somebody deleted %s', async (_, ids, found) => {
    await asOwner(`DELETE FROM audit_entry WHERE id ${ids}`);
    expect(await findings()).toEqual(found);
  });

  it('shows that somebody deleted the newest and set its end to fit', async () => {
    await asOwner('DELETE FROM audit_entry WHERE id > 3');
    await asOwner('UPDATE audit_head SET entries = 3, mac = (SELECT mac FROM audit_entry WHERE id = 3)');
    expect(await findings()).toEqual([expect.stringMatching(/^its end is not the one that was written/)]);
    await asOwner('DELETE FROM audit_head');
    expect(await findings()).toEqual([expect.stringMatching(/^its end is not the one that was written/)]);
    await asOwner(`INSERT INTO audit_head (entries, mac, seal) VALUES (0, '', '')`);
  });

  it('shows that somebody emptied it, as it was before the first entry', async () => {
    await asOwner('DELETE FROM audit_entry');
    await asOwner(`UPDATE audit_head SET entries = 0, mac = '', seal = ''`);
    expect(await findings()).toHaveLength(1);
  });

  it('shows that somebody added an entry, exchanged two, or closed a gap', async () => {
    const guess = Buffer.alloc(32, 'y');
    const forged = { ...signIn('six'), id: '6', at: new Date(), caseId: null, subject: 'six', detail: {} };
    const last = await manager().findOneByOrFail(AuditEntryTable, { id: '5' });
    const mac = macOf(guess, last.mac, forged);
    await manager().insert(AuditEntryTable, { ...forged, mac, detail: {} });
    await asOwner('UPDATE audit_head SET entries = 6, mac = $1, seal = $2', mac, sealOf(guess, { entries: '6', mac }));
    expect((await findings())[0]).toBe('entry 6 is not the one that was written');
    await asOwner('DELETE FROM audit_entry WHERE id IN (2, 6)');
    await asOwner('UPDATE audit_entry SET id = id - 1 WHERE id > 2');
    expect((await findings())[0]).toBe('entry 2 is not the one that was written');
  });

  it('is not read with another secret', async () => {
    const other = await verifyAuditLog(database.dataSource, Buffer.alloc(32, 'z'));
    expect(other.findings[0]).toBe('entry 1 is not the one that was written');
  });

  it('holds together when many write at once, some give up, and some write within what they give up', async () => {
    const api = await database.connectAs('api');
    await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        api
          .transaction(async (within) => {
            await audit(within, signIn(`begun ${n}`));
            await within.query('SELECT pg_sleep(random() / 50)');
            if (n % 4 === 1) throw new Error('given up');
            const inner = within.transaction(async (deeper) => {
              await audit(deeper, signIn(`inner ${n}`));
              if (n % 4 === 2) throw new Error('given up');
            });
            await inner.catch(() => undefined);
            await auditAll(within, [signIn(`ended ${n}`), signIn(`over ${n}`)]);
          })
          .catch(() => undefined),
      ),
    );
    expect(await verifyAuditLog(database.dataSource, key)).toMatchObject({
      entries: 5 + 20 * 4 + 10 * 3,
      findings: [],
    });
  });

  it('holds together when a person is erased: it says who by an id only', async () => {
    await audit(manager(), signIn('entreprenor.01'));
    await database.dataSource.transaction(async (within) => {
      const detail = await erasePerson(within, 'entreprenor.01', '2027-02-01');
      await audit(within, { kind: 'personErased', by: 'admin', subject: 'entreprenor.01', detail });
    });
    expect(await verifyAuditLog(database.dataSource, key)).toMatchObject({ entries: 7, findings: [] });
  });
});
