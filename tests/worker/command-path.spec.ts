import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { MoreThan, type DataSource } from 'typeorm';
import { CANARY_ID } from '#contracts/messages/canary.js';
import { workflowIdOf } from '#contracts/messages/collaboration.js';
import { Engine } from '#engine/engine.js';
import { setClockOnce, nameInstallation } from '#store/installation/installation.js';
import { loadForStart, restartPorts } from '#store/cases/load-for-start.js';
import { openCase } from '#store/cases/open-case.js';
import { releaseProcess } from '#store/process/process-versions.js';
import { lastBeat } from '#store/installation/heartbeats.js';
import { CollaborationTable } from '#store/cases/views/collaboration-table.js';
import { EventTable } from '#store/cases/history/event-table.js';
import { StartRequestTable } from '#store/cases/start-request-table.js';
import { TextTable } from '#store/cases/texts/text-table.js';
import { eventually } from '#support/eventually.js';
import { freshDatabase, type TestDatabase } from '#support/test-database.js';
import {
  COLLEAGUE,
  OTHER,
  meetingHeld,
  smallCommand,
  smallDocument,
  smallOpening,
  smallProcess,
} from '#support/small-process.js';
import { TEST_PAYLOAD_KEY, dataConverter, devServer, workflowBundle } from '#support/test-temporal.js';
import { beatActivity } from '#worker/activities/beat-activity.js';
import { recordActivity } from '#worker/activities/record-activity.js';
import { StartRelayService } from '#worker/start-relay.service.js';

/** The whole command path: opened in Postgres, started by the relay, commanded through Temporal, recorded in Postgres. */

const log = pino({ level: 'silent' });
const taskQueue = 'road';

let server: TestWorkflowEnvironment;
let database: TestDatabase;
let source: DataSource;
let engine: Engine;
let relay: StartRelayService;
let worker: Worker;
let workerRun: Promise<void>;

const manager = () => database.dataSource.manager;
const load = (id: string) => loadForStart(manager(), id);
const config = () => ({
  address: server.address,
  namespace: server.namespace ?? 'default',
  taskQueue,
  payloadKey: TEST_PAYLOAD_KEY,
});
const openSmallCase = async () => {
  const id = randomUUID();
  await openCase(database.dataSource, {
    opening: smallOpening(id),
    receivedAt: new Date().toISOString(),
    speed: 1,
    process: 'small',
    writeRelatedRows: async (within) => {
      await within.insert(TextTable, {
        id: `title-${id}`,
        commandId: 'o',
        caseId: id,
        field: 'title',
        body: 'Tur' as never,
      });
    },
  });
  return id;
};
const countUpdates = async (id: string) => {
  const { events } = await server.client.workflow.getHandle(workflowIdOf(id)).fetchHistory();
  return events?.filter((it) => it.workflowExecutionUpdateAcceptedEventAttributes).length;
};
const storedVersion = async (id: string) => (await manager().findOneByOrFail(CollaborationTable, { id })).version;
const waitUntilStarted = (id: string) =>
  eventually(async () => {
    const { startedAt } = await manager().findOneByOrFail(StartRequestTable, { caseId: id });
    expect(startedAt).not.toBeNull();
  });

const startWorker = async () => {
  worker = await Worker.create({
    dataConverter,
    connection: server.nativeConnection,
    namespace: config().namespace,
    taskQueue,
    workflowBundle: await workflowBundle(),
    activities: { record: recordActivity(source, log), beat: beatActivity(source, { follow: () => undefined }) },
  });
  workerRun = worker.run();
};
const stopWorker = async () => {
  worker.shutdown();
  await workerRun;
};

beforeAll(async () => {
  [server, database] = await Promise.all([devServer(), freshDatabase()]);
  await releaseProcess(manager(), smallDocument, smallProcess);
  await nameInstallation(manager(), 'test');
  engine = new Engine(config());
  source = await database.connectAs('worker');
  await startWorker();
  relay = new StartRelayService(source, engine, log, database.urls.worker);
}, 120_000);
afterAll(async () => {
  await relay.close();
  await stopWorker();
  await engine.close();
  await database.close();
  await server.teardown();
});

