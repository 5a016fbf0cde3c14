import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decide } from '#domain/case/decide.js';
import { openingEvents } from '#domain/case/opening-events.js';
import { RULE_LEVEL } from '#domain/model/rule-context.js';
import { importCase } from '#store/cases/import-case.js';
import { loadForStart, type StartInput } from '#store/cases/load-for-start.js';
import { openCase, type OpenedCase } from '#store/cases/open-case.js';
import { recordBatch } from '#store/cases/record-batch.js';
import { TextTable } from '#store/cases/texts/text-table.js';
import { CollaborationTable } from '#store/cases/views/collaboration-table.js';
import { DeadlineTable } from '#store/cases/views/deadline-table.js';
import { nameInstallation, setClockOnce } from '#store/installation/installation.js';
import { ProcessVersionTable } from '#store/process/process-version-table.js';
import {
  newestProcessVersion,
  processVersion,
  processVersions,
  releaseProcess,
} from '#store/process/process-versions.js';
import {
  meetingHeld,
  secondSmallProcess,
  siteVisited,
  smallCommand,
  smallOpening,
  smallProcess,
} from '#support/small-process.js';
import { freshDatabase, type TestDatabase } from '#support/test-database.js';
import type { CommandBody } from '#domain/model/command.js';
import type { ProcessCore, ProcessDocument } from '#domain/process/process-document.js';

const RECEIVED_AT = '2027-01-11T09:00:00.000Z';
const NEXT_DAY = '2027-01-12T09:00:00.000Z';
/** 15 and 5 working days after 11 January 2027. */
const MEETING_DUE_ON = { 1: '2027-02-01', 2: '2027-01-18' } as const;

let database: TestDatabase;
let processCount = 0;

beforeAll(async () => {
  database = await freshDatabase();
  await nameInstallation(manager(), 'test');
  await setClockOnce(manager(), { origin: { domain: RECEIVED_AT, wall: Date.now() }, speed: 1 });
});
afterAll(() => database.close());

const manager = () => database.dataSource.manager;

/** The artificial versions 1 and 2 of a process that no other test has. */
function newProcess(): { readonly id: string; readonly first: ProcessCore; readonly second: ProcessCore } {
  processCount += 1;
  const id = `small-${processCount}`;
  return { id, first: { ...smallProcess, id }, second: { ...secondSmallProcess, id } };
}

const release = (core: ProcessCore) => releaseProcess(manager(), core as unknown as ProcessDocument, core);
const storedHash = async (id: string) => (await manager().findOneByOrFail(ProcessVersionTable, { id })).hash;

function openCaseOf(process: string): Promise<OpenedCase> {
  const id = randomUUID();
  return openCase(database.dataSource, {
    opening: smallOpening(id),
    receivedAt: RECEIVED_AT,
    speed: 1,
    process,
    writeRelatedRows: (within) => insertTitle(within, id),
  });
}

async function insertTitle(within: ReturnType<typeof manager>, id: string): Promise<void> {
  const title = { id: `title-${id}`, commandId: 'o', caseId: id, field: 'title', body: 'Tur' as never };
  await within.insert(TextTable, title);
}

async function startInputOf(caseId: string): Promise<StartInput> {
  const input = await loadForStart(manager(), caseId);
  if (!input) throw new Error(`no case ${caseId}`);
  return input;
}

const decideOn = (input: StartInput, body: CommandBody) =>
  decide({ core: input.core, speed: 1, ruleLevel: RULE_LEVEL }, input.case, smallCommand(randomUUID(), body), NEXT_DAY);

/** What the process version of a case decides about it, as its workflow will see it. */
async function rulesOf({ case: { id } }: OpenedCase) {
  const input = await startInputOf(id);
  const visit = decideOn(input, siteVisited);
  const [meeting] = await manager().findBy(DeadlineTable, { caseId: id, kind: 'meeting' });
  return {
    version: input.case.process.version,
    view: (await manager().findOneByOrFail(CollaborationTable, { id })).processVersion,
    meetingDueOn: meeting?.dueOn,
    visit: visit.ok ? 'accepted' : visit.refusal.code,
    actions: commandsOf(input.core),
  };
}

const commandsOf = ({ commands }: ProcessCore) => Object.keys(commands).sort();

