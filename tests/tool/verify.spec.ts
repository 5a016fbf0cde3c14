import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { COLLABORATION_WORKFLOW, workflowIdOf, runArguments } from '#contracts/messages/collaboration.js';
import { DiskFileStore } from '#platform/files/disk-file-store.js';
import { addNote } from '#store/cases/conversation/notes.js';
import { addMessage } from '#store/cases/conversation/messages.js';
import { addVersion } from '#store/cases/documents/document-versions.js';
import { addDocument, shareDocument } from '#store/cases/documents/documents.js';
import { addFile } from '#store/cases/documents/files.js';
import { loadForStart } from '#store/cases/load-for-start.js';
import { CollaborationTable } from '#store/cases/views/collaboration-table.js';
import { OwnershipTable } from '#store/cases/views/ownership-table.js';
import { AuditEntryTable } from '#store/audit/audit-entry-table.js';
import { AuditHeadTable } from '#store/audit/audit-head-table.js';
import { EventTable } from '#store/cases/history/event-table.js';
import { eventually } from '#support/eventually.js';
import { COLLEAGUE, OWNER, meetingHeld } from '#support/small-process.js';
import { startToolInstallation, openUnstartedCase, type ToolInstallation } from './tool-installation.js';

/** Each test plants a violation in a running installation, finds it with `verify` and repairs it, with the tool if it can. */

let installation: ToolInstallation;
let files: DiskFileStore;
/** The case that the test damages. */
let id: string;
let number: string;

const manager = () => installation.dataSource.manager;
const itWithinMinute = (name: string, act: () => Promise<void>) => it(name, act, 60_000);
const handle = (caseId: string) => installation.server.client.workflow.getHandle(workflowIdOf(caseId));

beforeAll(async () => {
  installation = await startToolInstallation();
  files = new DiskFileStore(path.join(installation.home, 'files'));
  const others = [await installation.openCase(), await installation.openCase()] as const;
  await installation.submit(others[0], meetingHeld);
  await installation.submit(others[1], { type: 'withdraw', reason: 'text:reason' });
}, 120_000);
afterAll(() => installation.close());
beforeEach(async () => {
  id = await installation.openCase();
  await installation.submit(id, { type: 'nameDeputy', deputy: COLLEAGUE.user });
  number = (await manager().findOneByOrFail(CollaborationTable, { id })).number;
});

async function expectClean(): Promise<void> {
  const { exit, lines } = await installation.runTool('verify');
  expect({ exit, lines }).toEqual({ exit: 0, lines: [await cleanLine()] });
}

async function cleanLine(): Promise<string> {
  const [cases, events] = [await manager().count(CollaborationTable), await manager().count(EventTable)];
  const [{ entries, mac } = { entries: 0, mac: '' }] = await manager().find(AuditHeadTable);
  return `clean: ${cases} collaborations, ${events} events, ${entries} entries of the audit log, the newest ${mac.slice(0, 12)}`;
}

/** Expects exit code 1 and exactly these lines about the damaged case. */
async function expectFound(...wrong: readonly string[]): Promise<void> {
  const { exit, lines } = await installation.runTool('verify');
  expect({ exit, lines }).toEqual({ exit: 1, lines: wrong.map((text) => `${number} ${id}: ${text}`) });
}

async function expectDone(line: string, ...argv: readonly string[]): Promise<void> {
  expect(await installation.runTool(...argv)).toEqual({ exit: 0, lines: [line], notes: [] });
}

const expectRebuilt = () => expectDone('rebuilt the views of 1 collaborations', 'rebuild', '--case', number);

