import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { CANARY_ID } from '#contracts/messages/canary.js';
import { decide } from '#domain/case/decide.js';
import { RULE_LEVEL } from '#domain/model/rule-context.js';
import { Engine } from '#engine/engine.js';
import { loadForStart, raiseEpoch } from '#store/cases/load-for-start.js';
import { openCase } from '#store/cases/open-case.js';
import { recordBatch } from '#store/cases/record-batch.js';
import { TextTable } from '#store/cases/texts/text-table.js';
import { CollaborationTable } from '#store/cases/views/collaboration-table.js';
import { lastBeat, recordBeat } from '#store/installation/heartbeats.js';
import { nameInstallation, setClockOnce } from '#store/installation/installation.js';
import { releaseProcess } from '#store/process/process-versions.js';
import { eventually } from '#support/eventually.js';
import { meetingHeld, smallCommand, smallDocument, smallOpening, smallProcess } from '#support/small-process.js';
import { freshDatabase, type TestDatabase } from '#support/test-database.js';
import { TEST_PAYLOAD_KEY, dataConverter, devServer, workflowBundle } from '#support/test-temporal.js';
import { beatActivity } from '#worker/activities/beat-activity.js';
import { recordActivity } from '#worker/activities/record-activity.js';
import { FollowPostgresService } from '#worker/follow-postgres.service.js';

const log = pino({ level: 'silent' });
const taskQueue = 'follow';

let server: TestWorkflowEnvironment;
let database: TestDatabase;
let engine: Engine;
let worker: Worker;
let workerRun: Promise<void>;
let beat = 100;

const manager = () => database.dataSource.manager;
const config = (address = server.address) => ({
  address,
  namespace: server.namespace ?? 'default',
  taskQueue,
  payloadKey: TEST_PAYLOAD_KEY,
});

async function openSmallCase(): Promise<string> {
  const id = randomUUID();
  await openCase(database.dataSource, {
    opening: smallOpening(id),
    receivedAt: new Date().toISOString(),
    speed: 1,
    process: 'small',
    writeRelatedRows: async (within) => {
      await within.insert(TextTable, { id: `title-${id}`, commandId: 'o', field: 'title', body: 'Tur' as never });
    },
  });
  return id;
}
async function inputOf(id: string) {
  const input = await loadForStart(manager(), id);
  if (!input) throw new Error('no case');
  return input;
}
/** An open case with its run. */
async function startedCase(more: { readonly epoch?: number } = {}): Promise<string> {
  const id = await openSmallCase();
  await engine.start({ ...(await inputOf(id)), ...more });
  return id;
}
const runIdOf = async (id: string) => (await engine.latestRun(id))?.runId;
const statusOf = async (id: string) => (await engine.latestRun(id))?.status;

async function runningIds(): Promise<string[]> {
  const running: string[] = [];
  for await (const one of engine.runningCaseIds()) running.push(one);
  return running;
}
/** The same engine, but for what a run answers. */
const answering = (runState: Engine['runState']): Engine =>
  Object.create(engine, { runState: { value: runState } }) as Engine;

/** A beat that is not the next: everything is made to follow Postgres, until it is done. */
async function follow(by = engine): Promise<void> {
  beat += 10;
  const strange = { chain: 'c', beat };
  expect(await recordBeat(manager(), CANARY_ID, strange, false)).toBe(false);
  const service = new FollowPostgresService(database.dataSource, by, log);
  service.follow({ chain: 'c', beat: beat - 1 });
  service.follow(strange);
}
const hasFollowed = () =>
  eventually(async () => expect(await lastBeat(manager(), CANARY_ID)).toMatchObject({ following: false }));

beforeAll(async () => {
  [server, database] = await Promise.all([devServer(), freshDatabase()]);
  await releaseProcess(manager(), smallDocument, smallProcess);
  await nameInstallation(manager(), 'test');
  await setClockOnce(manager(), { origin: { domain: new Date().toISOString(), wall: Date.now() }, speed: 1 });
  await recordBeat(manager(), CANARY_ID, { chain: 'c', beat: 1 }, false);
  engine = new Engine(config());
  worker = await Worker.create({
    dataConverter,
    connection: server.nativeConnection,
    namespace: config().namespace,
    taskQueue,
    workflowBundle: await workflowBundle(),
    activities: {
      record: recordActivity(database.dataSource, log),
      beat: beatActivity(database.dataSource, { follow: () => undefined }),
    },
  });
  workerRun = worker.run();
}, 120_000);
afterAll(async () => {
  worker.shutdown();
  await workerRun;
  await engine.close();
  await database.close();
  await server.teardown();
});

