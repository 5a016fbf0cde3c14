import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { coreOf } from '#domain/process/process-core.js';
import { textKeysIn } from '#contracts/http/shared/private-texts.js';
import { seedDemo } from '#infra/demo/seed.js';
import { newestProcess } from '#processes/versions.js';
import { DiskFileStore } from '#platform/files/disk-file-store.js';
import { derivedToken, hashOfToken } from '#platform/session/token.js';
import { MessageTable } from '#store/cases/conversation/message-table.js';
import { NoteTable } from '#store/cases/conversation/note-table.js';
import { DocumentTable } from '#store/cases/documents/document-table.js';
import { DocumentVersionTable } from '#store/cases/documents/document-version-table.js';
import { FileTable } from '#store/cases/documents/file-table.js';
import { nextCaseNumber } from '#store/cases/history/case-numbers.js';
import { setClockOnce, nameInstallation } from '#store/installation/installation.js';
import { loadForStart } from '#store/cases/load-for-start.js';
import { releaseProcess } from '#store/process/process-versions.js';
import { CollaborationTable } from '#store/cases/views/collaboration-table.js';
import { EventTable } from '#store/cases/history/event-table.js';
import { OutboxMessageTable } from '#store/mailroom/outbox-message-table.js';
import { StartRequestTable } from '#store/cases/start-request-table.js';
import { TextTable } from '#store/cases/texts/text-table.js';
import { AbsenceTable } from '#store/people/absence-table.js';
import { absenceOn } from '#domain/policy/absence.js';
import { enquiryBySecret } from '#store/cases/intake/enquiries.js';
import { findOrganisations } from '#store/organisations/organisations.js';
import { representationsOf } from '#store/organisations/representatives.js';
import { freshDatabase } from '#support/test-database.js';
import type { TestDatabase } from '#support/test-database.js';

const startAt = '2026-11-23T08:00:00.000Z';
const secret = 'a secret of this installation';