describe('verify, beside a running installation', () => {
  itWithinMinute('says how much it found clean', async () => {
    await expectClean();
  });

  itWithinMinute('finds what was deleted from the audit log', async () => {
    const row = await manager().findOneByOrFail(AuditEntryTable, { id: '1' });
    await installation.runWithoutTriggers('DELETE FROM audit_entry');
    const { exit, lines } = await installation.runTool('verify');
    expect({ exit, lines }).toEqual({ exit: 1, lines: ['audit log: entry 1 is missing'] });
    await manager().insert(AuditEntryTable, row as never);
    await expectClean();
  });

  itWithinMinute('stays clean while cases are opened, moved and closed at full speed', async () => {
    let busy = true;
    const load = Array.from({ length: 4 }, async () => {
      while (busy) {
        const one = await installation.openCase();
        await installation.submit(one, { type: 'nameDeputy', deputy: COLLEAGUE.user });
        await installation.submit(one, meetingHeld);
        await installation.submit(one, { type: 'withdraw', reason: 'text:reason' });
      }
    });
    for (let round = 0; round < 5; round += 1)
      expect(await installation.runTool('verify')).toMatchObject({ exit: 0, notes: [] });
    busy = false;
    await Promise.all(load);
    await expectClean();
  });

  itWithinMinute('tells nothing of a workflow that is only just being replaced', async () => {
    await handle(id).terminate('planted');
    const verifying = installation.runTool('verify');
    await pause(1_000); // by now `verify` has noticed that it is missing
    await expectDone('restarted 1 collaborations', 'restart');
    expect(await verifying).toMatchObject({ exit: 0, notes: [] });
  });

  itWithinMinute('finds a gap in the events, from which nothing may be rebuilt', async () => {
    const row = await manager().findOneByOrFail(EventTable, { caseId: id, seq: 3 });
    await installation.runWithoutTriggers('DELETE FROM event WHERE case_id = $1 AND seq = 3', id);
    await expectFound('sequence gap: event 3 is missing');
    const expectedOutput = {
      exit: 1,
      lines: [`${id}: not rebuilt: event 3 is missing`, 'rebuilt the views of 0 collaborations'],
    };
    expect(await installation.runTool('rebuild', '--case', id)).toMatchObject(expectedOutput);
    expect(await installation.runTool('restart', '--case', id)).toMatchObject({ exit: 1 });
    await manager().insert(EventTable, row as never);
    await expectClean();
  });

  itWithinMinute('finds that the newest event is gone, by the view that has seen it', async () => {
    const { version } = await manager().findOneByOrFail(CollaborationTable, { id });
    const row = await manager().findOneByOrFail(EventTable, { caseId: id, seq: version });
    await installation.runWithoutTriggers('DELETE FROM event WHERE case_id = $1 AND seq = $2', id, version);
    const { exit, lines } = await installation.runTool('verify');
    expect(exit).toBe(1);
    expect(lines).toContain(`${number} ${id}: sequence gap: event ${version} is missing`);
    await manager().insert(EventTable, row as never);
    await expectClean();
  });

  itWithinMinute('finds a changed event, and takes nothing from it into the views', async () => {
    await installation.runWithoutTriggers(
      `UPDATE event SET by = 'somebody.else' WHERE case_id = $1 AND type = 'deputyNamed'`,
      id,
    );
    const { lines } = await installation.runTool('verify');
    expect(lines[0]).toMatch(
      new RegExp(`^${number} ${id}: changed event: event \\d+ \\(deputyNamed\\) is not what was written`),
    );
    expect(await installation.runTool('rebuild')).toMatchObject({ exit: 1 });
    await installation.runWithoutTriggers(
      `UPDATE event SET by = 'saksbehandler.helse' WHERE case_id = $1 AND type = 'deputyNamed'`,
      id,
    );
    await expectClean();
  });

  itWithinMinute(
    'finds view rows that differ from the events, down to the member, and words without showing them',
    async () => {
      await manager().query(
        `UPDATE collaboration SET phase = 'PILOT', title = 'Annet', body = jsonb_set(body, '{phase}', '"PILOT"') WHERE id = $1`,
        [id],
      );
      await manager().query(`UPDATE deadline SET due_on = '2031-01-01' WHERE case_id = $1 AND id = 'meeting'`, [id]);
      await manager().query(
        `INSERT INTO handover (case_id, id, n, purpose, from_unit, from_person, state, escalated, receivers, to_units, open, body)
       VALUES ($1, 'h1', 0, 'TRANSFER', 'helse', 'x', 'SENT', false, '[]', '{}', true, '{}')`,
        [id],
      );
      const { dueOn } = (await loadForStart(manager(), id))?.case.deadlines[0] ?? {};
      await expectFound(
        'view differs: the case: phase is "PILOT", not "FIRST_CONTACT"; body.phase is "PILOT", not "FIRST_CONTACT"; title is another',
        `view differs: deadline meeting: dueOn is "2031-01-01", not "${dueOn}"`,
        'view differs: handover h1: no event gives this row',
        `search: the copy of CASE ${id} says something else`,
      );
      await expectRebuilt();
      await expectClean();
    },
  );

  itWithinMinute('finds a view row that is missing, of the case itself or of a part', async () => {
    await manager().query('DELETE FROM deadline WHERE case_id = $1', [id]);
    await expectFound(
      'view missing: deadline meeting has no row',
      'no deadline: the case is open, and no deadline row of it has a date',
    );
    await manager().query('DELETE FROM collaboration WHERE id = $1', [id]);
    await expectFound('view missing: the case has events but no row');
    await expectRebuilt();
    await expectClean();
  });

  itWithinMinute('finds two owners', async () => {
    await manager().query('DROP INDEX ownership_one_accountable');
    await manager().insert(OwnershipTable, {
      caseId: id,
      fromSeq: 99,
      owner: COLLEAGUE.user,
      unit: 'helse',
      fromAt: new Date().toISOString(),
      toAt: null,
    });
    await expectFound(
      'two owners: 2 open ownership rows: saksbehandler.helse (helse) from event 1, saksbehandler2.helse (helse) from event 99',
    );
    await manager().delete(OwnershipTable, { caseId: id, fromSeq: 1 });
    await expectFound(
      'two owners: the ownership row says saksbehandler2.helse (helse), the case says saksbehandler.helse (helse)',
    );
    await expectRebuilt();
    await manager().query('CREATE UNIQUE INDEX ownership_one_accountable ON ownership (case_id) WHERE to_at IS NULL');
    await expectClean();
  });

  itWithinMinute('finds that nobody is accountable', async () => {
    await manager().query('UPDATE ownership SET to_at = now() WHERE case_id = $1', [id]);
    await expectFound('no owner: no ownership row is open');
    await expectRebuilt();
    await expectClean();
  });

  itWithinMinute('finds an open case without a workflow, and restart gives it one', async () => {
    await handle(id).terminate('planted');
    await expectFound('no workflow: the case is open, but its workflow is TERMINATED');
    await expectDone('restarted 1 collaborations', 'restart');
    await expectClean();
    await installation.submit(id, meetingHeld);
    await expectClean();
  });

  itWithinMinute('gives the relay a minute to start a case', async () => {
    await installation.withoutRelay(async () => {
      id = await openUnstartedCase(installation.dataSource);
      number = (await manager().findOneByOrFail(CollaborationTable, { id })).number;
      await expectClean();
      await manager().query(`UPDATE installation SET ready_at = ready_at - interval '1 day'`);
      await manager().query(`UPDATE start_request SET requested_at = '2026-01-01T00:00Z' WHERE case_id = $1`, [id]);
      await expectFound('no workflow: the case is open and waits to be started since 2026-01-01T00:00:00.000Z');
    });
    await eventually(async () => expect(await installation.engine.isRunning(id)).toBe(true));
    await expectClean();
  });

  itWithinMinute('finds a workflow without a case', async () => {
    id = randomUUID();
    number = 'no number';
    const input = await loadForStart(manager(), (await manager().find(CollaborationTable, { take: 1 }))[0]?.id ?? '');
    if (!input) throw new Error('no case to copy');
    const start = {
      workflowId: workflowIdOf(id),
      taskQueue: 'nobody',
      args: runArguments({ ...input, case: { ...input.case, id } }),
    };
    await installation.server.client.workflow.start(COLLABORATION_WORKFLOW, start);
    await expectFound('workflow without row: a workflow runs, but Postgres knows no such case');
    await handle(id).terminate('planted');
    await expectClean();
  });

  itWithinMinute('finds a workflow that runs on although its case is over', async () => {
    await installation.submit(id, { type: 'withdraw', reason: 'text:reason' });
    await expectClean();
    const start = { workflowId: workflowIdOf(id), taskQueue: 'nobody', args: [await loadForStart(manager(), id)] };
    await installation.server.client.workflow.start(COLLABORATION_WORKFLOW, start);
    await expectFound('workflow without row: the case is closed and nothing of it is to come, but its workflow runs');
    await expectDone('restarted 1 collaborations', 'restart', '--case', number);
    await expectClean();
  });

  itWithinMinute('finds an open case that waits for nothing with a date', async () => {
    await installation.submit(id, meetingHeld);
    // The small process opens no further deadline once there is another owner.
    await installation.submit(id, { type: 'assignOwner', owner: COLLEAGUE.user });
    await expectFound('no deadline: the case is open, and nothing of it has a date');
    await installation.submit(id, { type: 'withdraw', reason: 'text:reason' }, COLLEAGUE);
    await expectClean();
  });

  itWithinMinute('finds a letter without its event', async () => {
    await manager().query(
      `INSERT INTO outbox_message (id, case_id, seq, kind, slot, template, language, due_at, not_before, status)
       VALUES (gen_random_uuid(), $1, 77, 'caseRejected', 'entrepreneur', 'caseRejected', 'nb', now(), now(), 'WAITING'),
              (gen_random_uuid(), $1, 1, 'caseRejected', 'entrepreneur', 'caseRejected', 'nb', now(), now(), 'WAITING')`,
      [id],
    );
    await expectFound(
      'letter without event: caseRejected to entrepreneur, but event 1 is enquiryReceived',
      'letter without event: caseRejected to entrepreneur, but there is no event 77',
    );
    await manager().query(`DELETE FROM outbox_message WHERE case_id = $1 AND kind = 'caseRejected'`, [id]);
    await expectClean();
  });

  itWithinMinute('finds a letter without the message that it tells of', async () => {
    const { body: state } = await manager().findOneByOrFail(CollaborationTable, { id });
    const by = OWNER.user;
    await manager().query("INSERT INTO unit VALUES ('helse', 'Helse', NULL, true)");
    await manager().query("INSERT INTO person (id, name, unit, staff) VALUES ($1, 'X', 'helse', true)", [by]);
    await addMessage(manager(), state, { from: 'STAFF', by, at: state.openedAt, body: 'Hei', contact: false }, 'test');
    await expectClean();
    await manager().query('DELETE FROM message');
    await manager().query(`DELETE FROM search_text WHERE source = 'MESSAGE'`);
    await expectFound('letter without event: messageSent to entrepreneur, but there is no message 1');
    await manager().query(`DELETE FROM outbox_message WHERE kind = 'messageSent'`);
    await expectClean();
    const told = `INSERT INTO outbox_message (id, case_id, seq, kind, slot, template, language, due_at, not_before, status) VALUES
        (gen_random_uuid(), $1, 1, 'documentShared', 'entrepreneur', 'documentShared', 'nb', now(), now(), 'WAITING')`;
    await manager().query(told, [id]);
    const written = { caseId: id, by, at: state.openedAt };
    const document = { ...written, title: 'A', kind: 'OTHER' as const, from: 'STAFF' as const, handover: null };
    const internal = await addDocument(manager(), { ...document, visibility: 'INTERNAL' });
    const file = {
      ...written,
      id: randomUUID(),
      name: 'a.pdf',
      type: 'application/pdf',
      ...(await files.put('a', Readable.from(['%PDF']))),
      key: 'a',
    };
    const scan = { scan: 'CLEAN' as const, encrypted: false, state: 'READY' as const, code: null };
    const { id: fileId } = await addFile(manager(), { ...file, ...scan });
    await addVersion(manager(), internal, { fileId, by, at: state.openedAt, note: null });
    await expectFound('letter without event: documentShared to entrepreneur, but there is no shared version 1');
    await shareDocument(manager(), internal);
    await expectClean();
    await files.put('a', Readable.from(['%PDX']));
    await expectFound(`content of a file: the content of file ${fileId} is not what was stored`);
    await files.put('a', Readable.from(['%PDF longer']));
    await expectFound(`content of a file: the content of file ${fileId} has 11 bytes and not 4`);
    await files.remove('a');
    await expectFound(`content of a file: the content of file ${fileId} is missing`);
    await files.put('a', Readable.from(['%PDF']));
    await expectClean();
  });

  itWithinMinute('finds what the search has and no source says, until the views are rebuilt', async () => {
    const by = OWNER.user;
    const at = '2027-01-11T08:00:00.000Z';
    const note = await addNote(manager(), { caseId: id, visibility: 'INTERNAL', by, at, body: 'Bare for kommunen' });
    await expectClean();
    const change = (set: string) => manager().query(`UPDATE search_text SET ${set} WHERE source_id = $1`, [note.id]);
    const copy = `search: the copy of NOTE ${note.id}`;
    await change(`visibility = 'SHARED'`);
    await expectFound(`${copy} is SHARED`);
    await change(`visibility = 'INTERNAL', words = ' annet '`);
    await expectFound(`${copy} has other words than its text`);
    await manager().query('UPDATE note SET body = $2 WHERE id = $1', [note.id, 'Noe annet']);
    await expectRebuilt();
    await expectClean();
    await change(`source_id = '00000000-0000-4000-8000-000000000009'`);
    await expectFound(
      `${copy} is missing`,
      'search: the copy of NOTE 00000000-0000-4000-8000-000000000009 has no source',
    );
    await expectRebuilt();
    await expectClean();
  });

  itWithinMinute('finds what a run offered and history refused, until the case is restarted', async () => {
    await manager().query(`INSERT INTO diverged (case_id, seq, seen_hash, stored_hash) VALUES ($1, 2, 'a', 'b')`, [id]);
    await expectFound('diverged: the run offered another event 2 than the one that is there');
    await expectDone('restarted 1 collaborations', 'restart', '--case', id);
    await expectClean();
  });
});
