import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RULE_LEVEL } from '#domain/model/rule-context.js';
import { decide } from '#domain/case/decide.js';
import type { CaseEvent } from '#domain/model/events.js';
import { fire } from '#domain/case/fire.js';
import type { CommandBody } from '#domain/model/command.js';
import { fold } from '#domain/case/evolve.js';
import { openingEvents as openWith } from '#domain/case/opening-events.js';
import { nextWakeAt } from '#domain/deadline/next-wake.js';
import { raiseEpoch } from '#store/cases/load-for-start.js';
import { openCase, type OpenedCase } from '#store/cases/open-case.js';
import { releaseProcess } from '#store/process/process-versions.js';
import { Diverged } from '#store/cases/history/append-events.js';
import { EpochSuperseded, recordBatch } from '#store/cases/record-batch.js';
import { projectEvents } from '#store/cases/views/project-events.js';
import { rebuildViews } from '#store/cases/views/rebuild-views.js';
import { CollaborationTable } from '#store/cases/views/collaboration-table.js';
import { OwnershipTable } from '#store/cases/views/ownership-table.js';
import { DeadlineTable } from '#store/cases/views/deadline-table.js';
import { DivergedTable } from '#store/cases/history/diverged-table.js';
import { EventTable, toCaseEvent } from '#store/cases/history/event-table.js';
import { OutboxMessageTable } from '#store/mailroom/outbox-message-table.js';
import { StartRequestTable } from '#store/cases/start-request-table.js';
import { TextTable } from '#store/cases/texts/text-table.js';
import { freshDatabase, type TestDatabase } from '#support/test-database.js';
import {
  COLLEAGUE,
  smallCommand,
  meetingHeld,
  smallOpening,
  OTHER,
  OWNER,
  smallDocument,
  smallProcess,
} from '#support/small-process.js';

const RECEIVED_AT = '2027-01-11T09:00:00.000Z';
const ctx = { core: smallProcess, speed: 1, ruleLevel: RULE_LEVEL };

let database: TestDatabase;
let opened: OpenedCase;
let id: string;

const manager = () => database.dataSource.manager;
const openSmallCase = (at = RECEIVED_AT) => {
  id = randomUUID();
  return openCase(database.dataSource, {
    opening: smallOpening(id),
    receivedAt: at,
    speed: 1,
    process: 'small',
    writeRelatedRows: async (within) => {
      await within.insert(TextTable, {
        id: `title-${id}`,
        commandId: 'opening',
        caseId: id,
        field: 'title',
        body: 'Turgruppe' as never,
      });
    },
  });
};
const eventsAfter = (
  body: CommandBody,
  events: readonly CaseEvent[] = opened.events,
  now = '2027-01-12T09:00:00.000Z',
) => {
  const outcome = decide(ctx, fold(events), smallCommand(`c-${events.length}`, body), now);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.events;
};
const recordEvents = (events: readonly CaseEvent[], epoch = 1) =>
  recordBatch(database.dataSource, { id, epoch, events });
const storedView = () => manager().findOneByOrFail(CollaborationTable, { id });
const storedEvents = async () =>
  (await manager().find(EventTable, { where: { caseId: id }, order: { seq: 'ASC' } })).map(toCaseEvent);

beforeAll(async () => {
  database = await freshDatabase();
  await releaseProcess(manager(), smallDocument, smallProcess);
});
afterAll(() => database.close());
beforeEach(async () => {
  opened = await openSmallCase();
});

