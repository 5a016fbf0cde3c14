import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { coreOf } from '#domain/process/process-core.js';
import type { ProcessDocument } from '#domain/process/process-document.js';
import { newestProcess } from '#processes/versions.js';
import { releaseProcess } from '#store/process/process-versions.js';
import { expectRefusal } from '#support/expect-refusal.js';
import { startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';

/**
 * An artificial next version of the process: contact may take longer and needs a note, a visit is a fact and the first
 * point on the checklist, and nobody can refer a case elsewhere.
 */
function nextVersionOf(document: ProcessDocument): ProcessDocument {
  const { G1 } = document.gates;
  const { refer: _refer, ...commands } = document.commands;
  const contact = document.deadlines[CONTACT];
  const { contactMade, meetingHeld } = document.facts;
  if (!contact || !contactMade || !meetingHeld) throw new Error('the process has changed: adapt this test');
  const siteVisited = { ...meetingHeld, label: { nb: 'Besøk gjort', en: 'Site visited' } };
  return {
    ...document,
    version: document.version + 1,
    commands,
    gates: { ...document.gates, G1: { ...G1, items: ['siteVisited', ...G1.items] } },
    items: {
      ...document.items,
      siteVisited: { label: siteVisited.label, requirement: 'WAIVABLE', metBy: { fact: 'siteVisited' } },
    },
    facts: {
      ...document.facts,
      siteVisited,
      contactMade: { ...contactMade, schema: { ...contactMade.schema, required: ['note'] } },
    },
    deadlines: {
      ...document.deadlines,
      [CONTACT]: { ...contact, count: 3, label: { nb: 'Ringe tilbake', en: 'Call back' } },
    },
  };
}

const CONTACT = 'firstContact.contact';
const FIRST = newestProcess.version;
const SECOND = FIRST + 1;

let api: TestApi;
let staff: Agent;
/** Opened before and after the release of the next version. */
let early: string;
let late: string;

beforeAll(async () => {
  api = await startTestApi();
  staff = await api.signInAs('saksbehandler.helse');
  early = await openCase();
  const next = nextVersionOf(newestProcess);
  await releaseProcess(api.dataSource.manager, next, coreOf(next));
  late = await openCase();
}, 120_000);
afterAll(() => api.close());

async function openCase(): Promise<string> {
  const opening = { title: 'Behov', description: 'Et behov' };
  const { body } = await staff.post('/api/v1/collaborations').send(opening).expect(201);
  return `/api/v1/collaborations/${body.id}`;
}

interface View {
  readonly process: { readonly id: string; readonly version: number };
  readonly deadlines: readonly { readonly kind: string; readonly label: string; readonly dueOn: string }[];
  readonly checklist: readonly { readonly item: string; readonly label: string }[];
  readonly next: readonly { readonly command: string; readonly body: { readonly fact?: string } }[];
  readonly actions: readonly { readonly type: string }[];
}

interface WorkRow {
  readonly deadline: { readonly label: string };
}

const viewOf = async (path: string): Promise<View> => (await staff.get(path).expect(200)).body as View;
const submit = (path: string, body: object) => staff.post(`${path}/commands`).send(body);

async function contactOf(path: string) {
  const found = (await viewOf(path)).deadlines.find(({ kind }) => kind === CONTACT);
  return found && { label: found.label, dueOn: found.dueOn };
}

describe('the process', () => {
  it('is shown in each version, and by itself in the newest with a list of all', async () => {
    const [newest, first, second] = await Promise.all(
      ['', `/${FIRST}`, `/${SECOND}`].map((path) => staff.get(`/api/v1/process${path}`).expect(200)),
    );
    const { versions, ...shown } = newest?.body as { versions: { version: number }[] };
    expect(versions.map(({ version }) => version)).toEqual([SECOND, FIRST]);
    expect(second?.body).toEqual(shown);
    expect([first, second].map((it) => it?.body.deadlines[CONTACT])).toMatchObject([
      { count: 2, label: 'Ta kontakt med den som henvendte seg' },
      { count: 3, label: 'Ringe tilbake' },
    ]);
    expect([first, second].map((it) => [it?.body.version, it?.body.commands.refer !== undefined])).toEqual([
      [FIRST, true],
      [SECOND, false],
    ]);
    expectRefusal(await staff.get(`/api/v1/process/${SECOND + 1}`), 404, 'not-found');
  });
});

describe('a case', () => {
  it('says which version it goes by: that of its opening', async () => {
    const versions = await Promise.all([early, late].map(async (path) => (await viewOf(path)).process));
    expect(versions).toEqual([FIRST, SECOND].map((version) => ({ id: newestProcess.id, version })));
  });

  it('has the deadlines of its version, by the name that its version gives them', async () => {
    expect(await contactOf(early)).toEqual({ label: 'Ta kontakt med den som henvendte seg', dueOn: '2027-02-03' });
    expect(await contactOf(late)).toEqual({ label: 'Ringe tilbake', dueOn: '2027-02-04' });
    const { body: work } = await staff.get('/api/v1/me/work').expect(200);
    const rows = ['overdue', 'today', 'soon', 'later', 'waiting'].flatMap((section) => work[section] as WorkRow[]);
    const labels = rows.map(({ deadline }) => deadline.label);
    expect(labels).toEqual(expect.arrayContaining(['Ta kontakt med den som henvendte seg', 'Ringe tilbake']));
  });

  it('has the next steps, the checklist and the actions of its version', async () => {
    const [first, second] = await Promise.all([early, late].map((path) => viewOf(path)));
    const has = (view: View | undefined) => ({
      visitNext: view?.next.some(({ body }) => body.fact === 'siteVisited'),
      visitOnList: view?.checklist.some(({ item, label }) => item === 'siteVisited' && label === 'Besøk gjort'),
      refer: view?.actions.some(({ type }) => type === 'refer'),
    });
    expect(has(first)).toEqual({ visitNext: false, visitOnList: false, refer: true });
    expect(has(second)).toEqual({ visitNext: true, visitOnList: true, refer: false });
  });

  it('takes the facts of its version, filled in as its version demands, and refuses those of the other', async () => {
    const visited = { type: 'registerFact', fact: 'siteVisited', data: {} };
    const contactMade = { type: 'registerFact', fact: 'contactMade', data: {} };
    expectRefusal(await submit(early, visited), 422, 'bad-fact');
    await submit(late, visited).expect(200);
    await submit(early, contactMade).expect(200);
    expectRefusal(await submit(late, contactMade), 422, 'bad-fact');
    await submit(late, { ...contactMade, data: { note: 'Ringte.' } }).expect(200);
  });

  it('refuses a command that its version does not have, while one of the earlier version takes it', async () => {
    const refer = { type: 'refer', to: 'Frivilligsentralen', reason: 'Passer bedre der.' };
    expectRefusal(await submit(late, refer), 403, 'forbidden');
    await submit(early, refer).expect(200);
    expect((await viewOf(early)).process.version).toBe(FIRST);
  });
});
