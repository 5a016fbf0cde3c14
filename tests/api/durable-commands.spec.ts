import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COLLABORATION_WORKFLOW, workflowIdOf, runArguments } from '#contracts/messages/collaboration.js';
import { loadForStart } from '#store/cases/load-for-start.js';
import { EventTable } from '#store/cases/history/event-table.js';
import { CollaborationTable } from '#store/cases/views/collaboration-table.js';
import { eventually } from '#support/eventually.js';
import { startTestApi } from '#support/test-api.js';
import { TEST_SECRET } from '#support/test-database.js';
import type { Agent, TestApi } from '#support/test-api.js';
import { runToolInProcess, type ToolResult } from '../tool/tool-installation.js';

let api: TestApi;
let staff: Agent;
beforeAll(async () => {
  api = await startTestApi();
  staff = await api.signInAs('saksbehandler.helse');
}, 120_000);
afterAll(() => api.close());

async function openCase(): Promise<string> {
  const { body } = await staff
    .post('/api/v1/collaborations')
    .send({ title: 'Behov', description: 'Et behov' })
    .expect(201);
  return String(body.id);
}

/** Two commands that each add one event whenever they take effect. */
const commandOf = (n: number): object =>
  n % 2 === 1
    ? { type: 'registerFact', fact: 'organisationChecked', data: {} }
    : { type: 'nameDeputy', deputy: n % 4 === 0 ? 'saksbehandler2.helse' : 'leder.helse' };

const give = (id: string, key: string, n = 1) =>
  staff.post(`/api/v1/collaborations/${id}/commands`).set('Idempotency-Key', key).send(commandOf(n));

async function recordedCommands(caseId: string): Promise<(string | null)[]> {
  const rows = await api.dataSource.manager.find(EventTable, { where: { caseId }, order: { seq: 'ASC' } });
  return rows.filter(({ type }) => /^(factRegistered|deputyNamed)$/.test(type)).map(({ command }) => command);
}

const runTool = (...argv: string[]): Promise<ToolResult> => {
  if (!api.temporal) throw new Error('no Temporal');
  const { url } = api.dataSource.options as { url: string };
  return runToolInProcess(argv, {
    STAFETT_HOME: '/nowhere',
    STAFETT_SECRET: TEST_SECRET,
    DATABASE_URL: url,
    TEMPORAL_ADDRESS: api.temporal.address,
    TEMPORAL_NAMESPACE: api.temporal.namespace ?? 'default',
    TEMPORAL_TASK_QUEUE: 'test',
  });
};

/** Replaces the case's run by one that goes on from `input`, as when Temporal is restored from an older copy. */
async function replaceRun(input: NonNullable<Awaited<ReturnType<typeof loadForStart>>>): Promise<void> {
  await api.temporal?.client.workflow.start(COLLABORATION_WORKFLOW, {
    workflowId: workflowIdOf(input.case.id),
    taskQueue: 'test',
    args: runArguments(input),
    workflowIdConflictPolicy: 'TERMINATE_EXISTING',
  });
}

describe('an acknowledged command', () => {
  it('has its own event in Postgres: by a run that is behind it is not acknowledged, though the version is reached', async () => {
    const id = await openCase();
    const behind = await loadForStart(api.dataSource.manager, id);
    for (const n of [1, 2, 3]) expect((await give(id, `${id}-${n}`, n)).status).toBe(200);
    if (behind) await replaceRun(behind);
    const key = randomUUID();
    const answer = await give(id, key);
    expect([answer.status, answer.body.code]).toEqual([503, 'outcome-unknown']);
    expect(await recordedCommands(id)).not.toContain(key);
    expect(await runTool('restart', '--case', id, '--drop-unrecorded')).toMatchObject({ exit: 0 });
    expect((await give(id, key)).status).toBe(200);
    expect(await recordedCommands(id)).toEqual([`${id}-1`, `${id}-2`, `${id}-3`, key]);
  });

  it('by a run that is ahead of Postgres is not acknowledged either', async () => {
    const id = await openCase();
    expect((await give(id, `${id}-1`)).status).toBe(200);
    await eventually(async () => expect((await loadForStart(api.dataSource.manager, id))?.case.version).toBeDefined());
    const input = await loadForStart(api.dataSource.manager, id);
    if (input) await replaceRun({ ...input, case: { ...input.case, version: input.case.version + 5 } });
    const answer = await give(id, randomUUID(), 2);
    expect([answer.status, answer.body.code]).toEqual([503, 'outcome-unknown']);
    await runTool('restart', '--case', id, '--drop-unrecorded');
  });

  it('whose run is replaced before it wrote the event is carried out by the next one', async () => {
    const id = await openCase();
    expect((await give(id, `${id}-1`)).status).toBe(200);
    await api.dataSource.manager.increment(CollaborationTable, { id }, 'epoch', 1);
    const answer = await give(id, `${id}-2`, 2);
    expect([answer.status, answer.body.code]).toEqual([200, undefined]);
    expect(await recordedCommands(id)).toEqual([`${id}-1`, `${id}-2`]);
  });
});

