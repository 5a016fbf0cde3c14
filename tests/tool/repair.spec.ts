import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { loadForStart, raiseEpoch } from '#store/cases/load-for-start.js';
import { EpochSuperseded, recordBatch } from '#store/cases/record-batch.js';
import { COLLABORATION_WORKFLOW, runArguments, workflowIdOf } from '#contracts/messages/collaboration.js';
import { CollaborationTable } from '#store/cases/views/collaboration-table.js';
import { OwnershipTable } from '#store/cases/views/ownership-table.js';
import { DeadlineTable } from '#store/cases/views/deadline-table.js';
import { EventTable } from '#store/cases/history/event-table.js';
import { OutboxMessageTable } from '#store/mailroom/outbox-message-table.js';
import { smallCommand, COLLEAGUE, meetingHeld, OTHER } from '#support/small-process.js';
import { eventually } from '#support/eventually.js';
import { startToolInstallation, type ToolInstallation } from './tool-installation.js';

let installation: ToolInstallation;
let id: string;

const manager = () => installation.dataSource.manager;
const epochOf = async () => (await manager().findOneByOrFail(CollaborationTable, { id })).epoch;
const eventCount = () => manager().countBy(EventTable, { caseId: id });
const expectClean = async () => expect(await installation.runTool('verify')).toMatchObject({ exit: 0, notes: [] });

beforeAll(async () => {
  installation = await startToolInstallation();
}, 120_000);
afterAll(() => installation.close());
beforeEach(async () => {
  id = await installation.openCase();
  await installation.submit(id, meetingHeld);
});

describe('rebuild', () => {
  it('of all cases gives the rows that were there, and neither events nor letters', async () => {
    await installation.submit(id, { type: 'assignOwner', owner: COLLEAGUE.user });
    await installation.submit(id, { type: 'withdraw', reason: 'text:reason' }, COLLEAGUE);
    const read = async () => ({
      cases: await manager().find(CollaborationTable, { order: { id: 'ASC' } }),
      deadlines: await manager().find(DeadlineTable, { order: { caseId: 'ASC', id: 'ASC' } }),
      ownership: await manager().find(OwnershipTable, { order: { caseId: 'ASC', fromSeq: 'ASC' } }),
      events: await manager().find(EventTable, { order: { caseId: 'ASC', seq: 'ASC' } }),
      letters: await manager().find(OutboxMessageTable, { order: { id: 'ASC' } }),
    });
    const before = await read();
    const output = await installation.runTool('rebuild');
    expect(output).toEqual({
      exit: 0,
      lines: [`rebuilt the views of ${before.cases.length} collaborations`],
      notes: [],
    });
    expect(await read()).toEqual(before);
  });

  it('beside a run that goes on writing loses nothing', async () => {
    const submitting = (async () => {
      for (let n = 0; n < 15; n += 1) {
        await installation.submit(id, { type: 'nameDeputy', deputy: n % 2 === 0 ? OTHER.user : COLLEAGUE.user });
      }
    })();
    for (let n = 0; n < 10; n += 1)
      expect(await installation.runTool('rebuild', '--case', id)).toMatchObject({ exit: 0 });
    await submitting;
    await expectClean();
  }, 60_000);
});

describe('restart', () => {
  it('goes on from the events, under a newer epoch', async () => {
    const before = await installation.engine.latestRun(id);
    expect(await installation.runTool('restart', '--case', id)).toMatchObject({
      exit: 0,
      lines: ['restarted 1 collaborations'],
    });
    const after = await installation.engine.latestRun(id);
    expect(after).toMatchObject({ status: 'RUNNING' });
    expect(after?.runId).not.toBe(before?.runId);
    expect(await epochOf()).toBe(2);
    const version = await installation.submit(id, { type: 'nameDeputy', deputy: OTHER.user });
    expect(await eventCount()).toBe(version);
    await expectClean();
  });

  it('lets the old run write nothing more', async () => {
    await installation.runTool('restart', '--case', id);
    const events = [{ seq: (await eventCount()) + 1 }] as never;
    await expect(recordBatch(installation.dataSource, { id, epoch: 1, events })).rejects.toThrow(EpochSuperseded);
  });

  it('that died half-way leaves an old run that is refused and ends; the next restart gives a new one', async () => {
    const before = await eventCount();
    await raiseEpoch(manager(), id);
    const body = { type: 'nameDeputy', deputy: OTHER.user } as const;
    await installation.engine.submit(id, smallCommand('to-the-old-run', body), () => Promise.resolve(null));
    await eventually(async () =>
      expect(await installation.engine.latestRun(id)).toMatchObject({ status: 'COMPLETED' }),
    );
    expect(await eventCount()).toBe(before);
    expect(await installation.runTool('verify')).toMatchObject({ exit: 1 });
    expect(await installation.runTool('restart')).toMatchObject({ exit: 0, lines: ['restarted 1 collaborations'] });
    await installation.submit(id, body);
    await expectClean();
  }, 30_000);

  it('of all mends a run that is behind its case, which verify finds before a command is lost', async () => {
    const behind = await loadForStart(manager(), id);
    await installation.submit(id, { type: 'nameDeputy', deputy: OTHER.user });
    await installation.server.client.workflow.start(COLLABORATION_WORKFLOW, {
      workflowId: workflowIdOf(id),
      taskQueue: 'tool',
      args: behind === null ? [] : runArguments(behind),
      workflowIdConflictPolicy: 'TERMINATE_EXISTING',
    });
    const found = await installation.runTool('verify');
    expect(found).toMatchObject({ exit: 1 });
    expect(found.lines.join('\n')).toMatch(new RegExp(`${id}: workflow disagrees: the run is at version`));
    expect(await installation.runTool('restart')).toMatchObject({ exit: 0, lines: ['restarted 1 collaborations'] });
    await expectClean();
  }, 60_000);

  it('of all that are missing touches none that runs', async () => {
    const before = await installation.engine.latestRun(id);
    expect(await installation.runTool('restart', '--all-missing')).toMatchObject({
      lines: ['restarted 0 collaborations'],
    });
    expect(await installation.engine.latestRun(id)).toEqual(before);
    expect(await epochOf()).toBe(1);
  });
});

describe('renew', () => {
  it('lets every open case go on as a new run, and says how many', async () => {
    await installation.openCase();
    const before = await installation.engine.latestRun(id);
    const open = await manager().query<{ count: string }[]>(
      `SELECT count(*) FROM collaboration WHERE state IN ('OPEN', 'SUSPENDED')`,
    );
    await new Promise((resolve) => setTimeout(resolve, 1_000)); // Temporal's list of workflows lags behind
    const output = await installation.runTool('renew');
    expect(output).toEqual({
      exit: 0,
      lines: [`renewed ${open[0]?.count} of ${open[0]?.count} open collaborations`],
      notes: [],
    });
    expect((await installation.engine.latestRun(id))?.runId).not.toBe(before?.runId);
    await installation.submit(id, { type: 'nameDeputy', deputy: OTHER.user });
    await expectClean();
  }, 60_000);
});
