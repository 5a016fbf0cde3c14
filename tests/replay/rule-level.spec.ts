import { setTimeout as pause } from 'node:timers/promises';
import type { WorkflowHandle } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  COLLABORATION_WORKFLOW,
  commandUpdate,
  renewSignal,
  workflowIdOf,
  runArguments,
} from '#contracts/messages/collaboration.js';
import { RULE_LEVEL } from '#domain/model/rule-context.js';
import { createCaseWorker, newInMemoryRecord, newWorkflowInput, sentTo, wallClock } from '#support/case-worker.js';
import { eventually } from '#support/eventually.js';
import { meetingHeld, OTHER, smallCommand } from '#support/small-process.js';
import { timeSkippingServer } from '#support/test-temporal.js';
import { replayBundle, type ModuleReplacements } from './bundle.js';
import { outputsIn, startInputIn, type History } from './history.js';
import { replay } from './replay.js';
import type { CapturedOutput } from './capture.js';

/**
 * A case that lives through a change of the rules: opened and commanded under today's code, then taken over by artificial
 * code of level 2, in which `decide` gives other events from level 2 on, and renewed there.
 */
const LEVEL_2: ModuleReplacements = {
  '#domain/model/rule-context.js': 'twins/rule-level-2.ts',
  '#domain/case/decide.js': 'twins/decide-changed-from-level-2.ts',
};
const UNGUARDED: ModuleReplacements = { '#domain/case/decide.js': 'twins/decide-changed.ts' };

const DAY = 86_400_000;

let server: TestWorkflowEnvironment;
const recorded = newInMemoryRecord();
/** Of the first run, before the code of level 2 came. */
let beforeChange: History;
/** Of the first run, as it ended, and of the run that it was renewed as. */
let first: History;
let renewed: History;

beforeAll(async () => {
  server = await timeSkippingServer();
  const clock = wallClock(await server.currentTimeMs());
  const input = newWorkflowInput(clock.origin.domain, clock);
  const taskQueue = 'rule-level';
  // Without a cache no worker leaves a queue behind at which the server would wait for it.
  const options = { taskQueue, maxCachedWorkflows: 0 };
  const activities = { record: recorded.record.bind(recorded) };
  const handle = await server.client.workflow.start(COLLABORATION_WORKFLOW, {
    workflowId: workflowIdOf(input.case.id),
    taskQueue,
    args: runArguments(input),
  });
  const registerMeeting = async (id: string) => {
    const { version } = await handle.executeUpdate(commandUpdate, {
      args: [sentTo(input.case.id, smallCommand(id, meetingHeld))],
    });
    await eventually(() => expect(recorded.events.at(-1)?.seq).toBe(version));
  };

  await (
    await createCaseWorker(server, activities, options)
  ).runUntil(async () => {
    await registerMeeting('at-level-1');
    await handle.executeUpdate(commandUpdate, {
      args: [sentTo(input.case.id, smallCommand('deputy', { type: 'nameDeputy', deputy: OTHER.user }))],
    });
    await server.sleep(3 * DAY);
  });
  beforeChange = await handle.fetchHistory();

  const workflowBundle = await replayBundle(LEVEL_2);
  const sinks = { capture: { said: { fn: () => undefined } } };
  await (
    await createCaseWorker(server, activities, { ...options, workflowBundle, sinks })
  ).runUntil(async () => {
    await registerMeeting('before-renewal');
    const { runId } = await handle.describe();
    await handle.signal(renewSignal);
    await untilRenewed(handle, runId);
    await registerMeeting('after-renewal');
    first = await server.client.workflow.getHandle(handle.workflowId, runId).fetchHistory();
  });
  renewed = await handle.fetchHistory();
}, 120_000);
afterAll(() => server.teardown());

async function untilRenewed(handle: WorkflowHandle, runId: string): Promise<void> {
  for (let tries = 0; (await handle.describe()).runId === runId; tries += 1) {
    if (tries > 200) throw new Error('the run is not renewed');
    await pause(25);
  }
}

/** By kind, each in its order: how records and answers interleave does not matter. */
const byKind = (outputs: readonly CapturedOutput[]) => outputs.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

async function expectSameOutputs(history: History, twins: ModuleReplacements): Promise<void> {
  const expected = byKind(await outputsIn(history));
  expect(expected.map(([kind]) => kind)).toContain('record');
  expect(byKind(await replay(history, twins))).toEqual(expected);
}

const dataOf = (command: string) =>
  recorded.eventsOfType('factRegistered').find((event) => event.command === command)?.data.data;

describe('a run that began at level 1', () => {
  it('gives the same byte for byte under code of level 2, and under its own', async () => {
    await expectSameOutputs(beforeChange, LEVEL_2);
    await expectSameOutputs(beforeChange, {});
  });

  it('is noticed to give something else when the same change is not guarded', async () => {
    const changed = await replay(beforeChange, UNGUARDED);
    expect(byKind(changed)).not.toEqual(byKind(await outputsIn(beforeChange)));
    expect(changed.filter(([, content]) => content.includes('"changed":true'))).toHaveLength(1);
  });

  it('decides as before until it is renewed, also under code of level 2', async () => {
    expect((await startInputIn(first)).ruleLevel).toBe(RULE_LEVEL);
    expect(dataOf('at-level-1')).toEqual({});
    expect(dataOf('before-renewal')).toEqual({});
    await expectSameOutputs(first, LEVEL_2);
  });
});

describe('a renewed run', () => {
  it('has the level of the code that renewed it, and decides by it', async () => {
    expect((await startInputIn(renewed)).ruleLevel).toBe(2);
    expect(dataOf('after-renewal')).toEqual({ changed: true });
    await expectSameOutputs(renewed, LEVEL_2);
  });

  it('hands on nothing else than the level: case, process, clock and epoch go on', async () => {
    const { case: opened, ...given } = await startInputIn(first);
    const { case: handedOn, ...taken } = await startInputIn(renewed);
    expect(taken).toEqual({ ...given, ruleLevel: 2 });
    expect(handedOn.openedAt).toBe(opened.openedAt);
    expect(handedOn.recentCommands.map(([id]) => id)).toEqual(['at-level-1', 'deputy', 'before-renewal']);
  });

  it('never falls in level: code of level 1 does not go on with it', async () => {
    await expect(replay(renewed)).rejects.toThrow('the run has rule level 2, but this code only 1');
  });
});