describe('before the installation is ready', () => {
  it('the relay starts nothing', async () => {
    const id = await openSmallCase();
    await relay.open();
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(await engine.isRunning(id)).toBe(false);
    await setClockOnce(manager(), { origin: { domain: new Date().toISOString(), wall: Date.now() }, speed: 1 });
    await waitUntilStarted(id);
    expect(await engine.isRunning(id)).toBe(true);
  });

  it('the clock, once fixed, stays', async () => {
    const clock = await setClockOnce(manager(), { origin: { domain: '2030-01-01T00:00:00.000Z', wall: 0 }, speed: 60 });
    expect(clock.speed).toBe(1);
  });
});

describe('a command', () => {
  it('goes to the run that the relay started, and its events are in Postgres soon after', async () => {
    const id = await openSmallCase();
    await waitUntilStarted(id);
    const submitted = await engine.submit(id, smallCommand('c1', meetingHeld), load);
    expect(submitted).toMatchObject({ ok: true });
    await eventually(async () => expect(submitted).toEqual({ ok: true, version: await storedVersion(id), epoch: 1 }));
    expect(await manager().countBy(EventTable, { caseId: id, command: 'c1' })).toBeGreaterThan(0);
  });

  it('starts the run when it comes before the relay', async () => {
    await relay.close();
    const id = await openSmallCase();
    const submitted = await engine.submit(id, smallCommand('c1', meetingHeld), load);
    await eventually(async () => expect(submitted).toEqual({ ok: true, version: await storedVersion(id), epoch: 1 }));
    relay = new StartRelayService(source, engine, log, database.urls.worker);
    await relay.open();
    await waitUntilStarted(id);
  });

  it('that is refused comes back with code and words', async () => {
    const id = await openSmallCase();
    const submitted = await engine.submit(id, smallCommand('c1', meetingHeld, OTHER), load);
    expect(submitted).toMatchObject({
      ok: false,
      refusal: { code: 'not-yours', detail: { nb: expect.any(String), en: expect.any(String) } },
    });
  });

  it('given again is answered from the first, and is one update', async () => {
    const id = await openSmallCase();
    const first = await engine.submit(id, smallCommand('c1', meetingHeld), load);
    expect(await engine.submit(id, smallCommand('c1', meetingHeld), load)).toEqual(first);
    expect(await countUpdates(id)).toBe(1);
    const other = smallCommand('c1', { type: 'nameDeputy', deputy: OTHER.user });
    expect(await engine.submit(id, other, load)).toMatchObject({ ok: false, refusal: { code: 'key-reused' } });
  });

  it('given twice while no worker answers is carried out once', async () => {
    const id = await openSmallCase();
    await waitUntilStarted(id);
    await stopWorker();
    const attempts = ['unknown', 'unknown'].map(() => engine.submit(id, smallCommand('c1', meetingHeld), load));
    expect(await Promise.all(attempts)).toEqual(attempts.map(() => ({ ok: false, outcome: 'unknown' })));
    await startWorker();
    const answered = await engine.submit(id, smallCommand('c1', meetingHeld), load);
    expect(answered).toMatchObject({ ok: true });
    expect(await countUpdates(id)).toBe(1);
  }, 30_000);

  it('that is refused may be given again with the same id, and is accepted when nothing bars it any more', async () => {
    const id = await openSmallCase();
    const byColleague = smallCommand('c1', meetingHeld, COLLEAGUE);
    const stale = { ...smallCommand('c2', { type: 'nameDeputy', deputy: OTHER.user }), ifMatch: 99 };
    const refused = { ok: false, refusal: { code: 'not-yours' } };
    expect(await engine.submit(id, byColleague, load)).toMatchObject(refused);
    expect(await engine.submit(id, byColleague, load)).toMatchObject(refused);
    expect(await engine.submit(id, stale, load)).toMatchObject({ ok: false, refusal: { code: 'stale' } });
    expect(await engine.submit(id, { ...stale, ifMatch: undefined }, load)).toMatchObject({ ok: true });
    await engine.submit(id, smallCommand('c3', { type: 'assignOwner', owner: COLLEAGUE.user }), load);
    expect(await engine.submit(id, byColleague, load)).toMatchObject({ ok: true });
  });

  it('reopens a closed case whose run has ended', async () => {
    const id = await openSmallCase();
    await engine.submit(id, smallCommand('c1', { type: 'withdraw', reason: 'text-1' }), load);
    await eventually(async () => expect(await engine.isRunning(id)).toBe(false));
    const submitted = await engine.submit(id, smallCommand('c2', { type: 'reopen', reason: 'text-2' }), load);
    await eventually(async () => expect(submitted).toEqual({ ok: true, version: await storedVersion(id), epoch: 1 }));
    expect(await engine.isRunning(id)).toBe(true);
    expect((await manager().findOneByOrFail(CollaborationTable, { id })).state).toBe('OPEN');
  });

  it('to a case that does not exist is not found', async () => {
    const submitted = await engine.submit(randomUUID(), smallCommand('c1', meetingHeld), load);
    expect(submitted).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
  });

  it('without a worker has an unknown outcome after five seconds', async () => {
    const engineWithoutWorker = new Engine({ ...config(), taskQueue: 'nobody' });
    const id = await openSmallCase();
    await relay.close();
    const input = await load(id);
    if (!input) throw new Error('no case');
    const startedAt = Date.now();
    const other = { ...input, case: { ...input.case, id: randomUUID() } };
    await engineWithoutWorker.start(other);
    expect(await engineWithoutWorker.submit(other.case.id, smallCommand('c1', meetingHeld), load)).toEqual({
      ok: false,
      outcome: 'unknown',
    });
    expect(Date.now() - startedAt).toBeLessThan(6_500);
    await engineWithoutWorker.close();
    relay = new StartRelayService(source, engine, log, database.urls.worker);
    await relay.open();
  }, 15_000);

  it('without a server is unavailable at once', async () => {
    const engineWithoutServer = new Engine({ ...config(), address: '127.0.0.1:1' });
    const startedAt = Date.now();
    expect(await engineWithoutServer.submit(randomUUID(), smallCommand('c1', meetingHeld), load)).toEqual({
      ok: false,
      outcome: 'unavailable',
    });
    expect(Date.now() - startedAt).toBeLessThan(2_000);
    expect(await engineWithoutServer.isHealthy()).toBe(false);
    await engineWithoutServer.close();
  });
});

