import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, WithStartWorkflowOperation } from '@temporalio/client';
import type { WorkflowHandle } from '@temporalio/client';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { pino } from 'pino';
import {
  CLOSED_MS,
  COLLABORATION_WORKFLOW,
  EPOCH_SUPERSEDED,
  closeUpdate,
  commandUpdate,
  runArguments,
  workflowIdOf,
  type CollaborationInput,
} from '#contracts/messages/collaboration.js';
import { MAX_AGE_MS, UNSIGNED } from '#contracts/messages/signature.js';
import { fold } from '#domain/case/evolve.js';
import { dataConverterWith, payloadKeyOf } from '#engine/data-converter.js';
import { Engine } from '#engine/engine.js';
import { createCaseWorker, newInMemoryRecord, newWorkflowInput, sentTo, wallClock } from '#support/case-worker.js';
import type { InMemoryRecord } from '#support/case-worker.js';
import { eventually } from '#support/eventually.js';
import { OTHER, meetingHeld, smallCommand } from '#support/small-process.js';
import { dataConverter, devServer } from '#support/test-temporal.js';
import { recordActivity } from '#worker/activities/record-activity.js';

/** What somebody can do who reaches the Temporal server, as every account of the machine does, and knows no secret. */

const OTHER_KEY = payloadKeyOf('y'.repeat(32));

let server: TestWorkflowEnvironment;
/** A client that signs nothing, and one that signs with a secret of its own. */
let forgers: readonly Client[];
beforeAll(async () => {
  server = await devServer();
  const { connection, namespace = 'default' } = server;
  const clientWith = (converter: typeof dataConverter | undefined) =>
    new Client({ connection, namespace, ...(converter && { dataConverter: converter }) });
  forgers = [clientWith(undefined), clientWith(dataConverterWith(OTHER_KEY))];
}, 120_000);
afterAll(() => server.teardown());

interface RunningCase {
  readonly input: CollaborationInput;
  readonly handle: WorkflowHandle;
  readonly recorded: InMemoryRecord;
  readonly taskQueue: string;
}

/** @param withRecord  false: our worker takes no activities, so that a test can take them. */
async function withCase(scenario: (running: RunningCase) => Promise<void>, withRecord = true): Promise<void> {
  const recorded = newInMemoryRecord();
  const worker = await createCaseWorker(server, withRecord ? { record: recorded.record.bind(recorded) } : {});
  const clock = wallClock(Date.now());
  const input = newWorkflowInput(clock.origin.domain, clock);
  const { taskQueue } = worker.options;
  await worker.runUntil(async () => {
    const handle = await start(server.client, workflowIdOf(input.case.id), taskQueue, runArguments(input));
    await scenario({ input, handle, recorded, taskQueue });
    await handle.terminate('end of the story').catch(() => undefined);
  });
}

const start = (client: Client, workflowId: string, taskQueue: string, args: unknown[]): Promise<WorkflowHandle> =>
  client.workflow.start(COLLABORATION_WORKFLOW, { workflowId, taskQueue, args });

const refusalOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'accepted',
    (error: { cause?: { type?: string; message?: string } }) => `${error.cause?.type}: ${error.cause?.message}`,
  );

/** The case is as it was, and goes on. */
async function expectUnharmed({ handle, input, recorded }: RunningCase): Promise<void> {
  const { version } = await handle.executeUpdate(commandUpdate, {
    args: [sentTo(input.case.id, smallCommand('good', meetingHeld))],
  });
  await eventually(() => expect(recorded.events.at(-1)?.seq).toBe(version));
  expect(new Set(recorded.events.map(({ command }) => command))).toEqual(new Set(['good']));
  expect(version).toBe(fold(recorded.events, input.case).version);
}

/** What the server holds of an accepted update. */
async function payloadsOf(handle: WorkflowHandle): Promise<Payload[]> {
  const { events } = await handle.fetchHistory();
  const accepted = events?.flatMap(({ workflowExecutionUpdateAcceptedEventAttributes: it }) => it ?? []);
  return accepted?.[0]?.acceptedRequest?.input?.args?.payloads ?? [];
}