describe('restart', () => {
  it('under a stream of commands loses none, doubles none and lets no caller see it', async () => {
    const ids = [await openCase(), await openCase(), await openCase()];
    const refused: unknown[] = [];
    let stopped = false;
    const streams = ids.map(async (id) => {
      const acknowledged: string[] = [];
      for (let n = 1; !stopped || n <= 6; n += 1) {
        const { status, body } = await give(id, `${id}-${n}`, n);
        if (status === 200) acknowledged.push(`${id}-${n}`);
        else refused.push([status, body]);
      }
      return acknowledged;
    });
    const restarts = await Promise.all(
      ids.map(async (id) => {
        const results: ToolResult[] = [];
        for (let n = 0; n < 5; n += 1) results.push(await runTool('restart', '--case', id));
        return results;
      }),
    );
    stopped = true;
    const acknowledged = await Promise.all(streams);
    expect(restarts.flat().filter(({ exit }) => exit !== 0)).toEqual([]);
    expect(refused).toEqual([]);
    for (const [index, id] of ids.entries()) {
      expect(acknowledged[index]?.length).toBeGreaterThan(5);
      expect(await recordedCommands(id)).toEqual(acknowledged[index]);
    }
    expect(await runTool('verify')).toMatchObject({ exit: 0 });
  }, 120_000);

  it('of a run that cannot write names the commands at risk and changes nothing, unless they are to be dropped', async () => {
    const id = await openCase();
    expect((await give(id, `${id}-1`)).status).toBe(200);
    const lock = api.dataSource.createQueryRunner();
    await lock.startTransaction();
    await lock.query('LOCK TABLE event IN SHARE MODE');
    expect((await give(id, `${id}-2`, 2)).status).toBe(202);
    const epochBefore = await loadForStart(api.dataSource.manager, id);
    const refusal = await runTool('restart', '--case', id);
    expect(refusal).toMatchObject({ exit: 1 });
    expect(refusal.lines.join('\n')).toContain(`${id}-2`);
    expect(refusal.lines.join('\n')).toContain('--drop-unrecorded');
    await lock.rollbackTransaction();
    await lock.release();
    expect((await loadForStart(api.dataSource.manager, id))?.epoch).toBe(epochBefore?.epoch);
    await eventually(async () => expect(await recordedCommands(id)).toEqual([`${id}-1`, `${id}-2`]));
    expect(await runTool('restart', '--case', id)).toMatchObject({ exit: 0 });
    expect((await give(id, `${id}-3`, 3)).status).toBe(200);
  }, 120_000);

  it('of a run without a worker goes ahead when all that it accepted is in Postgres', async () => {
    const id = await openCase();
    expect((await give(id, `${id}-1`)).status).toBe(200);
    await api.stopWorker();
    expect(await runTool('restart', '--case', id)).toMatchObject({ exit: 0 });
    await api.startWorker();
    await eventually(async () => expect((await give(id, `${id}-2`, 2)).status).toBe(200));
    expect(await recordedCommands(id)).toEqual([`${id}-1`, `${id}-2`]);
  }, 120_000);
});
