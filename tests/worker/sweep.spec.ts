import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { pino } from 'pino';
import { TextTable } from '#store/cases/texts/text-table.js';
import { RequestAnswerTable } from '#store/db/request-answer-table.js';
import { eventually } from '#support/eventually.js';
import { freshDatabase, type TestDatabase } from '#support/test-database.js';
import { sweepHourly } from '#worker/sweep-hourly.js';

const HOUR = 3_600_000;
const LONG_AGO = '2020-01-01T00:00:00.000Z';

let database: TestDatabase;
const manager = () => database.dataSource.manager;
const left = async () => [await manager().count(TextTable), await manager().count(RequestAnswerTable)];

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  jest.useFakeTimers({
    doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'setTimeout', 'clearTimeout', 'Date'],
  });
  const text = { id: 't', commandId: 'c', caseId: null, field: '/x', body: 'x' as never, createdAt: LONG_AGO };
  await manager().upsert(TextTable, text, ['id']);
  await manager().upsert(RequestAnswerTable, { caller: 'a', key: 'k', hash: 'h', answer: {}, at: LONG_AGO }, [
    'caller',
    'key',
  ]);
});
afterEach(() => {
  jest.useRealTimers();
});

describe('what nobody asks for any more', () => {
  it('is swept an hour after the start, and every hour from then on', async () => {
    const stop = new AbortController();
    sweepHourly(database.dataSource, pino({ level: 'silent' }), stop.signal);
    jest.advanceTimersByTime(HOUR - 1);
    expect([jest.getTimerCount(), await left()]).toEqual([1, [1, 1]]);
    jest.advanceTimersByTime(1);
    await eventually(async () => expect(await left()).toEqual([0, 0]));
    stop.abort();
  });

  it('is not swept any more when the worker is to stop', async () => {
    const stop = new AbortController();
    sweepHourly(database.dataSource, pino({ level: 'silent' }), stop.signal);
    stop.abort();
    expect(jest.getTimerCount()).toBe(0);
  });
});