const sendAgain = (handle: WorkflowHandle, payloads: Payload[], updateId: string) =>
  server.client.workflowService.updateWorkflowExecution({
    namespace: server.namespace ?? 'default',
    workflowExecution: { workflowId: handle.workflowId },
    waitPolicy: { lifecycleStage: 3 },
    request: { meta: { updateId }, input: { name: 'command', args: { payloads } } },
  });

describe('a command', () => {
  it('that this installation has not signed is refused, and the case is unchanged and goes on', async () => {
    await withCase(async (running) => {
      const { input } = running;
      const forged = sentTo(input.case.id, smallCommand('forged', { type: 'withdraw', reason: 'text:reason' }));
      for (const forger of forgers) {
        const handle = forger.workflow.getHandle(workflowIdOf(input.case.id));
        for (const given of [[forged], [], [null], ['x'], [{}]]) {
          const args = given as [unknown];
          expect(await refusalOf(handle.executeUpdate('command', { args }))).toMatch(/^forbidden: /);
          expect(await refusalOf(handle.executeUpdate('close', { args }))).toMatch(/^forbidden: /);
        }
      }
      await expectUnharmed(running);
    });
  }, 60_000);

  it('that was sent to one case is not taken by another, nor by the same one again', async () => {
    await withCase(async (one) => {
      await withCase(async (other) => {
        await one.handle.executeUpdate(commandUpdate, {
          args: [sentTo(one.input.case.id, smallCommand('c1', { type: 'nameDeputy', deputy: OTHER.user }))],
        });
        const payloads = await payloadsOf(one.handle);
        expect(payloads).toHaveLength(1);
        const { outcome } = await sendAgain(other.handle, payloads, 'again');
        expect(outcome?.failure?.applicationFailureInfo?.type).toBe('forbidden');
        await expectUnharmed(other);
        const before = (await one.handle.describe()).historyLength;
        expect((await sendAgain(one.handle, payloads, 'again')).outcome?.success).toBeTruthy();
        expect((await one.handle.describe()).historyLength).toBeGreaterThanOrEqual(before);
        await eventually(() => expect(one.recorded.eventsOfType('deputyNamed')).toHaveLength(1));
      });
    });
  }, 60_000);

  it('is not taken when it was sent long ago: a case does not remember its commands for ever', async () => {
    await withCase(async (running) => {
      const sentAt = Date.now() - MAX_AGE_MS - 1_000;
      const late = { ...sentTo(running.input.case.id, smallCommand('late', meetingHeld)), sentAt };
      expect(await refusalOf(running.handle.executeUpdate(commandUpdate, { args: [late] }))).toMatch(/^forbidden/);
      const closing = { caseId: running.input.case.id, sentAt };
      expect(await refusalOf(running.handle.executeUpdate(closeUpdate, { args: [closing] }))).toMatch(/^forbidden/);
      expect(CLOSED_MS).toBeLessThan(MAX_AGE_MS);
      await expectUnharmed(running);
    });
  }, 60_000);

  it('of a program with another secret comes to nothing, and the answer to it is not believed', async () => {
    await withCase(async (running) => {
      const { address, namespace = 'default' } = server;
      const { taskQueue, input } = running;
      const stranger = new Engine({ address, namespace, taskQueue, payloadKey: OTHER_KEY });
      const answer = await stranger.submit(input.case.id, smallCommand('strange', meetingHeld), async () => null);
      expect(answer).toEqual({ ok: false, outcome: 'unknown' });
      expect(await stranger.runState(input.case.id)).toBe('somebody else answers for it');
      await stranger.close();
      await expectUnharmed(running);
    });
  }, 60_000);
});

