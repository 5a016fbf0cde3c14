import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { pino } from 'pino';
import type { Engine } from '#engine/engine.js';
import { openCase } from '#store/cases/open-case.js';
import { StartRequestTable } from '#store/cases/start-request-table.js';
import { TextTable } from '#store/cases/texts/text-table.js';
import { nameInstallation, setClockOnce } from '#store/installation/installation.js';
import { releaseProcess } from '#store/process/process-versions.js';
import { smallDocument, smallOpening, smallProcess } from '#support/small-process.js';
import { freshDatabase, type TestDatabase } from '#support/test-database.js';
import { StartRelayService } from '#worker/start-relay.service.js';

/** A Temporal that starts a case when the test says so, and tells when it was asked to. */
class SlowEngine {
  private readonly asked = new Map<string, () => void>();
  private readonly waiting = new Map<string, () => void>();

  start({ case: { id } }: Parameters<Engine['start']>[0]): Promise<void> {
    const started = new Promise<void>((resolve) => this.asked.set(id, resolve));
    this.waiting.get(id)?.();
    return started;
  }

  async isAskedFor(id: string): Promise<void> {
    if (!this.asked.has(id)) await new Promise<void>((resolve) => this.waiting.set(id, resolve));
  }

  go(id: string): void {
    this.asked.get(id)?.();
  }

  goAll(): void {
    for (const id of this.asked.keys()) this.go(id);
  }
}

let database: TestDatabase;
let engine: SlowEngine;
let relay: StartRelayService;
const manager = () => database.dataSource.manager;

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

/** By then a notification has reached whoever listens. */
async function someRoundTrips(): Promise<void> {
  for (let trip = 0; trip < 50; trip += 1) await manager().query('SELECT 1');
}

async function listenersAreGone(): Promise<void> {
  const listening = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`;
  while ((await manager().query<unknown[]>(listening)).length > 0) await someRoundTrips();
  await someRoundTrips();
}

beforeAll(async () => {
  database = await freshDatabase();
  await releaseProcess(manager(), smallDocument, smallProcess);
  await nameInstallation(manager(), 'test');
  await setClockOnce(manager(), { origin: { domain: new Date().toISOString(), wall: Date.now() }, speed: 1 });
});
afterAll(() => database.close());
beforeEach(() => {
  engine = new SlowEngine();
  relay = new StartRelayService(
    database.dataSource,
    engine as unknown as Engine,
    pino({ level: 'silent' }),
    database.urls.worker,
  );
});
afterEach(async () => {
  jest.useRealTimers();
  engine.goAll();
  await relay.close();
});

describe('a relay that is starting a case', () => {
  it('looks again as soon as it is done when another was opened meanwhile, without waiting for its next turn', async () => {
    // No timer goes off: only the notice of the second case can lead to its start.
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'Date', 'performance'] });
    const first = await openSmallCase();
    await relay.open();
    await engine.isAskedFor(first);
    const second = await openSmallCase();
    await someRoundTrips();
    engine.go(first);
    await engine.isAskedFor(second);
    engine.go(second);
    await relay.close();
    expect(await manager().findOneByOrFail(StartRequestTable, { caseId: second })).not.toMatchObject({
      startedAt: null,
    });
  }, 15_000);

  it('is not closed before it has written down that the case is started', async () => {
    const id = await openSmallCase();
    await relay.open();
    await engine.isAskedFor(id);
    const order: string[] = [];
    const closing = relay.close().then(() => order.push('closed'));
    await listenersAreGone();
    order.push('started');
    engine.go(id);
    await closing;
    expect(order).toEqual(['started', 'closed']);
    expect(await manager().findOneByOrFail(StartRequestTable, { caseId: id })).not.toMatchObject({ startedAt: null });
  }, 15_000);
});
