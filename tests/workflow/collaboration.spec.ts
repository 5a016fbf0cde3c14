import { setTimeout as pause } from 'node:timers/promises';
import { WithStartWorkflowOperation, WorkflowUpdateFailedError, type WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  commandUpdate,
  COLLABORATION_WORKFLOW,
  renewSignal,
  workflowIdOf,
  runArguments,
} from '#contracts/messages/collaboration.js';
import type { CollaborationInput } from '#contracts/messages/collaboration.js';
import type { Command } from '#domain/model/command.js';
import { fold } from '#domain/case/evolve.js';
import { eventually } from '#support/eventually.js';
import {
  newWorkflowInput,
  wallClock,
  newInMemoryRecord,
  createCaseWorker,
  type InMemoryRecord,
  sentTo,
} from '#support/case-worker.js';
import { COLLEAGUE, smallCommand, meetingHeld, OTHER } from '#support/small-process.js';
import { timeSkippingServer } from '#support/test-temporal.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

// Each test has its own server: one on which a run was terminated may stop skipping time.
let server: TestWorkflowEnvironment;
beforeEach(async () => {
  server = await timeSkippingServer();
}, 120_000);
afterEach(() => server.teardown());

interface RunningCase {
  readonly handle: WorkflowHandle;
  readonly input: CollaborationInput;
  readonly recorded: InMemoryRecord;
  readonly submit: (command: Command) => Promise<{ version: number }>;
  readonly advance: (millis: number) => Promise<void>;
}

/** Runs `scenario` on a case with a running workflow. */
async function withCase(
  scenario: (running: RunningCase) => Promise<void>,
  {
    kept: recorded = newInMemoryRecord(),
    epoch = 1,
    cached,
  }: { kept?: InMemoryRecord; epoch?: number; cached?: number } = {},
): Promise<void> {
  const options = cached === undefined ? {} : { maxCachedWorkflows: cached };
  const worker = await createCaseWorker(server, { record: recorded.record.bind(recorded) }, options);
  const wall = await server.currentTimeMs();
  const clock = wallClock(wall);
  const input = newWorkflowInput(clock.origin.domain, clock, { epoch });
  const handle = await server.client.workflow.start(COLLABORATION_WORKFLOW, {
    workflowId: workflowIdOf(input.case.id),
    taskQueue: worker.options.taskQueue,
    args: runArguments(input),
  });
  await worker.runUntil(() =>
    scenario({
      handle,
      input,
      recorded,
      submit: (given) => handle.executeUpdate(commandUpdate, { args: [sentTo(input.case.id, given)] }),
      advance: (millis) => server.sleep(millis),
    }),
  );
  // Terminated in the middle of a task, it would hold the server's time still for the tests that follow.
  await handle.terminate('end of the story').catch(() => undefined);
}

const refusalCodeOf = async (attempt: Promise<unknown>): Promise<string | null | undefined> => {
  const error = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(WorkflowUpdateFailedError);
  const { cause } = error as WorkflowUpdateFailedError;
  expect(cause).toBeInstanceOf(ApplicationFailure);
  return (cause as ApplicationFailure).type;
};

