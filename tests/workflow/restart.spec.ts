import { WorkflowUpdateFailedError } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CASE_RESTARTING,
  CLOSED_MS,
  closeUpdate,
  commandUpdate,
  COLLABORATION_WORKFLOW,
  renewSignal,
  runStateQuery,
  workflowIdOf,
  runArguments,
} from '#contracts/messages/collaboration.js';
import { createCaseWorker, newInMemoryRecord, newWorkflowInput, sentTo, wallClock } from '#support/case-worker.js';
import { eventually } from '#support/eventually.js';
import { meetingHeld, OTHER, smallCommand } from '#support/small-process.js';
import { timeSkippingServer } from '#support/test-temporal.js';

let server: TestWorkflowEnvironment;
beforeAll(async () => {
  server = await timeSkippingServer();
}, 120_000);
afterAll(() => server.teardown());

const deputy = (id: string) => smallCommand(id, { type: 'nameDeputy', deputy: OTHER.user });

describe('a run that is closed before a restart', () => {
  it('writes its events, refuses commands without a trace, does not renew itself, and opens after a minute', async () => {
    const recorded = newInMemoryRecord();
    const worker = await createCaseWorker(server, { record: recorded.record.bind(recorded) });
    const clock = wallClock(await server.currentTimeMs());
    const input = newWorkflowInput(clock.origin.domain, clock);
    await worker.runUntil(async () => {
      const handle = await server.client.workflow.start(COLLABORATION_WORKFLOW, {
        workflowId: workflowIdOf(input.case.id),
        taskQueue: worker.options.taskQueue,
        args: runArguments(input),
      });
      recorded.failWith = new Error('Postgres is away');
      const { version, epoch } = await handle.executeUpdate(commandUpdate, {
        args: [sentTo(input.case.id, smallCommand('c1', meetingHeld))],
      });
      expect(epoch).toBe(1);
      const closing = await handle.startUpdate(closeUpdate, {
        args: [{ caseId: input.case.id, sentAt: Number.MAX_SAFE_INTEGER }],
        waitForStage: 'ACCEPTED',
      });
      expect(await handle.query(runStateQuery)).toMatchObject({ version, epoch: 1 });
      recorded.failWith = null;
      expect(await closing.result()).toMatchObject({ version, epoch: 1, unrecorded: 0 });
      expect(recorded.events.at(-1)?.seq).toBe(version);

      const refused = await handle
        .executeUpdate(commandUpdate, { args: [sentTo(input.case.id, deputy('c2'))] })
        .catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(WorkflowUpdateFailedError);
      expect((refused as WorkflowUpdateFailedError).cause).toMatchObject({ type: CASE_RESTARTING });
      await handle.signal(renewSignal);
      const { runId } = await handle.describe();
      await server.sleep(CLOSED_MS + 1_000);
      expect((await handle.describe()).runId).toBe(runId);
      const after = await handle.executeUpdate(commandUpdate, { args: [sentTo(input.case.id, deputy('c2'))] });
      expect(after.version).toBeGreaterThan(version);
      await eventually(() => expect(recorded.events.at(-1)?.command).toBe('c2'));
      await server.client.workflow.getHandle(workflowIdOf(input.case.id)).terminate('end of the story');
    });
  }, 120_000);
});