describe('opening a case', () => {
  it('numbers cases of a year one after the other, without gaps when an opening fails', async () => {
    const first = await openSmallCase('2031-06-01T10:00:00.000Z');
    await expect(
      openCase(database.dataSource, {
        opening: smallOpening(randomUUID()),
        receivedAt: '2031-06-01T10:00:00.000Z',
        speed: 1,
        process: 'small',
        writeRelatedRows: async () => {
          throw new Error('no room');
        },
      }),
    ).rejects.toThrow('no room');
    const second = await openSmallCase('2031-06-01T10:00:00.000Z');
    expect([first.case.number, second.case.number]).toEqual(['2031-0001', '2031-0002']);
  });

  it('draws the number last, and tells the same story as if it had been known from the start', () => {
    const known = { ...smallOpening(id), number: opened.case.number };
    expect(opened.events).toEqual(openWith(ctx, known, RECEIVED_AT));
  });

  it('counts the year in Oslo', async () => {
    const { case: state } = await openSmallCase('2032-12-31T23:30:00.000Z');
    expect(state.number).toBe('2033-0001');
  });

  it('writes events, view, custody, receipt and the row to be started in one go', async () => {
    expect(await storedEvents()).toEqual(opened.events);
    expect(await storedView()).toMatchObject({
      number: opened.case.number,
      version: opened.case.version,
      title: 'Turgruppe',
      owner: OWNER.user,
      waitingFor: 'MUNICIPALITY',
      body: JSON.parse(JSON.stringify(opened.case)),
      openedAt: RECEIVED_AT,
    });
    expect(await manager().findBy(OutboxMessageTable, { caseId: id })).toMatchObject([
      { kind: 'receiptSent', slot: 'entrepreneur', template: 'receiptSent', status: 'WAITING', language: 'nb' },
    ]);
    expect(await manager().findBy(OwnershipTable, { caseId: id })).toMatchObject([
      { fromSeq: 1, owner: OWNER.user, unit: 'helse', fromAt: RECEIVED_AT, toAt: null },
    ]);
    expect(await manager().findBy(DeadlineTable, { caseId: id })).toMatchObject([
      { kind: 'meeting', state: 'OPEN', owedByUser: OWNER.user, owedByUnit: 'helse', dueOn: '2027-02-01' },
    ]);
    expect(await manager().findOneByOrFail(StartRequestTable, { caseId: id })).toMatchObject({ startedAt: null });
    expect(await manager().findOneByOrFail(TextTable, { id: `title-${id}` })).not.toMatchObject({ attachedAt: null });
  });
});

describe('record', () => {
  it('takes the same batch twice and writes it once', async () => {
    const events = eventsAfter(meetingHeld);
    await recordEvents(events);
    await recordEvents(events);
    expect(await storedEvents()).toEqual([...opened.events, ...events]);
    expect(await storedView()).toMatchObject({ version: events.at(-1)?.seq });
  });

  it('takes a batch of which the first part is there already', async () => {
    const first = eventsAfter(meetingHeld);
    const second = eventsAfter({ type: 'nameDeputy', deputy: OTHER.user }, [...opened.events, ...first]);
    await recordEvents(first);
    await recordEvents([...first, ...second]);
    expect(await storedEvents()).toEqual([...opened.events, ...first, ...second]);
    expect(await storedView()).toMatchObject({ deputy: OTHER.user });
  });

  it('notes and refuses another event at a seq that is taken', async () => {
    await recordEvents(eventsAfter(meetingHeld));
    const other = eventsAfter({ type: 'nameDeputy', deputy: OTHER.user });
    await expect(recordEvents(other)).rejects.toThrow(Diverged);
    expect(await manager().findBy(DivergedTable, { caseId: id })).toMatchObject([{ seq: other[0]?.seq }]);
    expect(await storedView()).toMatchObject({ deputy: null });
  });

  it('notes it no longer when the event that was missing has come after all', async () => {
    const first = eventsAfter(meetingHeld);
    const second = eventsAfter({ type: 'nameDeputy', deputy: OTHER.user }, [...opened.events, ...first]);
    await expect(recordEvents(second)).rejects.toThrow(Diverged);
    await recordEvents(first);
    expect(await manager().countBy(DivergedTable, { caseId: id })).toBe(1);
    await recordEvents(second);
    expect(await manager().countBy(DivergedTable, { caseId: id })).toBe(0);
  });

  it('refuses a gap', async () => {
    const first = eventsAfter(meetingHeld);
    const second = eventsAfter({ type: 'nameDeputy', deputy: OTHER.user }, [...opened.events, ...first]);
    await expect(recordEvents(second)).rejects.toThrow(Diverged);
    expect(await manager().findBy(DivergedTable, { caseId: id })).toMatchObject([{ storedHash: null }]);
  });

  it('refuses an older run for good, and takes the newer one', async () => {
    const epoch = await raiseEpoch(manager(), id);
    const events = eventsAfter(meetingHeld);
    await expect(recordEvents(events, 1)).rejects.toThrow(EpochSuperseded);
    await recordEvents(events, epoch);
    expect(await storedView()).toMatchObject({ epoch: 2, version: events.at(-1)?.seq });
  });

  it('knows at every moment exactly one accountable person', async () => {
    await recordEvents(eventsAfter({ type: 'assignOwner', owner: COLLEAGUE.user }));
    const rows = await manager().find(OwnershipTable, { where: { caseId: id }, order: { fromSeq: 'ASC' } });
    expect(rows.map(({ owner }) => owner)).toEqual([OWNER.user, COLLEAGUE.user]);
    expect(rows.map(({ toAt }) => toAt)).toEqual([rows.at(1)?.fromAt, null]);
    expect(await manager().findBy(DeadlineTable, { caseId: id })).toMatchObject([{ owedByUser: COLLEAGUE.user }]);
  });

  it('gives one letter a slot for every rung, dropped when history had it already', async () => {
    const due = nextWakeAt(opened.case) ?? '';
    const { events } = fire(ctx, opened.case, due);
    await recordEvents(events);
    expect(await manager().findBy(OutboxMessageTable, { caseId: id, kind: 'reminderDue' })).toMatchObject([
      {
        slot: 'owner',
        deadline: opened.case.deadlines[0]?.id,
        rung: 'before-1',
        template: 'reminderDue.meeting',
        dueAt: due,
        status: 'WAITING',
      },
    ]);
  });

  it('drops the letter of a reminder that a later one makes pointless after an outage', async () => {
    const { events } = fire(ctx, opened.case, '2027-02-01T20:00:00.000Z');
    await recordEvents(events);
    const where = { caseId: id, kind: 'reminderDue' };
    expect(await manager().find(OutboxMessageTable, { where, order: { seq: 'ASC' } })).toMatchObject([
      { rung: 'before-1', status: 'DROPPED' },
      { rung: 'due', status: 'WAITING' },
    ]);
  });

  it.each([1, 2])('catches up a view that was left behind by events (%s of them)', async (missing) => {
    const first = eventsAfter(meetingHeld);
    const second = eventsAfter({ type: 'nameDeputy', deputy: OTHER.user }, [...opened.events, ...first]);
    await recordEvents(first);
    const known = [...opened.events, ...first].slice(0, -missing);
    const behind = { version: known.length, body: fold(known) as never };
    await manager().update(CollaborationTable, { id }, behind);
    await recordEvents(second);
    expect((await storedView()).body).toEqual(
      JSON.parse(JSON.stringify(fold([...opened.events, ...first, ...second]))),
    );
  });
});

