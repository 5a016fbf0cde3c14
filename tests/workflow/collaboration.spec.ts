import { setTimeout as pause } from 'node:timers/promises';
import { WithStartWorkflowOperation, WorkflowUpdateFailedError, type WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { commandUpdate, COLLABORATION_WORKFLOW, renewSignal, workflowIdOf } from '#contracts/messages/collaboration.js';
import type { CollaborationInput } from '#contracts/messages/collaboration.js';
import type { Command } from '#domain/model/command.js';
import { fold } from '#domain/case/evolve.js';
import { eventually } from '#support/eventually.js';
import { freshInput, plainClock, recorder, workerFor, type Recorder } from '#support/run-case.js';
import { COLLEAGUE, command, meetingHeld, OTHER } from '#support/small-process.js';
import { timeSkippingServer } from '#support/temporal.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

// A server of its own for each: one that has seen a run terminated may refuse to skip time ever after.
let server: TestWorkflowEnvironment;
beforeEach(async () => {
  server = await timeSkippingServer();
}, 120_000);
afterEach(() => server.teardown());

interface Running {
  readonly handle: WorkflowHandle;
  readonly input: CollaborationInput;
  readonly kept: Recorder;
  readonly give: (command: Command) => Promise<{ version: number }>;
  readonly pass: (millis: number) => Promise<void>;
}

/** A case whose workflow runs while `story` is told. */
async function withCase(
  story: (running: Running) => Promise<void>,
  { kept = recorder(), epoch = 1, cached }: { kept?: Recorder; epoch?: number; cached?: number } = {},
): Promise<void> {
  const worker = await workerFor(server, { record: kept.record.bind(kept) }, cached);
  const wall = await server.currentTimeMs();
  const clock = plainClock(wall);
  const input = freshInput(clock.origin.domain, clock, { epoch });
  await worker.runUntil(async () => {
    const handle = await server.client.workflow.start(COLLABORATION_WORKFLOW, {
      workflowId: workflowIdOf(input.case.id),
      taskQueue: worker.options.taskQueue,
      args: [input],
    });
    await story({
      handle,
      input,
      kept,
      give: (given) => handle.executeUpdate(commandUpdate, { args: [given] }),
      pass: (millis) => server.sleep(millis),
    });
    await handle.terminate('end of the story').catch(() => undefined);
  });
}

const refusal = async (attempt: Promise<unknown>): Promise<string | null | undefined> => {
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
    await withCase(async ({ give, kept, input }) => {
      const { version } = await give(command('c1', meetingHeld));
      expect(version).toBeGreaterThan(input.case.version);
      await eventually(() => expect(kept.events.at(-1)?.seq).toBe(version));
      expect(kept.events[0]).toMatchObject({ seq: input.case.version + 1, type: 'factRegistered', command: 'c1' });
    });
  });

  it('given twice leads to the version it first led to, and to no event', async () => {
    await withCase(async ({ give, kept }) => {
      const first = await give(command('c1', meetingHeld));
      await give(command('c2', { type: 'nameDeputy', deputy: OTHER.user }));
      expect(await give(command('c1', meetingHeld))).toEqual(first);
      await eventually(() => expect(kept.typed('deputyNamed')).toHaveLength(1));
      expect(kept.typed('factRegistered')).toHaveLength(1);
    });
  });

  it('is refused with the code as type, and the refusal leaves no trace', async () => {
    await withCase(async ({ give, kept, handle }) => {
      expect(await refusal(give(command('c1', meetingHeld, OTHER)))).toBe('not-yours');
      expect(await refusal(give({ ...command('c2', meetingHeld), ifMatch: 77 }))).toBe('stale');
      await give(command('c3', meetingHeld));
      expect(await refusal(give(command('c3', { type: 'nameDeputy', deputy: OTHER.user })))).toBe('key-reused');
      await eventually(() => expect(kept.events.length).toBeGreaterThan(0));
      expect(kept.events.map(({ command: id }) => id)).not.toContain('c1');
      const { events } = await handle.fetchHistory();
      expect(events?.filter((event) => event.workflowExecutionUpdateAcceptedEventAttributes)).toHaveLength(1);
    });
  });

  it('of fifty that come at once keeps each, in one unbroken line', async () => {
    await withCase(async ({ give, kept, input }) => {
      const people = [OTHER.user, COLLEAGUE.user];
      const versions = await Promise.all(
        Array.from({ length: 50 }, (_, n) =>
          give(command(`c${n}`, { type: 'nameDeputy', deputy: people[n % 2] ?? '' })),
        ),
      );
      await eventually(() => expect(kept.events.at(-1)?.seq).toBe(Math.max(...versions.map(({ version }) => version))));
      expect(kept.events.map(({ seq }) => seq)).toEqual(kept.events.map((_, n) => input.case.version + 1 + n));
    });
  });
});

