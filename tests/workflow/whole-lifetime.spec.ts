import type { WorkflowHandle } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  COLLABORATION_WORKFLOW,
  commandUpdate,
  workflowIdOf,
  runArguments,
} from '#contracts/messages/collaboration.js';
import { fold } from '#domain/case/evolve.js';
import { nextWakeAt } from '#domain/deadline/next-wake.js';
import { nextSteps } from '#domain/next/next-steps.js';
import { coreOf } from '#domain/process/process-core.js';
import { addMonths, instantOf, millisOf } from '#domain/time.js';
import { newestProcess } from '#processes/versions.js';
import { eventually } from '#support/eventually.js';
import { demoCommandPeople, demoDirectory } from '#support/simulated-case.js';
import { followNextSteps } from '#support/follow-next-steps.js';
import { newWorkflowInput, wallClock, newInMemoryRecord, createCaseWorker, sentTo } from '#support/case-worker.js';
import { timeSkippingServer } from '#support/test-temporal.js';
import type { Case } from '#domain/model/case.js';
import type { CommandBody } from '#domain/model/command.js';

const YEAR = 365 * 86_400_000;

let server: TestWorkflowEnvironment;
beforeAll(async () => {
  server = await timeSkippingServer();
}, 120_000);
afterAll(() => server.teardown());

const now = async (): Promise<string> => instantOf(await server.currentTimeMs());

const sleepUntil = async (instant: string): Promise<void> =>
  server.sleep(Math.max(1, millisOf(instant) - (await server.currentTimeMs())));

describe('a whole life of a case', () => {
  it('goes from enquiry to COMPLETED, and more than two years later its four-year agreement reminds of the option', async () => {
    const recorded = newInMemoryRecord();
    const worker = await createCaseWorker(server, { record: recorded.record.bind(recorded) });
    const clock = wallClock(await server.currentTimeMs());
    const input = newWorkflowInput(clock.origin.domain, clock, { core: coreOf(newestProcess) });
    const state = (): Case => (recorded.events.length > 0 ? fold(recorded.events, input.case) : input.case);
    let commandCount = 0;

    const post = async (handle: WorkflowHandle, user: string, body: CommandBody): Promise<void> => {
      const by = { user, grants: demoCommandPeople[user]?.grants ?? [] };
      const command = { id: `c${(commandCount += 1)}`, hash: 'h', by, people: demoCommandPeople, body };
      const { version } = await handle.executeUpdate(commandUpdate, { args: [sentTo(input.case.id, command)] });
      await eventually(() => expect(state().version).toBeGreaterThanOrEqual(version));
    };

    await worker.runUntil(async () => {
      const handle = await server.client.workflow.start(COLLABORATION_WORKFLOW, {
        workflowId: workflowIdOf(input.case.id),
        taskQueue: worker.options.taskQueue,
        args: runArguments(input),
      });
      const { phases } = await followNextSteps({
        readCase: async () => ({ ...state(), next: nextSteps(newestProcess, state(), demoDirectory, await now()) }),
        submit: async (user, body) =>
          post(handle, user, withFourYearAgreement(body, await now()) as unknown as CommandBody),
        waitUntil: sleepUntil,
      });
      expect(phases).toHaveLength(6);
      const completedAt = state().closedAt ?? '';
      const option = state().deadlines.find((it) => it.kind === 'agreement.option');
      expect(option?.state).toBe('OPEN');

      await sleepUntil(`${addMonths(option?.dueOn ?? '', -1)}T12:00:00.000Z`);
      const reminded = (): string[] =>
        recorded
          .eventsOfType('reminderDue')
          .filter(({ data }) => data.deadline === option?.id)
          .map(({ at }) => at);
      await eventually(() => expect(reminded().length).toBeGreaterThanOrEqual(2));
      expect(millisOf(reminded().at(-1) ?? '') - millisOf(completedAt)).toBeGreaterThan(2 * YEAR);
      expect(state().state).toBe('COMPLETED');
      expect(nextWakeAt(state())).not.toBeNull();
      await handle.terminate('end of the story');
    });
  }, 120_000);
});

/** Gives the agreement four years, with notice of the option due after three and a half. */
function withFourYearAgreement(body: Record<string, unknown>, at: string): Record<string, unknown> {
  if (body.fact !== 'agreementSigned') return body;
  const startsOn = at.slice(0, 10);
  return { ...body, data: { startsOn, endsOn: addMonths(startsOn, 48), optionNoticeOn: addMonths(startsOn, 42) } };
}
