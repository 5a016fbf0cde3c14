import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { WorkflowHandle } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { COLLABORATION_WORKFLOW, commandUpdate, renewSignal, workflowIdOf } from '#contracts/messages/collaboration.js';
import { RULES } from '#domain/model/context.js';
import type { CommandBody } from '#domain/model/command.js';
import { fold } from '#domain/case/evolve.js';
import { open } from '#domain/case/open.js';
import { coreOf } from '#domain/process/core-of.js';
import { collaboration } from '#processes/collaboration/document.js';
import { demoCommandPeople } from '#support/office.js';
import { recorder, workerFor } from '#support/run-case.js';
import { timeSkippingServer } from '#support/temporal.js';
import { HISTORIES } from './history.js';

/** Run by hand, see README.md: writes the histories that `replay.spec.ts` replays anew. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Monday of Holy Week: working days, Easter and the change to summer time are all in it. */
const OPENED_AT = '2027-03-22T07:00:00.000Z';

let server: TestWorkflowEnvironment;
beforeAll(async () => {
  server = await timeSkippingServer();
}, 120_000);
afterAll(() => server.teardown());

interface Telling {
  readonly handle: WorkflowHandle;
  /** Gives a command and waits until its events have been recorded. */
  readonly give: (user: string, body: CommandBody, id?: string) => Promise<void>;
  /** The seq of the newest event of a type. */
  readonly last: (type: string) => number;
  readonly pass: (millis: number) => Promise<void>;
}

/** Runs a case with the real rules while its story is told, and writes the runs' histories while they are open. */
async function record(name: string, story: (telling: Telling) => Promise<void>): Promise<void> {
  const kept = recorder();
  const worker = await workerFor(server, { record: kept.record.bind(kept) });
  const clock = { origin: { domain: OPENED_AT, wall: await server.currentTimeMs() }, speed: 1 };
  const core = coreOf(collaboration);
  const state = fold(open({ core, speed: 1, rules: RULES }, { ...enquiry, id: randomUUID() }, OPENED_AT));
  let commands = 0;
  await worker.runUntil(async () => {
    const handle = await server.client.workflow.start(COLLABORATION_WORKFLOW, {
      workflowId: workflowIdOf(state.id),
      taskQueue: worker.options.taskQueue,
      args: [{ case: state, core, clock, epoch: 1, rules: RULES }],
    });
    await story({
      handle,
      give: async (user, body, id = `${name}-${(commands += 1)}`) => {
        const people = peopleNamed(body);
        const by = { user, grants: demoCommandPeople[user]?.grants ?? [] };
        const command = { id, hash: `hash-${id}`, by, people, body };
        const { version } = await handle.executeUpdate(commandUpdate, { args: [command] });
        for (let tries = 0; (kept.events.at(-1)?.seq ?? 0) < version; tries += 1) {
          if (tries > 200) throw new Error(`version ${version} is not recorded`);
          await pause(25);
        }
      },
      last: (type) => kept.events.findLast((event) => event.type === type)?.seq ?? 0,
      pass: (millis) => server.sleep(millis),
    });
    const runs = await runsOf(handle);
    runs.forEach((history, index) => write(runs.length === 1 ? name : `${name}-${index + 1}`, history));
    await handle.terminate('recorded');
  });
}

/** All runs of a case, oldest first. */
async function runsOf(handle: WorkflowHandle): Promise<string[]> {
  const runs: string[] = [];
  for (let runId: string | null | undefined = (await handle.describe()).runId; runId;) {
    const history = await server.client.workflow.getHandle(handle.workflowId, runId).fetchHistory();
    runs.unshift(historyToJSON(history));
    runId = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
  }
  return runs;
}

function write(name: string, history: string): void {
  mkdirSync(HISTORIES, { recursive: true });
  const compact = JSON.stringify(JSON.parse(history));
  expect(compact.length).toBeLessThan(300_000);
  writeFileSync(path.join(HISTORIES, `${name}.json`), `${compact}\n`);
}