describe('a released process version', () => {
  it('is released once; the same again is harmless', async () => {
    const { id, first } = newProcess();
    expect([await release(first), await release(first)]).toEqual([true, false]);
    expect(await processVersions(manager(), id)).toHaveLength(1);
  });

  it('is never replaced by an edited document of the same number, and stays as it was', async () => {
    const { id, first, second } = newProcess();
    await release(first);
    const hash = await storedHash(id);
    const edits = [
      { ...first, quietPeriods: [{ from: '07-01', to: '07-31' }] },
      { ...second, version: 1 },
    ];
    for (const edited of edits)
      await expect(release(edited as unknown as ProcessCore)).rejects.toThrow('released with another document');
    expect(await storedHash(id)).toBe(hash);
    expect((await processVersion(manager(), id, 1)).document).toEqual(first);
  });

  it.each([
    "UPDATE process_version SET document = '{}'",
    'UPDATE process_version SET version = version + 1',
    "UPDATE process_version SET core = jsonb_set(core, '{deadlines,meeting,count}', '99')",
    'DELETE FROM process_version',
    'TRUNCATE process_version',
  ])('is kept from its own owner by the database: %s', async (sql) => {
    await release(newProcess().first);
    await expect(manager().query(sql)).rejects.toThrow('written once');
  });

  it('whose hash is another than it was is noticed at the next release, if somebody gets past the database', async () => {
    const { id, first } = newProcess();
    await release(first);
    await manager().transaction(async (within) => {
      await within.query('SET LOCAL session_replication_role = replica');
      await within.query('UPDATE process_version SET hash = $1 WHERE id = $2', ['x', id]);
    });
    await expect(release(first)).rejects.toThrow(`process ${id} version 1 is released with another document`);
  });

  it('that is missing is an error for whoever needs it, and is found once it is released', async () => {
    const { id, first, second } = newProcess();
    await expect(newestProcessVersion(manager(), id)).rejects.toThrow(`process ${id} has no version`);
    await expect(openCaseOf(id)).rejects.toThrow(`process ${id} has no version`);
    await release(first);
    await expect(processVersion(manager(), id, 2)).rejects.toThrow(`process ${id} has no version 2`);
    await release(second);
    expect((await processVersion(manager(), id, 2)).core).toEqual(second);
  });
});

describe('a case', () => {
  it('goes by the version it was opened with, and one opened after the next release by the next', async () => {
    const { id, first, second } = newProcess();
    await release(first);
    const early = await openCaseOf(id);
    const before = await rulesOf(early);
    await release(second);
    const late = await openCaseOf(id);

    expect(await rulesOf(early)).toEqual(before);
    expect(before).toEqual({
      version: 1,
      view: 1,
      meetingDueOn: MEETING_DUE_ON[1],
      visit: 'bad-fact',
      actions: commandsOf(first),
    });
    expect(await rulesOf(late)).toEqual({
      version: 2,
      view: 2,
      meetingDueOn: MEETING_DUE_ON[2],
      visit: 'accepted',
      actions: commandsOf(second),
    });
    expect(commandsOf(second)).toEqual(expect.arrayContaining(['suspend', 'resume']));
  });

  it('keeps its version in what it records later, beside a case of the other', async () => {
    const { id, first, second } = newProcess();
    await release(first);
    const early = await openCaseOf(id);
    await release(second);
    const late = await openCaseOf(id);
    for (const [opened, version, stuckFrom] of [
      [early, 1, '2027-01-26'],
      [late, 2, '2027-01-19'],
    ] as const) {
      const { id: caseId } = opened.case;
      const outcome = decideOn(await startInputOf(caseId), meetingHeld);
      if (!outcome.ok) throw new Error(outcome.refusal.code);
      await recordBatch(database.dataSource, { id: caseId, epoch: 1, events: outcome.events });
      expect(await rulesOf(opened)).toMatchObject({ version, view: version });
      const { stuckAt } = await manager().findOneByOrFail(CollaborationTable, { id: caseId });
      expect(stuckAt?.slice(0, 10)).toBe(stuckFrom);
    }
  });

  it('from an import keeps the version in its history, whatever is newest; an unknown one is refused', async () => {
    const { id, first, second } = newProcess();
    await release(first);
    await release(second);
    const historyOf = (core: ProcessCore, caseId: string, number: string) =>
      openingEvents({ core, speed: 1, ruleLevel: RULE_LEVEL }, { ...smallOpening(caseId), number }, RECEIVED_AT);
    const imported = randomUUID();
    await insertTitle(manager(), imported);
    await importCase(manager(), historyOf(first, imported, '2027-9001'), 'import');
    expect((await startInputOf(imported)).core).toEqual(first);
    expect((await manager().findOneByOrFail(CollaborationTable, { id: imported })).processVersion).toBe(1);

    const unknown = randomUUID();
    const history = historyOf({ ...second, version: 3 }, unknown, '2027-9002');
    await expect(importCase(manager(), history, 'import')).rejects.toThrow(`process ${id} has no version 3`);
    expect(await loadForStart(manager(), unknown)).toBeNull();
  });
});