describe('a command', () => {
  it('is answered with the version and recorded once', async () => {
    await withCase(async ({ submit, recorded, input }) => {
      const { version } = await submit(smallCommand('c1', meetingHeld));
      expect(version).toBeGreaterThan(input.case.version);
      await eventually(() => expect(recorded.events.at(-1)?.seq).toBe(version));
      expect(recorded.events[0]).toMatchObject({ seq: input.case.version + 1, type: 'factRegistered', command: 'c1' });
    });
  });

  it('given twice leads to the version it first led to, and to no event', async () => {
    await withCase(async ({ submit, recorded }) => {
      const first = await submit(smallCommand('c1', meetingHeld));
      await submit(smallCommand('c2', { type: 'nameDeputy', deputy: OTHER.user }));
      expect(await submit(smallCommand('c1', meetingHeld))).toEqual(first);
      await eventually(() => expect(recorded.eventsOfType('deputyNamed')).toHaveLength(1));
      expect(recorded.eventsOfType('factRegistered')).toHaveLength(1);
    });
  });

  it('is refused with the code as type, and the refusal leaves no trace', async () => {
    await withCase(async ({ submit, recorded, handle }) => {
      expect(await refusalCodeOf(submit(smallCommand('c1', meetingHeld, OTHER)))).toBe('not-yours');
      expect(await refusalCodeOf(submit({ ...smallCommand('c2', meetingHeld), ifMatch: 77 }))).toBe('stale');
      await submit(smallCommand('c3', meetingHeld));
      expect(await refusalCodeOf(submit(smallCommand('c3', { type: 'nameDeputy', deputy: OTHER.user })))).toBe(
        'key-reused',
      );
      await eventually(() => expect(recorded.events.length).toBeGreaterThan(0));
      expect(recorded.events.map(({ command: id }) => id)).not.toContain('c1');
      const { events } = await handle.fetchHistory();
      expect(events?.filter((event) => event.workflowExecutionUpdateAcceptedEventAttributes)).toHaveLength(1);
    });
  });

  it('of fifty that come at once keeps each, in one unbroken line', async () => {
    await withCase(async ({ submit, recorded, input }) => {
      const people = [OTHER.user, COLLEAGUE.user];
      const versions = await Promise.all(
        Array.from({ length: 50 }, (_, n) =>
          submit(smallCommand(`c${n}`, { type: 'nameDeputy', deputy: people[n % 2] ?? '' })),
        ),
      );
      await eventually(() =>
        expect(recorded.events.at(-1)?.seq).toBe(Math.max(...versions.map(({ version }) => version))),
      );
      expect(recorded.events.map(({ seq }) => seq)).toEqual(recorded.events.map((_, n) => input.case.version + 1 + n));
    });
  });
});

describe('the clock', () => {
  it('reminds the day before and on the day, then breaches and tells the manager, each stamped with when it was due', async () => {
    await withCase(async ({ advance, recorded, input }) => {
      const [deadline] = input.case.deadlines;
      await advance(40 * DAY);
      await eventually(() => expect(recorded.eventsOfType('escalated')).toHaveLength(1));
      expect(recorded.eventsOfType('reminderDue').map(({ data, at }) => [data.rung, at, data.send])).toEqual([
        ['before-1', deadline?.rungs[0]?.at, true],
        ['due', deadline?.rungs[1]?.at, true],
      ]);
      expect(recorded.eventsOfType('deadlineBreached')).toMatchObject([{ at: deadline?.dueAt, by: null }]);
      expect(recorded.eventsOfType('escalated')).toMatchObject([
        { at: deadline?.rungs[2]?.at, data: { to: ['manager-of:helse'] } },
      ]);
    });
  });

  it('says nothing more once the debt is met', async () => {
    await withCase(async ({ submit, advance, recorded, input }) => {
      await submit(smallCommand('c1', meetingHeld));
      await submit(smallCommand('c2', { type: 'assignOwner', owner: COLLEAGUE.user }));
      await advance(60 * DAY);
      expect(recorded.eventsOfType('reminderDue')).toEqual([]);
      expect(recorded.eventsOfType('deadlineMet').map(({ data }) => data.deadline)).toContain(
        input.case.deadlines[0]?.id,
      );
    });
  });

  it('acts before a command that comes after it was due', async () => {
    await withCase(async ({ submit, advance, recorded, input }) => {
      await advance(Date.parse(input.case.deadlines[0]?.dueAt ?? '') - Date.parse(input.case.openedAt) + 1_000);
      await submit(smallCommand('late', meetingHeld));
      await eventually(() => expect(recorded.eventsOfType('factRegistered')).toHaveLength(1));
      const types = recorded.events.map(({ type }) => type);
      expect(types.indexOf('deadlineBreached')).toBeGreaterThanOrEqual(0);
      expect(types.indexOf('deadlineBreached')).toBeLessThan(types.indexOf('factRegistered'));
    });
  });
});

describe('a database that is away', () => {
  it('delays what is recorded and loses nothing; commands are taken meanwhile', async () => {
    const recorded = newInMemoryRecord();
    recorded.failWith = new Error('the database is away');
    await withCase(
      async ({ submit, advance, input }) => {
        await submit(smallCommand('c1', meetingHeld));
        await submit(smallCommand('c2', { type: 'nameDeputy', deputy: OTHER.user }));
        await advance(HOUR);
        const { version } = await submit(smallCommand('c3', { type: 'nameDeputy', deputy: COLLEAGUE.user }));
        expect(recorded.events).toEqual([]);
        expect(recorded.attempts).toBeGreaterThan(10);
        recorded.failWith = null;
        await advance(20_000);
        await eventually(() => expect(recorded.events.at(-1)?.seq).toBe(version));
        expect(recorded.events.map(({ seq }) => seq)).toEqual(
          recorded.events.map((_, n) => input.case.version + 1 + n),
        );
      },
      { kept: recorded },
    );
  });
});