describe('sowing the demonstration', () => {
  let database: TestDatabase;
  let folder: string;
  let files: DiskFileStore;

  beforeAll(async () => {
    database = await freshDatabase();
    folder = await mkdtemp(path.join(tmpdir(), 'stafett-demo-files-'));
    files = new DiskFileStore(folder);
    const { manager } = database.dataSource;
    await nameInstallation(manager, 'demo');
    await releaseProcess(manager, newestProcess, coreOf(newestProcess));
    await seedDemo(database.dataSource, { startAt, secret, files });
  });

  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('writes sixteen cases with their whole history, marked as the demonstration, and no letter', async () => {
    const { manager } = database.dataSource;
    const cases = await manager.find(CollaborationTable, { order: { openedAt: 'DESC' } });
    expect(cases).toHaveLength(16);
    for (const { id, version } of cases) expect(await manager.countBy(EventTable, { caseId: id })).toBe(version);
    expect(await manager.countBy(EventTable, { origin: 'demo' })).toBe(await manager.count(EventTable));
    expect(await manager.count(OutboxMessageTable)).toBe(0);
    expect(cases[0]).toMatchObject({
      title: 'Gågrupper for eldre som sitter mye alene',
      unit: 'helse',
      owner: 'mottak',
    });
  });

  it('leaves no word behind: every key in the histories has its text, attached to its case', async () => {
    const { manager } = database.dataSource;
    const events = await manager.find(EventTable, { select: { caseId: true, seq: true, data: true } });
    const keys = new Set(events.flatMap(({ data }) => textKeysIn(data)));
    const texts = await manager.find(TextTable);
    expect(new Set(texts.map(({ id }) => id))).toEqual(keys);
    expect(texts.every(({ attachedAt, caseId }) => attachedAt !== null && caseId !== null)).toBe(true);
    expect(keys.size).toBeGreaterThan(300);
  });

  it('asks the worker to start every case with something left to wait for, once the clock is set', async () => {
    const { manager } = database.dataSource;
    const waiting = await manager.find(StartRequestTable);
    const ended = await manager.findBy(CollaborationTable, {
      state: 'REJECTED',
      title: 'Brukte kontormøbler til kommunen',
    });
    expect(ended).toHaveLength(1);
    expect(waiting).toHaveLength(15);
    expect(waiting.every(({ startedAt }) => startedAt === null)).toBe(true);
    await setClockOnce(manager, { origin: { domain: startAt, wall: Date.now() }, speed: 1 });
    const [first] = waiting;
    const input = await loadForStart(manager, first?.caseId ?? '');
    const view = await manager.findOneByOrFail(CollaborationTable, { id: first?.caseId ?? '' });
    expect(input?.case).toEqual(view.body);
  });

  it('knows the organisations by number, the absent mentor, and the status page of each enquiry', async () => {
    const { manager } = database.dataSource;
    const [found] = await findOrganisations(manager, { number: '310408239', limit: 1 });
    expect(found?.name).toBe('Kveldsro Pårørende AS');
    const rows = await manager.find(AbsenceTable);
    expect(rows.filter((row) => absenceOn([row], row.person, '2026-11-23')).map(({ person }) => person)).toEqual([
      'mentor.oppvekst',
    ]);
    const [one] = await manager.findBy(CollaborationTable, { entrepreneur: 'entreprenor.01' });
    const link = derivedToken(secret, `enquiry:${one?.id ?? ''}`);
    const enquiry = await enquiryBySecret(manager, hashOfToken(link));
    expect(enquiry).toMatchObject({ id: one?.id, contactEmail: 'entreprenor.01@fjordvik.example' });
  });

  it('has documents whose contents are what their rows say, and notes and messages beside them', async () => {
    const { manager } = database.dataSource;
    const versions = await manager.find(DocumentVersionTable);
    const rows = await manager.find(FileTable);
    expect(new Set(versions.map(({ fileId }) => fileId))).toEqual(new Set(rows.map(({ id }) => id)));
    expect(new Set(rows.map(({ type }) => type))).toEqual(new Set(['application/pdf', 'image/png']));
    for (const { key, size, sha256, attachedAt } of rows) {
      const content = await buffer(await files.open(key));
      const is = { size: content.length, sha256: createHash('sha256').update(content).digest('hex') };
      expect([attachedAt === null, is]).toEqual([false, { size, sha256 }]);
    }
    const documents = await manager.find(DocumentTable);
    expect(new Set(documents.map(({ visibility, from }) => `${visibility} ${from}`))).toEqual(
      new Set(['SHARED STAFF', 'INTERNAL STAFF', 'SHARED ENTREPRENEUR']),
    );
    expect(await manager.countBy(NoteTable, { visibility: 'INTERNAL' })).toBeGreaterThan(0);
    expect(await manager.countBy(NoteTable, { visibility: 'SHARED' })).toBeGreaterThan(0);
    expect(await manager.countBy(MessageTable, { from: 'STAFF' })).toBeGreaterThan(0);
    expect(await manager.countBy(MessageTable, { from: 'ENTREPRENEUR' })).toBeGreaterThan(0);
  });

  it('names as proof only what is in the case, and has papers waited for, given and sent back', async () => {
    const { manager } = database.dataSource;
    const states = new Set<string>();
    for (const { id, body } of await manager.find(CollaborationTable)) {
      for (const item of (body.information ?? []).flatMap(({ items }) => items)) {
        states.add(item.state);
        for (const ref of item.given.flatMap(({ proof = [] }) => proof))
          expect(await manager.countBy(DocumentTable, { caseId: id, id: 'document' in ref ? ref.document : '' })).toBe(
            1,
          );
      }
    }
    expect(states).toEqual(new Set(['ASKED', 'GIVEN', 'RETURNED', 'ACCEPTED']));
  });

  it('lets every contact speak for the whole of their organisation', async () => {
    const { manager } = database.dataSource;
    for (const { entrepreneur, organisation } of await manager.find(CollaborationTable)) {
      expect(await representationsOf(manager, entrepreneur ?? '', '2020-01-01')).toEqual([`org:${organisation}`]);
    }
  });

  it('gives the next enquiry the next number of the year', async () => {
    const { manager } = database.dataSource;
    const taken = await manager.find(CollaborationTable, { select: { number: true, id: true } });
    const last =
      taken
        .map(({ number }) => number)
        .filter((number) => number.startsWith('2026-'))
        .sort()
        .at(-1) ?? '';
    const next = await nextCaseNumber(manager, startAt);
    expect(Number(next.slice(5))).toBe(Number(last.slice(5)) + 1);
  });

  it('changes nothing the second time, also at another start', async () => {
    const { manager } = database.dataSource;
    const before = await manager.count(EventTable);
    await seedDemo(database.dataSource, { startAt: '2027-03-22T08:00:00.000Z', secret, files });
    expect(await manager.count(EventTable)).toBe(before);
    expect(await manager.count(CollaborationTable)).toBe(16);
  });
});