describe('a view that is ahead of the events', () => {
  it('is not taken back by older ones', async () => {
    const first = eventsAfter(meetingHeld);
    const second = eventsAfter({ type: 'assignOwner', owner: COLLEAGUE.user }, [...opened.events, ...first]);
    await recordEvents([...first, ...second]);
    const parts = async () => [
      await storedView(),
      await manager().find(OwnershipTable, { where: { caseId: id }, order: { fromSeq: 'ASC' } }),
      await manager().find(DeadlineTable, { where: { caseId: id }, order: { id: 'ASC' } }),
    ];
    const before = await parts();
    await projectEvents(manager(), { version: opened.case.version, body: opened.case }, first, 1);
    expect(await parts()).toEqual(before);
  });
});

describe('what is written once', () => {
  it('refuses to change or delete an event, a released process, or all of them', async () => {
    await expect(manager().query('UPDATE event SET by = $1', ['x'])).rejects.toThrow('written once');
    await expect(manager().query('DELETE FROM event')).rejects.toThrow('written once');
    await expect(manager().query('TRUNCATE event')).rejects.toThrow('written once');
    await expect(manager().query('UPDATE process_version SET hash = $1', ['x'])).rejects.toThrow('written once');
  });

  it('releases the same process again without a change, and never another one with its number', async () => {
    await releaseProcess(manager(), smallDocument, smallProcess);
    const other = { ...smallDocument, start: 'PILOT' as const };
    await expect(releaseProcess(manager(), other, smallProcess)).rejects.toThrow('another document');
  });
});

describe('rebuild', () => {
  it('gives the views that were there, and sends nothing', async () => {
    await recordEvents(eventsAfter(meetingHeld));
    const read = async () => ({
      view: await storedView(),
      deadlines: await manager().find(DeadlineTable, { where: { caseId: id }, order: { id: 'ASC' } }),
      ownership: await manager().findBy(OwnershipTable, { caseId: id }),
      letters: await manager().countBy(OutboxMessageTable, { caseId: id }),
    });
    const before = await read();
    await rebuildViews(database.dataSource, id);
    expect(await read()).toEqual(before);
  });
});
