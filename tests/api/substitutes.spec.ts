import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMillis } from '#domain/time.js';
import { hashOfToken } from '#platform/session/token.js';
import { importCase } from '#store/cases/import-case.js';
import { TextTable } from '#store/cases/texts/text-table.js';
import { insertRows } from '#store/db/write-rows.js';
import { EnquiryTable } from '#store/cases/intake/enquiry-table.js';
import type { CaseView } from '#contracts/http/cases/case.js';
import type { DeadlineView } from '#contracts/http/cases/deadline.js';
import { openSimulatedCase } from '#support/simulated-case.js';
import { startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';

/** An enquiry of 11 January whose owner has been absent for a week on Monday 1 February. */
const ID = '30000000-0000-4000-8000-000000000001';
const NOW = '2027-02-01T08:00:00.000Z';
const LEFT_ON = '2027-01-25';
const OWNER = 'saksbehandler.helse';
const DEPUTY = 'saksbehandler2.helse';
const SECRET = 'the-secret-of-the-status-page';
const path = `/api/v1/collaborations/${ID}`;
const textKey = (n: number): string => `text:30000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

let api: TestApi;
let [owner, deputy, manager, receiver]: Agent[] = [];
beforeAll(async () => {
  api = await startTestApi({ at: NOW });
  await writeCase();
  [owner, deputy, manager, receiver] = await Promise.all(
    [OWNER, DEPUTY, 'leder.helse', 'leder.kultur'].map(api.signInAs),
  );
}, 120_000);
afterAll(() => api.close());

/** The owner has sent a handover that nobody has answered, and owes three things that are due. */
async function writeCase(): Promise<void> {
  const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', {
    id: ID,
    number: '2027-0001',
    unit: 'helse',
    organisation: null,
    entrepreneur: null,
    title: textKey(1),
  });
  simulated.submit('mottak', { type: 'assignOwner', owner: OWNER });
  simulated.submit(OWNER, { type: 'nameDeputy', deputy: DEPUTY });
  const receivers = [{ unit: 'kultur', person: 'leder.kultur' }];
  simulated.submit(OWNER, { type: 'draftHandover', purpose: 'TRANSFER', receivers, package: textKey(3) });
  simulated.submit(OWNER, { type: 'sendHandover' });
  simulated.advanceTo(addMillis(NOW, -60_000));
  const { manager: db } = api.dataSource;
  const bodies = ['Turgruppe for eldre', 'Ny kontakt', { status: 'Klar' }];
  const rows = bodies.map((body, n) => ({ id: textKey(n + 1), caseId: ID, commandId: `c${n}`, field: '/', body }));
  await insertRows(db, TextTable, rows as never);
  await insertRows(db, EnquiryTable, [
    {
      id: ID,
      organisation: null,
      title: 'Turgruppe for eldre',
      description: 'Vi vil gå tur.',
      contactName: 'Kontaktperson',
      contactEmail: 'kontakt@tur.example',
      contactPhone: null,
      channel: 'web',
      origin: 'enquiry',
      area: null,
      receivedAt: new Date('2027-01-11T08:00:00.000Z'),
      secretHash: hashOfToken(SECRET),
    },
  ]);
  await importCase(db, simulated.events, 'import');
}

interface WorkItem {
  readonly deadline: DeadlineView;
  readonly for: { readonly id: string } | null;
}
interface Work {
  readonly overdue: WorkItem[];
  readonly today: WorkItem[];
  readonly soon: WorkItem[];
  readonly waiting: WorkItem[];
  readonly whileAway: {
    readonly items: { readonly events: { readonly type: string; readonly by: string | null }[] }[];
  } | null;
}

const workOf = async (agent: Agent | undefined): Promise<Work> =>
  ((await agent?.get('/api/v1/me/work').expect(200))?.body ?? {}) as Work;
const dueNow = ({ overdue, today }: Work): string[] =>
  [...overdue, ...today].map(({ deadline }) => deadline.kind).sort();
const caseOf = async (agent: Agent | undefined): Promise<CaseView> =>
  ((await agent?.get(path).expect(200))?.body ?? {}) as CaseView;
const allDeadlinesOf = async (agent: Agent | undefined): Promise<DeadlineView[]> =>
  ((await agent?.get(`${path}/deadlines`).expect(200))?.body as { items: DeadlineView[] }).items;
const remindersOf = (deadlines: readonly DeadlineView[]) =>
  deadlines.flatMap(({ id, reminders }) =>
    reminders.map(({ rung, at, to }) => `${id} ${rung} ${at} ${to.map((it) => it.id).join()}`),
  );

describe('an owner who goes on leave', () => {
  const due = ['firstContact.contact', 'firstContact.handler', 'firstContact.meeting'];

  it('owes three things that are due before anybody is away', async () => {
    expect(dueNow(await workOf(owner)).filter((kind) => due.includes(kind))).toEqual(
      due.filter((kind) => kind !== 'firstContact.handler'),
    );
    expect(dueNow(await workOf(deputy))).toEqual([]);
  });

  it('leaves them to the deputy, who acts; the manager sees it and the entrepreneur is told the name', async () => {
    await owner
      ?.post('/api/v1/me/absences')
      .send({ from: LEFT_ON, to: '2027-02-19', substitute: 'leder.helse' })
      .expect(201);
    const mine = dueNow(await workOf(owner));
    const covered = await workOf(deputy);
    expect(dueNow(covered)).toEqual(mine);
    expect(new Set([...covered.overdue, ...covered.today].map((item) => item.for?.id))).toEqual(new Set([OWNER]));
    expect(dueNow(await workOf(manager))).toEqual([]);

    const seen = await caseOf(manager);
    expect(seen.owner).toMatchObject({ id: OWNER, away: { until: '2027-02-19', standIn: { id: DEPUTY } } });
    expect(seen.risks.map(({ code }) => code)).toEqual(['CONTACT_AWAY']);
    const { body: atRisk } = (await manager?.get('/api/v1/collaborations?risk=true').expect(200)) ?? {};
    expect((atRisk as { items: { id: string }[] }).items.map(({ id }) => id)).toEqual([ID]);

    const status = await api.anonymous.get(`/api/v1/enquiries/status/${SECRET}`).expect(200);
    expect(status.body).toMatchObject({
      contact: { name: 'Saksbehandler, Helse og mestring' },
      standIn: { name: 'Saksbehandler 2, Helse og mestring' },
    });
  });

  it('is reminded up to the last day at work, and the deputy from then on', async () => {
    const reminders = (await allDeadlinesOf(manager)).flatMap((it) => it.reminders);
    const to = (test: (at: string) => boolean) =>
      new Set(
        reminders.filter(({ at, escalation }) => test(at) && !escalation).flatMap((it) => it.to.map(({ id }) => id)),
      );
    expect(to((at) => at < LEFT_ON)).toContain(OWNER);
    expect(to((at) => at < LEFT_ON)).not.toContain(DEPUTY);
    expect(to((at) => at >= '2027-01-25T00:00:00.000Z')).toContain(DEPUTY);
    expect(to((at) => at >= '2027-01-25T00:00:00.000Z')).not.toContain(OWNER);
  });

  it('warns whoever hands something over to somebody who is away', async () => {
    await receiver
      ?.post('/api/v1/me/absences')
      .send({ from: '2027-02-01', to: null, substitute: 'saksbehandler.kultur' })
      .expect(201);
    const { handover } = await caseOf(deputy);
    expect(handover?.receivers).toMatchObject([
      { person: 'leder.kultur', away: { until: null, standIn: { id: 'saksbehandler.kultur' } } },
    ]);
    const standIn = await workOf(await api.signInAs('saksbehandler.kultur'));
    expect([...standIn.overdue, ...standIn.today, ...standIn.soon].map((item) => item.for?.id)).toContain(
      'leder.kultur',
    );
  });

  it('comes back to see what happened, and nothing is there twice', async () => {
    // An absence covers whole days: whoever is back today sees the events of today.
    const before = remindersOf(await allDeadlinesOf(manager)).filter((line) => !line.includes(' 2027-02-01'));
    await deputy
      ?.post(`${path}/commands`)
      .send({ type: 'registerFact', fact: 'contactMade', data: { note: 'Ringte.' } })
      .expect(200);
    await owner?.patch(`/api/v1/me/absences/${LEFT_ON}`).send({ to: '2027-01-31' }).expect(200);
    const work = await workOf(owner);
    expect(new Set(dueNow(work)).size).toBe(dueNow(work).length);
    expect(dueNow(work)).toContain('firstContact.meeting');
    expect(dueNow(await workOf(deputy))).toEqual([]);
    const events = work.whileAway?.items.flatMap((item) => item.events) ?? [];
    expect(events.map(({ type }) => type)).toContain('escalated');
    expect(new Set(events.map((event) => JSON.stringify(event))).size).toBe(events.length);
    expect((await caseOf(manager)).owner).not.toHaveProperty('away');
    const after = remindersOf(await allDeadlinesOf(manager));
    expect(after.filter((line) => before.includes(line))).toEqual(before);
    expect(new Set(after).size).toBe(after.length);
    const status = await api.anonymous.get(`/api/v1/enquiries/status/${SECRET}`).expect(200);
    expect(status.body).not.toHaveProperty('standIn');
  });
});