describe('a run', () => {
  it('that somebody else has started ends at once, and a command of ours starts the right one', async () => {
    await withCase(async (running) => {
      const { handle, input, taskQueue } = running;
      await handle.terminate('by a stranger');
      const stolen = { ...input, case: { ...input.case, owner: 'a.stranger' } };
      for (const forger of forgers) {
        const [, core] = runArguments(input);
        for (const made of [runArguments(stolen), [{}, core], [null], []]) {
          const run = await start(forger, handle.workflowId, taskQueue, made);
          await expect(server.client.workflow.getHandle(run.workflowId).result()).rejects.toThrow();
          expect((await server.client.workflow.getHandle(run.workflowId).describe()).status.name).toBe('FAILED');
        }
      }
      const startWorkflowOperation = new WithStartWorkflowOperation(COLLABORATION_WORKFLOW, {
        workflowId: handle.workflowId,
        taskQueue,
        args: runArguments(input),
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      });
      await server.client.workflow.executeUpdateWithStart(commandUpdate, {
        args: [sentTo(input.case.id, smallCommand('good', meetingHeld))],
        startWorkflowOperation,
      });
      await expectUnharmed({ ...running, handle: server.client.workflow.getHandle(handle.workflowId) });
      await server.client.workflow.getHandle(handle.workflowId).terminate('end of the story');
    });
  }, 60_000);

  it('of one case with the input of another ends at once', async () => {
    await withCase(async ({ input, taskQueue }) => {
      const run = await start(server.client, workflowIdOf(randomUUID()), taskQueue, runArguments(input));
      await expect(run.result()).rejects.toThrow();
      expect((await run.describe()).status.name).toBe('FAILED');
    });
  }, 60_000);
});

describe('what is to be recorded', () => {
  /** Takes the next activity from the queue, as a worker would. */
  async function takeTask(taskQueue: string): Promise<Uint8Array> {
    for (;;) {
      const { taskToken } = await server.client.withDeadline(Date.now() + 60_000, () =>
        server.client.workflowService.pollActivityTaskQueue({
          namespace: namespace(),
          taskQueue: { name: taskQueue },
          identity: 'a stranger',
        }),
      );
      if (taskToken.length > 0) return taskToken;
    }
  }
  const namespace = () => server.namespace ?? 'default';
  const failure = (type: string, details: Payload[]) => ({
    message: 'x',
    applicationFailureInfo: { type, nonRetryable: true, details: { payloads: details } },
  });

  it('is recorded by our worker only: the answer of another is not believed, and the run outlives it', async () => {
    await withCase(async ({ input, handle, taskQueue }) => {
      const { workflowService } = server.client;
      const { version } = await handle.executeUpdate(commandUpdate, {
        args: [sentTo(input.case.id, smallCommand('c1', meetingHeld))],
      });
      const receipt = { id: input.case.id, epoch: 1, seq: version };
      const payloads = [defaultPayloadConverter.toPayload(receipt) ?? {}];
      const complete = async (result: Payload[]) =>
        workflowService.respondActivityTaskCompleted({
          namespace: namespace(),
          taskToken: await takeTask(taskQueue),
          result: { payloads: result },
        });
      const fail = async (type: string, details: Payload[]) =>
        workflowService.respondActivityTaskFailed({
          namespace: namespace(),
          taskToken: await takeTask(taskQueue),
          failure: failure(type, details),
        });
      await complete([defaultPayloadConverter.toPayload(undefined) ?? {}]);
      await complete(payloads);
      await complete(await payloadsOf(handle));
      await fail(EPOCH_SUPERSEDED, []);
      await fail(EPOCH_SUPERSEDED, payloads);
      await fail('whatever', []);
      expect((await handle.describe()).status.name).toBe('RUNNING');
      const recorded = newInMemoryRecord();
      const ours = await Worker.create({
        dataConverter,
        connection: server.nativeConnection,
        namespace: namespace(),
        taskQueue,
        activities: { record: recorded.record.bind(recorded) },
      });
      await ours.runUntil(async () => {
        await eventually(() => expect(recorded.events.at(-1)?.seq).toBe(version));
        await handle.executeUpdate(commandUpdate, {
          args: [sentTo(input.case.id, smallCommand('c2', { type: 'nameDeputy', deputy: OTHER.user }))],
        });
        await eventually(() => expect(recorded.eventsOfType('deputyNamed')).toHaveLength(1));
      });
    }, false);
  }, 60_000);

  it('is not what somebody else asks our worker to record', async () => {
    const record = recordActivity({} as never, pino({ level: 'silent' }));
    await expect(record(UNSIGNED as never)).rejects.toMatchObject({ type: 'not-ours', nonRetryable: true });
  });
});