describe('a run whose history is not the one in Postgres', () => {
  it('keeps trying, and drops nothing and overwrites nothing', async () => {
    const id = await openSmallCase();
    await waitUntilStarted(id);
    const last = await manager().findOneOrFail(EventTable, { where: { caseId: id }, order: { seq: 'DESC' } });
    const foreign = { ...last, seq: last.seq + 1, hash: 'of another event' };
    await manager().insert(EventTable, foreign as never);
    expect(await engine.submit(id, smallCommand('c1', meetingHeld), load)).toMatchObject({ ok: true });
    const run = server.client.workflow.getHandle(workflowIdOf(id));
    await eventually(async () => {
      const { raw } = await run.describe();
      expect(raw.pendingActivities?.[0]?.attempt).toBeGreaterThan(1);
    });
    const where = { caseId: id, seq: MoreThan(last.seq) };
    expect(await manager().findBy(EventTable, where)).toMatchObject([{ hash: foreign.hash }]);
    await run.terminate();
  });
});

describe('repair', () => {
  it('restarts a case with what Postgres has; the old run can write no more', async () => {
    const id = await openSmallCase();
    await waitUntilStarted(id);
    const first = await engine.submit(id, smallCommand('c1', meetingHeld), load);
    await eventually(async () => expect(first).toEqual({ ok: true, version: await storedVersion(id), epoch: 1 }));
    const ports = restartPorts(database.dataSource, id);
    expect(await engine.restart(id, ports, { dropUnrecorded: false })).toEqual({ outcome: 'restarted' });
    const second = await engine.submit(id, smallCommand('c2', { type: 'nameDeputy', deputy: OTHER.user }), load);
    await eventually(async () => expect(second).toEqual({ ok: true, version: await storedVersion(id), epoch: 2 }));
    expect(await engine.submit(id, smallCommand('c1', meetingHeld), load)).toEqual({ ...first, epoch: 2 });
  });

  it('asks every open run to renew itself', async () => {
    const id = await openSmallCase();
    await waitUntilStarted(id);
    await eventually(async () => {
      const found: string[] = [];
      for await (const caseId of engine.runningCaseIds()) found.push(caseId);
      expect(found).toContain(id);
    });
    expect(await engine.renewAll()).toBeGreaterThan(0);
    expect(await engine.submit(id, smallCommand('c1', meetingHeld), load)).toMatchObject({ ok: true });
  });
});

describe('the canary', () => {
  it('shows that engine, worker and database work together', async () => {
    expect(await engine.isHealthy()).toBe(true);
    await engine.startCanary();
    await engine.startCanary();
    await eventually(async () => expect((await lastBeat(manager(), CANARY_ID))?.ageMs).toBeLessThan(5_000));
  });
});
