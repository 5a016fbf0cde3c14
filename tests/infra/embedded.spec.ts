import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startTestPostgres, startTestTemporal } from '#support/test-servers.js';
import { openHome } from '#infra/up/home.js';
import { runProgram } from '#infra/up/process/run-program.js';
import { findTemporalCli } from '#infra/up/temporal/find-cli.js';

const BIN = path.resolve(process.env['STAFETT_HOME'] ?? '.stafett', 'bin');

describe('the embedded servers', () => {
  let folder: string;

  beforeEach(() => {
    // As `npm start` does: Postgres runs as another user, who must be able to pass through the folder.
    folder = openHome(mkdtempSync(path.join(tmpdir(), 'stafett æøå '))).dir;
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('keep what was committed when Postgres is killed', async () => {
    const first = await startTestPostgres({ dir: folder });
    await query(first.url, 'create table baton (holder text)');
    await query(first.url, `insert into baton values ('Sykehjem Øst')`);
    await first.kill();
    const second = await startTestPostgres({ dir: folder, port: Number(new URL(first.url).port) });
    expect(await query(second.url, 'select upper(holder) as holder from baton')).toEqual([{ holder: 'SYKEHJEM ØST' }]);
    await second.stop();
  }, 60_000);

  it('keep a started case when Temporal is killed', async () => {
    const cli = await findTemporalCli({ bin: BIN });
    const first = await startTestTemporal({ dir: folder, bin: BIN });
    const workflow = ['--workflow-id', 'case-1', '--address', first.address, '--namespace', first.namespace];
    const start = ['workflow', 'start', '--type', 'nobody', '--task-queue', 'nobody', ...workflow];
    expect(await runProgram(cli, start, { withinMs: 10_000 })).toMatchObject({ ok: true });
    await first.kill();
    const second = await startTestTemporal({ dir: folder, bin: BIN, port: Number(first.address.split(':')[1]) });
    const described = await runProgram(cli, ['workflow', 'describe', ...workflow], { withinMs: 10_000 });
    expect(described).toMatchObject({ ok: true, output: expect.stringMatching(/WorkflowId\s+case-1/) });
    await second.stop();
  }, 150_000);
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}
