import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workflowIdOf } from '#contracts/messages/collaboration.js';
import { openingEvents } from '#domain/case/opening-events.js';
import { RULE_LEVEL } from '#domain/model/rule-context.js';
import { importCase } from '#store/cases/import-case.js';
import { loadForStart } from '#store/cases/load-for-start.js';
import { TextTable } from '#store/cases/texts/text-table.js';
import { eventually } from '#support/eventually.js';
import { meetingHeld, smallOpening, smallProcess } from '#support/small-process.js';
import { startInputIn } from '../replay/history.js';
import { openUnstartedCase, startToolInstallation, type ToolInstallation } from './tool-installation.js';

/** Stands for the level of an older release. */
const EARLIER_LEVEL = RULE_LEVEL - 1;

let installation: ToolInstallation;
beforeAll(async () => {
  installation = await startToolInstallation();
}, 120_000);
afterAll(() => installation.close());

const manager = () => installation.dataSource.manager;

/** The level of the case's latest run. */
async function levelOfRun(caseId: string): Promise<number> {
  const handle = installation.server.client.workflow.getHandle(workflowIdOf(caseId));
  return (await startInputIn(await handle.fetchHistory())).ruleLevel;
}

const untilStarted = (caseId: string) =>
  eventually(async () => expect(await installation.engine.isRunning(caseId)).toBe(true));

/** A case with a run that an older release started. */
async function caseWithEarlierRun(): Promise<string> {
  let id = '';
  await installation.withoutRelay(async () => {
    id = await openUnstartedCase(installation.dataSource);
    const input = await loadForStart(manager(), id);
    if (!input) throw new Error(`no case ${id}`);
    await installation.engine.start({ ...input, ruleLevel: EARLIER_LEVEL });
  });
  expect(await levelOfRun(id)).toBe(EARLIER_LEVEL);
  return id;
}

describe("today's rule level is that of a case", () => {
  it('that was opened at an earlier level and is started late by the relay', async () => {
    const id = randomUUID();
    const opening = { ...smallOpening(id), number: '2027-9001' };
    const ctx = { core: smallProcess, speed: 1, ruleLevel: EARLIER_LEVEL };
    await installation.withoutRelay(async () => {
      const title = { id: opening.title, commandId: 'o', caseId: id, field: 'title', body: 'Tur' as never };
      await manager().insert(TextTable, title);
      await importCase(manager(), openingEvents(ctx, opening, new Date().toISOString()), 'import');
    });
    await untilStarted(id);
    expect(await levelOfRun(id)).toBe(RULE_LEVEL);
  });

  it('that the tool restarts, and it goes on from where it was', async () => {
    const id = await caseWithEarlierRun();
    const version = await installation.submit(id, meetingHeld);
    expect(await installation.runTool('restart', '--case', id)).toMatchObject({ exit: 0 });
    expect(await levelOfRun(id)).toBe(RULE_LEVEL);
    expect(await installation.submit(id, { type: 'nameDeputy', deputy: 'leder.nav' })).toBeGreaterThan(version);
  });

  it('that the tool renews', async () => {
    const id = await caseWithEarlierRun();
    await eventually(async () => {
      const found: string[] = [];
      for await (const caseId of installation.engine.runningCaseIds()) found.push(caseId);
      expect(found).toContain(id);
    });
    expect(await installation.runTool('renew')).toMatchObject({ exit: 0 });
    expect(await levelOfRun(id)).toBe(RULE_LEVEL);
  });

  it('that was closed at an earlier level and is reopened by a command', async () => {
    const id = await caseWithEarlierRun();
    await installation.submit(id, { type: 'withdraw', reason: 'text-1' });
    await eventually(async () => expect(await installation.engine.isRunning(id)).toBe(false));
    await installation.submit(id, { type: 'reopen', reason: 'text-2' });
    expect(await levelOfRun(id)).toBe(RULE_LEVEL);
  });
});

describe('an earlier rule level', () => {
  it('stays that of a run that is only given commands, and of one that the relay asks to start again', async () => {
    const id = await caseWithEarlierRun();
    await installation.submit(id, meetingHeld);
    await installation.withoutRelay(async () => undefined);
    expect(await levelOfRun(id)).toBe(EARLIER_LEVEL);
  });
});