describe('the clock', () => {
  it('reminds the day before and on the day, then breaches and tells the manager, each stamped with when it was due', async () => {
    await withCase(async ({ pass, kept, input }) => {
      const [deadline] = input.case.deadlines;
      await pass(40 * DAY);
      await eventually(() => expect(kept.typed('escalated')).toHaveLength(1));
      expect(kept.typed('reminderDue').map(({ data, at }) => [data.rung, at, data.send])).toEqual([
        ['before-1', deadline?.rungs[0]?.at, true],
        ['due', deadline?.rungs[1]?.at, true],
      ]);
      expect(kept.typed('deadlineBreached')).toMatchObject([{ at: deadline?.dueAt, by: null }]);
      expect(kept.typed('escalated')).toMatchObject([
        { at: deadline?.rungs[2]?.at, data: { to: ['manager-of:helse'] } },
      ]);
    });
  });

  it('says nothing more once the debt is met', async () => {
    await withCase(async ({ give, pass, kept, input }) => {
      await give(command('c1', meetingHeld));
      await give(command('c2', { type: 'assignOwner', owner: COLLEAGUE.user }));
      await pass(60 * DAY);
      expect(kept.typed('reminderDue')).toEqual([]);
      expect(kept.typed('deadlineMet').map(({ data }) => data.deadline)).toContain(input.case.deadlines[0]?.id);
    });
  });

  it('acts before a command that comes after it was due', async () => {
    await withCase(async ({ give, pass, kept, input }) => {
      await pass(Date.parse(input.case.deadlines[0]?.dueAt ?? '') - Date.parse(input.case.openedAt) + 1_000);
      await give(command('late', meetingHeld));
      await eventually(() => expect(kept.typed('factRegistered')).toHaveLength(1));
      const types = kept.events.map(({ type }) => type);
      expect(types.indexOf('deadlineBreached')).toBeGreaterThanOrEqual(0);
      expect(types.indexOf('deadlineBreached')).toBeLessThan(types.indexOf('factRegistered'));
    });
  });
});

describe('a database that is away', () => {
  it('delays what is recorded and loses nothing; commands are taken meanwhile', async () => {
    const kept = recorder();
    kept.failing = new Error('the database is away');
    await withCase(
      async ({ give, pass, input }) => {
        await give(command('c1', meetingHeld));
        await give(command('c2', { type: 'nameDeputy', deputy: OTHER.user }));
        await pass(HOUR);
        const { version } = await give(command('c3', { type: 'nameDeputy', deputy: COLLEAGUE.user }));
        expect(kept.events).toEqual([]);
        expect(kept.attempts).toBeGreaterThan(10);
        kept.failing = null;
        await pass(20_000);
        await eventually(() => expect(kept.events.at(-1)?.seq).toBe(version));
        expect(kept.events.map(({ seq }) => seq)).toEqual(kept.events.map((_, n) => input.case.version + 1 + n));
      },
      { kept },
    );
  });
});