describe('when Temporal and Postgres are of different times', () => {
  it('a case without a run gets one, a closed one gets none, and one that agrees keeps its own', async () => {
    const [missing, kept, closed] = [await openSmallCase(), await startedCase(), await openSmallCase()];
    const ctx = { core: smallProcess, speed: 1, ruleLevel: RULE_LEVEL };
    const { case: state } = await inputOf(closed);
    const withdrawn = decide(
      ctx,
      state,
      smallCommand('c', { type: 'withdraw', reason: 'text-1' }),
      new Date().toISOString(),
    );
    if (!withdrawn.ok) throw new Error(withdrawn.refusal.code);
    await recordBatch(database.dataSource, { id: closed, epoch: 1, events: withdrawn.events });
    const before = await runIdOf(kept);
    await follow();
    await hasFollowed();
    expect([await statusOf(missing), await runIdOf(closed)]).toEqual(['RUNNING', undefined]);
    expect(await runIdOf(kept)).toBe(before);
  });

  it('a run that Postgres has left behind, or that is ahead of it, is replaced by one from the events', async () => {
    const [older, early, late] = [await startedCase(), await startedCase(), await startedCase({ epoch: 7 })];
    const all = [older, early, late];
    await raiseEpoch(manager(), older);
    const { case: state } = await inputOf(early);
    const ctx = { core: smallProcess, speed: 1, ruleLevel: RULE_LEVEL };
    const held = decide(ctx, state, smallCommand('c1', meetingHeld), new Date().toISOString());
    if (!held.ok) throw new Error(held.refusal.code);
    await recordBatch(database.dataSource, { id: early, epoch: 1, events: held.events });
    const before = await Promise.all(all.map(runIdOf));
    await follow();
    await hasFollowed();
    const after = await Promise.all(all.map(runIdOf));
    expect(after.map((run, n) => run === before[n])).toEqual([false, false, false]);
    for (const id of all) {
      const [row, run] = [await manager().findOneByOrFail(CollaborationTable, { id }), await engine.runState(id)];
      expect(run).toMatchObject({ version: row.version, epoch: row.epoch });
    }
  });

  it('a run whose case Postgres does not know is ended, and its number is not given again', async () => {
    const input = await inputOf(await openSmallCase());
    const id = randomUUID();
    const year = new Date().getFullYear();
    await engine.start({ ...input, case: { ...input.case, id, number: `${year}-0500` } });
    await eventually(async () => expect(await runningIds()).toContain(id));
    await follow();
    await hasFollowed();
    expect(await statusOf(id)).toBe('TERMINATED');
    const next = await openSmallCase();
    expect((await manager().findOneByOrFail(CollaborationTable, { id: next })).number).toBe(`${year}-0501`);
  });

  it('a run without a case is ended also when it does not answer', async () => {
    const input = await inputOf(await openSmallCase());
    const id = randomUUID();
    await engine.start({ ...input, case: { ...input.case, id, number: '2020-0001' } });
    await eventually(async () => expect(await runningIds()).toContain(id));
    await follow(answering((one) => (one === id ? Promise.resolve('it does not answer') : engine.runState(one))));
    await hasFollowed();
    expect(await statusOf(id)).toBe('TERMINATED');
  });

  it('a command that comes while a case is looked at leaves its run alone', async () => {
    const id = await startedCase();
    await eventually(async () => expect(await engine.runState(id)).toMatchObject({ version: expect.any(Number) }));
    const before = await runIdOf(id);
    const versionOf = async () => (await manager().findOneByOrFail(CollaborationTable, { id })).version;
    const opened = await versionOf();
    const meanwhile = async (one: string) => {
      if (one !== id) return engine.runState(one);
      await engine.submit(id, smallCommand('between', meetingHeld), () => inputOf(id));
      await eventually(async () => expect(await engine.runState(id)).toMatchObject({ unrecorded: 0 }));
      expect(await versionOf()).toBeGreaterThan(opened);
      return engine.runState(id);
    };
    await follow(answering(meanwhile));
    await hasFollowed();
    expect(await runIdOf(id)).toBe(before);
  });

  it('and Temporal is away, it is not done, and the next beat begins it again', async () => {
    const unreachable = new Engine(config('127.0.0.1:1'));
    const missing = await openSmallCase();
    await follow(unreachable);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await lastBeat(manager(), CANARY_ID)).toMatchObject({ following: true });
    expect(await statusOf(missing)).toBeUndefined();
    await unreachable.close();
    await follow();
    await hasFollowed();
    expect(await statusOf(missing)).toBe('RUNNING');
  });
});