describe('a run', () => {
  it('continues as new when asked, with the same case, and remembers command ids', async () => {
    await withCase(async ({ submit, handle, recorded }) => {
      const first = await submit(smallCommand('c1', meetingHeld));
      const { runId } = await handle.describe();
      await handle.signal(renewSignal);
      await eventually(() => expect(recorded.events.at(-1)?.seq).toBe(first.version));
      for (let tries = 0; tries < 50 && (await handle.describe()).runId === runId; tries += 1) await pause(50);
      expect((await handle.describe()).runId).not.toBe(runId);
      expect(await submit(smallCommand('c1', meetingHeld))).toEqual(first);
      const { version } = await submit(smallCommand('c2', { type: 'nameDeputy', deputy: OTHER.user }));
      expect(version).toBe(first.version + 1);
      await eventually(() => expect(recorded.events.at(-1)).toMatchObject({ seq: version, type: 'deputyNamed' }));
    });
  });

  it('continues as new by itself after some hundred commands and loses none', async () => {
    await withCase(async ({ submit, handle, recorded }) => {
      const { runId } = await handle.describe();
      const people = [OTHER.user, COLLEAGUE.user];
      let [last, given] = [0, 0];
      // The number of history events per command depends on how busy the machine is.
      while (given < 400 && (given < 120 || (await handle.describe()).runId === runId)) {
        last = (await submit(smallCommand(`c${given}`, { type: 'nameDeputy', deputy: people[given % 2] ?? '' })))
          .version;
        given += 1;
      }
      await eventually(() => expect(recorded.events.at(-1)?.seq).toBe(last));
      expect((await handle.describe()).runId).not.toBe(runId);
      expect(recorded.eventsOfType('deputyNamed')).toHaveLength(given);
    });
  }, 120_000);

  it('replays itself without a cache to the same events', async () => {
    await withCase(
      async ({ submit, advance, recorded }) => {
        await submit(smallCommand('c1', meetingHeld));
        await advance(2 * DAY);
        const { version } = await submit(smallCommand('c2', { type: 'nameDeputy', deputy: OTHER.user }));
        await eventually(() => expect(recorded.events.at(-1)?.seq).toBe(version));
        expect(new Set(recorded.events.map(({ seq }) => seq)).size).toBe(recorded.events.length);
      },
      { cached: 0 },
    );
  });

  it('of an older epoch ends when it records', async () => {
    const recorded = newInMemoryRecord();
    recorded.minEpoch = 2;
    await withCase(
      async ({ submit, handle }) => {
        await submit(smallCommand('c1', meetingHeld));
        await handle.result();
        expect((await handle.describe()).status.name).toBe('COMPLETED');
        expect(recorded.events).toEqual([]);
      },
      { kept: recorded },
    );
  });

  it('ends when the case is closed and no deadline of it is open', async () => {
    await withCase(async ({ submit, handle, recorded }) => {
      const { version } = await submit(smallCommand('c1', { type: 'withdraw', reason: 'text-1' }));
      await handle.result();
      expect(recorded.events.at(-1)?.seq).toBe(version);
      expect(recorded.eventsOfType('caseWithdrawn')).toHaveLength(1);
    });
  });

  it('of a closed case takes the reopening that started it', async () => {
    await withCase(async ({ submit, handle, recorded, input }) => {
      await submit(smallCommand('c1', { type: 'withdraw', reason: 'text-1' }));
      await handle.result();
      const again = { ...input, case: fold(recorded.events, input.case) };
      const { taskQueue } = await handle.describe();
      const startWorkflowOperation = new WithStartWorkflowOperation(COLLABORATION_WORKFLOW, {
        workflowId: workflowIdOf(input.case.id),
        taskQueue,
        args: runArguments(again),
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      });
      const { version } = await server.client.workflow.executeUpdateWithStart(commandUpdate, {
        args: [sentTo(input.case.id, smallCommand('c2', { type: 'reopen', reason: 'text-2' }))],
        startWorkflowOperation,
      });
      await eventually(() => expect(recorded.events.at(-1)?.seq).toBe(version));
      expect(recorded.eventsOfType('caseReopened')).toHaveLength(1);
    });
  });
});