describe('a run', () => {
  it('continues as new when asked, with the same case, and remembers command ids', async () => {
    await withCase(async ({ give, handle, kept }) => {
      const first = await give(command('c1', meetingHeld));
      const { runId } = await handle.describe();
      await handle.signal(renewSignal);
      await eventually(() => expect(kept.events.at(-1)?.seq).toBe(first.version));
      for (let tries = 0; tries < 50 && (await handle.describe()).runId === runId; tries += 1) await pause(50);
      expect((await handle.describe()).runId).not.toBe(runId);
      expect(await give(command('c1', meetingHeld))).toEqual(first);
      const { version } = await give(command('c2', { type: 'nameDeputy', deputy: OTHER.user }));
      expect(version).toBe(first.version + 1);
      await eventually(() => expect(kept.events.at(-1)).toMatchObject({ seq: version, type: 'deputyNamed' }));
    });
  });

  it('continues as new by itself after some hundred commands and loses none', async () => {
    await withCase(async ({ give, handle, kept }) => {
      const { runId } = await handle.describe();
      const people = [OTHER.user, COLLEAGUE.user];
      let [last, given] = [0, 0];
      // How many events of history a command takes depends on how busy the machine is.
      while (given < 400 && (given < 120 || (await handle.describe()).runId === runId)) {
        last = (await give(command(`c${given}`, { type: 'nameDeputy', deputy: people[given % 2] ?? '' }))).version;
        given += 1;
      }
      await eventually(() => expect(kept.events.at(-1)?.seq).toBe(last));
      expect((await handle.describe()).runId).not.toBe(runId);
      expect(kept.typed('deputyNamed')).toHaveLength(given);
    });
  }, 120_000);

  it('replays itself without a cache to the same events', async () => {
    await withCase(
      async ({ give, pass, kept }) => {
        await give(command('c1', meetingHeld));
        await pass(2 * DAY);
        const { version } = await give(command('c2', { type: 'nameDeputy', deputy: OTHER.user }));
        await eventually(() => expect(kept.events.at(-1)?.seq).toBe(version));
        expect(new Set(kept.events.map(({ seq }) => seq)).size).toBe(kept.events.length);
      },
      { cached: 0 },
    );
  });

  it('of an older epoch ends when it records', async () => {
    const kept = recorder();
    kept.epoch = 2;
    await withCase(
      async ({ give, handle }) => {
        await give(command('c1', meetingHeld));
        await handle.result();
        expect((await handle.describe()).status.name).toBe('COMPLETED');
        expect(kept.events).toEqual([]);
      },
      { kept },
    );
  });

  it('ends when the case is closed and no deadline of it is open', async () => {
    await withCase(async ({ give, handle, kept }) => {
      const { version } = await give(command('c1', { type: 'withdraw', reason: 'text-1' }));
      await handle.result();
      expect(kept.events.at(-1)?.seq).toBe(version);
      expect(kept.typed('caseWithdrawn')).toHaveLength(1);
    });
  });

  it('of a closed case takes the reopening that started it', async () => {
    await withCase(async ({ give, handle, kept, input }) => {
      await give(command('c1', { type: 'withdraw', reason: 'text-1' }));
      await handle.result();
      const again = { ...input, case: fold(kept.events, input.case) };
      const { taskQueue } = await handle.describe();
      const startWorkflowOperation = new WithStartWorkflowOperation(COLLABORATION_WORKFLOW, {
        workflowId: workflowIdOf(input.case.id),
        taskQueue,
        args: [again],
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      });
      const { version } = await server.client.workflow.executeUpdateWithStart(commandUpdate, {
        args: [command('c2', { type: 'reopen', reason: 'text-2' })],
        startWorkflowOperation,
      });
      await eventually(() => expect(kept.events.at(-1)?.seq).toBe(version));
      expect(kept.typed('caseReopened')).toHaveLength(1);
    });
  });
});