/** As the API does: whom a body names travels with the command. */
function peopleNamed(body: CommandBody): Record<string, (typeof demoCommandPeople)[string]> {
  const named = [...JSON.stringify(body).matchAll(/"([^"]+)"/g)].flatMap(([, word = '']) => {
    const person = demoCommandPeople[word];
    return person ? [[word, person] as const] : [];
  });
  return Object.fromEntries(named);
}

const enquiry = {
  number: '2027-0001',
  organisation: 'organisation-1',
  entrepreneur: null,
  owner: 'mottak',
  unit: 'helse',
  channel: 'web',
  origin: 'enquiry',
  title: 'text:title',
  area: 'helse-og-mestring',
  by: null,
  command: { id: 'opening', hash: 'hash-opening' },
};

it('records an enquiry that is answered late: commands, reminders, a correction and a retraction', async () => {
  await record('first-contact', async ({ give, last, pass }) => {
    await give('mottak', { type: 'nameDeputy', deputy: 'leder.helse' });
    await pass(9 * DAY);
    await give('mottak', { type: 'registerFact', fact: 'contactMade', on: '2027-03-23', data: {} });
    await give('saksbehandler.helse', { type: 'assignOwner', owner: 'saksbehandler.helse' });
    await pass(7 * DAY);
    await give('saksbehandler.helse', { type: 'registerFact', fact: 'meetingHeld', on: '2027-03-31', data: {} });
    const reason = 'text:reason';
    const on = '2027-04-01';
    await give('saksbehandler.helse', { type: 'correctFact', event: last('factRegistered'), on, reason });
    await give('saksbehandler.helse', { type: 'retractFact', event: last('factCorrected'), reason });
    await pass(20 * DAY);
  });
}, 60_000);

it('records a handover with two receivers, returned by one of them and accepted by both in the next round', async () => {
  await record('two-receivers', async ({ give, pass }) => {
    const receivers = [
      { unit: 'innkjop', person: 'innkjoper' },
      { unit: 'helse', person: 'leder.helse' },
    ];
    const draft: CommandBody = {
      type: 'draftHandover',
      purpose: 'PHASE',
      toPhase: 'PROCUREMENT',
      receivers,
      package: 'text:package',
    };
    await give('saksbehandler.helse', { type: 'assignOwner', owner: 'saksbehandler.helse' });
    await give('leder.helse', { type: 'decideGate', decision: 'PROCEED', toPhase: 'PROCUREMENT', reason: 'text:skip' });
    await give('saksbehandler.helse', draft);
    await give('saksbehandler.helse', { type: 'sendHandover' });
    await pass(DAY);
    await give('leder.helse', { type: 'acceptHandover' });
    await pass(10 * DAY);
    await give('innkjoper', { type: 'returnHandover', gaps: 'text:gaps' });
    await give('saksbehandler.helse', { ...draft, package: 'text:package-2' });
    await give('saksbehandler.helse', { type: 'sendHandover' });
    await give('innkjoper', { type: 'acceptHandover', conditions: 'text:conditions' });
    await give('leder.helse', { type: 'acceptHandover' });
    await pass(3 * DAY);
  });
}, 60_000);

it('records a run that is renewed, and remembers in the next one what it was asked in the first', async () => {
  await record('renewed', async ({ handle, give, pass }) => {
    await give('mottak', { type: 'nameDeputy', deputy: 'leder.helse' }, 'renewed-before');
    await pass(2 * DAY);
    const { runId } = await handle.describe();
    await handle.signal(renewSignal);
    for (let tries = 0; (await handle.describe()).runId === runId; tries += 1) {
      if (tries > 200) throw new Error('the run is not renewed');
      await pause(25);
    }
    await give('mottak', { type: 'nameDeputy', deputy: 'leder.helse' }, 'renewed-before');
    await give('mottak', { type: 'registerFact', fact: 'contactMade', data: {} });
    await pass(12 * DAY);
  });
}, 60_000);
