import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { WorkflowHandle } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import {
  COLLABORATION_WORKFLOW,
  commandUpdate,
  renewSignal,
  workflowIdOf,
  runArguments,
} from '#contracts/messages/collaboration.js';
import { RULE_LEVEL } from '#domain/model/rule-context.js';
import type { CommandBody } from '#domain/model/command.js';
import { fold } from '#domain/case/evolve.js';
import { openingEvents } from '#domain/case/opening-events.js';
import { coreOf } from '#domain/process/process-core.js';
import { collaboration } from '#processes/collaboration/document.js';
import { demoCommandPeople } from '#support/simulated-case.js';
import { newInMemoryRecord, createCaseWorker, sentTo } from '#support/case-worker.js';
import { timeSkippingServer } from '#support/test-temporal.js';
import { HISTORIES_FOLDER } from './history.js';

/** Run by hand (see README.md): writes the histories that `replay.spec.ts` replays. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Monday of Holy Week, so that Easter and the change to summer time fall into the history. */
const OPENED_AT = '2027-03-22T07:00:00.000Z';

let server: TestWorkflowEnvironment;
beforeAll(async () => {
  server = await timeSkippingServer();
}, 120_000);
afterAll(() => server.teardown());

interface CaseControl {
  readonly handle: WorkflowHandle;
  /** Submits a command and waits until its events are recorded. */
  readonly submit: (user: string, body: CommandBody, id?: string) => Promise<void>;
  /** The seq of the newest event of a type. */
  readonly lastSeqOf: (type: string) => number;
  readonly advance: (millis: number) => Promise<void>;
}

/** Runs a case with the real rules through `scenario`, and writes the histories of its runs while the last is open. */
async function record(name: string, scenario: (control: CaseControl) => Promise<void>): Promise<void> {
  const recorded = newInMemoryRecord();
  const worker = await createCaseWorker(server, { record: recorded.record.bind(recorded) });
  const clock = { origin: { domain: OPENED_AT, wall: await server.currentTimeMs() }, speed: 1 };
  const core = coreOf(collaboration);
  const state = fold(
    openingEvents({ core, speed: 1, ruleLevel: RULE_LEVEL }, { ...enquiry, id: randomUUID() }, OPENED_AT),
  );
  let commands = 0;
  await worker.runUntil(async () => {
    const handle = await server.client.workflow.start(COLLABORATION_WORKFLOW, {
      workflowId: workflowIdOf(state.id),
      taskQueue: worker.options.taskQueue,
      args: runArguments({ case: state, core, clock, epoch: 1, ruleLevel: RULE_LEVEL }),
    });
    await scenario({
      handle,
      submit: async (user, body, id = `${name}-${(commands += 1)}`) => {
        const people = peopleNamed(body);
        const by = { user, grants: demoCommandPeople[user]?.grants ?? [] };
        const command = { id, hash: `hash-${id}`, by, people, body };
        const { version } = await handle.executeUpdate(commandUpdate, { args: [sentTo(state.id, command)] });
        for (let tries = 0; (recorded.events.at(-1)?.seq ?? 0) < version; tries += 1) {
          if (tries > 200) throw new Error(`version ${version} is not recorded`);
          await pause(25);
        }
      },
      lastSeqOf: (type) => recorded.events.findLast((event) => event.type === type)?.seq ?? 0,
      advance: (millis) => server.sleep(millis),
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
  mkdirSync(HISTORIES_FOLDER, { recursive: true });
  const compact = JSON.stringify(JSON.parse(history));
  expect(compact.length).toBeLessThan(300_000);
  writeFileSync(path.join(HISTORIES_FOLDER, `${name}.json`), `${compact}\n`);
}

/** The people whom a body names, sent along with the command as the API does. */
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
  await record('first-contact', async ({ submit, lastSeqOf, advance }) => {
    await submit('mottak', { type: 'nameDeputy', deputy: 'leder.helse' });
    await advance(9 * DAY);
    await submit('mottak', { type: 'registerFact', fact: 'contactMade', on: '2027-03-23', data: {} });
    await submit('saksbehandler.helse', { type: 'assignOwner', owner: 'saksbehandler.helse' });
    await advance(7 * DAY);
    await submit('saksbehandler.helse', { type: 'registerFact', fact: 'meetingHeld', on: '2027-03-31', data: {} });
    const reason = 'text:reason';
    const on = '2027-04-01';
    await submit('saksbehandler.helse', { type: 'correctFact', event: lastSeqOf('factRegistered'), on, reason });
    await submit('saksbehandler.helse', { type: 'retractFact', event: lastSeqOf('factCorrected'), reason });
    await advance(20 * DAY);
  });
}, 60_000);

it('records a handover with two receivers, returned by one of them and accepted by both in the next round', async () => {
  await record('two-receivers', async ({ submit, advance }) => {
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
    await submit('saksbehandler.helse', { type: 'assignOwner', owner: 'saksbehandler.helse' });
    await submit('leder.helse', {
      type: 'decideGate',
      decision: 'PROCEED',
      toPhase: 'PROCUREMENT',
      reason: 'text:skip',
    });
    await submit('saksbehandler.helse', draft);
    await submit('saksbehandler.helse', { type: 'sendHandover' });
    await advance(DAY);
    await submit('leder.helse', { type: 'acceptHandover' });
    await advance(10 * DAY);
    await submit('innkjoper', { type: 'returnHandover', gaps: 'text:gaps' });
    await submit('saksbehandler.helse', { ...draft, package: 'text:package-2' });
    await submit('saksbehandler.helse', { type: 'sendHandover' });
    await submit('innkjoper', { type: 'acceptHandover', conditions: 'text:conditions' });
    await submit('leder.helse', { type: 'acceptHandover' });
    await advance(3 * DAY);
  });
}, 60_000);

it('records a run that is renewed, and remembers in the next one what it was asked in the first', async () => {
  await record('renewed', async ({ handle, submit, advance }) => {
    await submit('mottak', { type: 'nameDeputy', deputy: 'leder.helse' }, 'renewed-before');
    await advance(2 * DAY);
    const { runId } = await handle.describe();
    await handle.signal(renewSignal);
    for (let tries = 0; (await handle.describe()).runId === runId; tries += 1) {
      if (tries > 200) throw new Error('the run is not renewed');
      await pause(25);
    }
    await submit('mottak', { type: 'nameDeputy', deputy: 'leder.helse' }, 'renewed-before');
    await submit('mottak', { type: 'registerFact', fact: 'contactMade', data: {} });
    await advance(12 * DAY);
  });
}, 60_000);
