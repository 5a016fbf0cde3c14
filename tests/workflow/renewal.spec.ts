import { setTimeout as pause } from 'node:timers/promises';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CLOSED_MS,
  closeUpdate,
  commandUpdate,
  COLLABORATION_WORKFLOW,
  renewSignal,
  runArguments,
  workflowIdOf,
} from '#contracts/messages/collaboration.js';
import { createCaseWorker, newInMemoryRecord, newWorkflowInput, sentTo, wallClock } from '#support/case-worker.js';
import { eventually } from '#support/eventually.js';
import { meetingHeld, smallCommand } from '#support/small-process.js';
import { timeSkippingServer } from '#support/test-temporal.js';

/** Its time stands still for good if a run is terminated in the middle of a task: tests do so when the worker has ended. */
let server: TestWorkflowEnvironment;
beforeAll(async () => {
  server = await timeSkippingServer();
}, 120_000);
afterAll(() => server.teardown());

const COMMANDS = 20;
const recorded = newInMemoryRecord();

/** Starts a run, and with it the worker only when the test says so. */
async function startRun() {
  const worker = await createCaseWorker(server, { record: recorded.record.bind(recorded) });
  const clock = wallClock(await server.currentTimeMs());
  const input = newWorkflowInput(clock.origin.domain, clock);
  const handle = await server.client.workflow.start(COLLABORATION_WORKFLOW, {
    workflowId: workflowIdOf(input.case.id),
    taskQueue: worker.options.taskQueue,
    args: runArguments(input),
  });
  const { runId } = await handle.describe();
  const hasRenewed = () => eventually(async () => expect((await handle.describe()).runId).not.toBe(runId));
  const submit = (id: string) =>
    handle.executeUpdate(commandUpdate, { args: [sentTo(input.case.id, smallCommand(id, meetingHeld))] });
  return { worker, input, handle, hasRenewed, submit };
}

describe('a run that is asked to renew itself', () => {
  it('in the moment in which commands come takes each along that it accepts, and each is recorded once', async () => {
    const { worker, input, handle, hasRenewed, submit } = await startRun();
    // No worker is there yet: the run is told of all of them at once.
    await handle.signal(renewSignal);
    const given = Array.from({ length: COMMANDS }, (_, n) => submit(`c${n}`));
    await pause(500);
    await worker.runUntil(async () => {
      const answers = await Promise.all(given);
      const last = Math.max(...answers.map(({ version }) => version));
      await eventually(() => expect(recorded.events.at(-1)?.seq).toBe(last));
      expect(recorded.events.map(({ seq }) => seq)).toEqual(recorded.events.map((_, n) => input.case.version + 1 + n));
      expect(recorded.eventsOfType('factRegistered')).toHaveLength(COMMANDS);
      await hasRenewed();
    });
    await handle.terminate('end of the story');
  }, 60_000);

  it('first answers the one who waits for its events to be written, however long that took', async () => {
    const { worker, input, handle, hasRenewed, submit } = await startRun();
    await worker.runUntil(async () => {
      recorded.failWith = new Error('Postgres is away');
      const { version } = await submit('c');
      const closing = await handle.startUpdate(closeUpdate, {
        args: [{ caseId: input.case.id, sentAt: Number.MAX_SAFE_INTEGER }],
        waitForStage: 'ACCEPTED',
      });
      await handle.signal(renewSignal);
      // By then the run is no longer closed, and would renew itself if nobody waited.
      await server.sleep(CLOSED_MS + 60_000);
      recorded.failWith = null;
      let isAnswered = false;
      const answer = closing.result().finally(() => (isAnswered = true));
      // Time stands still between sleeps, and on a busy machine the next attempt may be due after one of them.
      while (!isAnswered) await Promise.all([server.sleep(20_000), pause(100)]);
      expect(await answer).toMatchObject({ version, unrecorded: 0 });
      await hasRenewed();
    });
    await handle.terminate('end of the story');
  }, 180_000);
});
