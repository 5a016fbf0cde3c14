import type { WorkflowHandle } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  COLLABORATION_WORKFLOW,
  commandUpdate,
  renewSignal,
  workflowIdOf,
  runArguments,
} from '#contracts/messages/collaboration.js';
import type { CollaborationInput, RecordBatch } from '#contracts/messages/collaboration.js';
import type { CommandBody } from '#domain/model/command.js';
import type { ProcessCore } from '#domain/process/process-document.js';
import { createCaseWorker, newInMemoryRecord, newWorkflowInput, sentTo, wallClock } from '#support/case-worker.js';
import type { InMemoryRecord } from '#support/case-worker.js';
import { eventually } from '#support/eventually.js';
import { secondSmallProcess, siteVisited, smallCommand, smallProcess } from '#support/small-process.js';
import { timeSkippingServer } from '#support/test-temporal.js';

const DAY = 86_400_000;

let server: TestWorkflowEnvironment;
beforeAll(async () => {
  server = await timeSkippingServer();
}, 120_000);
afterAll(() => server.teardown());

interface RunningCase {
  readonly input: CollaborationInput;
  readonly handle: WorkflowHandle;
  readonly recorded: InMemoryRecord;
}

/** A command's answer: `accepted`, or the code of the refusal. */
async function submit({ handle, input }: RunningCase, id: string, body: CommandBody): Promise<string> {
  return handle.executeUpdate(commandUpdate, { args: [sentTo(input.case.id, smallCommand(id, body))] }).then(
    () => 'accepted',
    ({ cause }: { cause: { type: string } }) => cause.type,
  );
}

const breachesOf = ({ recorded }: RunningCase) => recorded.eventsOfType('deadlineBreached').map(({ at }) => at);
const dueAtOf = ({ input }: RunningCase) => input.case.deadlines.map(({ dueAt }) => dueAt);

it('two cases go on at once in one worker, each by its own process version, also after a renewal', async () => {
  const recorded = new Map<string, InMemoryRecord>();
  const record = async (batch: RecordBatch) => recorded.get(batch.id)?.record(batch);
  const worker = await createCaseWorker(server, { record });
  const clock = wallClock(await server.currentTimeMs());
  const start = async (core: ProcessCore): Promise<RunningCase> => {
    const input = newWorkflowInput(clock.origin.domain, clock, { core });
    const kept = newInMemoryRecord();
    recorded.set(input.case.id, kept);
    const handle = await server.client.workflow.start(COLLABORATION_WORKFLOW, {
      workflowId: workflowIdOf(input.case.id),
      taskQueue: worker.options.taskQueue,
      args: runArguments(input),
    });
    return { input, handle, recorded: kept };
  };

  await worker.runUntil(async () => {
    const early = await start(smallProcess);
    const late = await start(secondSmallProcess);
    const visits = async (id: string) => [await submit(early, id, siteVisited), await submit(late, id, siteVisited)];
    expect(await visits('before')).toEqual(['bad-fact', 'accepted']);

    await server.sleep(10 * DAY);
    await eventually(() => expect(breachesOf(late)).toEqual(dueAtOf(late)));
    expect(breachesOf(early)).toEqual([]);

    for (const { handle } of [early, late]) {
      const { runId } = await handle.describe();
      await handle.signal(renewSignal);
      await eventually(async () => expect((await handle.describe()).runId).not.toBe(runId));
    }
    expect(await visits('after')).toEqual(['bad-fact', 'accepted']);

    await server.sleep(20 * DAY);
    await eventually(() => expect(breachesOf(early)).toEqual(dueAtOf(early)));
    expect(breachesOf(late)).toEqual(dueAtOf(late));
    for (const { handle } of [early, late]) await handle.terminate('end of the story');
  });
});
