import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startConversation } from '#support/conversation.js';
import type { Conversation } from '#support/conversation.js';

let there: Conversation;
beforeAll(async () => {
  there = await startConversation();
}, 120_000);
afterAll(() => there.api.close());

const what = ['Budsjett for det første året.', 'Bilde av lokalet.'];
const ask = { type: 'requestInformation', what };

it('nobody is asked to answer by a day that has passed, nor is that offered', async () => {
  for (const dry of ['', '?dryRun=true']) {
    const late = { ...ask, by: '2026-12-01' };
    const { status, body } = await there.owner.post(`${there.path}/commands${dry}`).send(late);
    expect([status, body.code, body.errors?.[0]?.pointer]).toEqual([422, 'in-the-past', '/by']);
  }
});

it.each([
  [{ what: [] }],
  [{ what: Array.from({ length: 11 }, () => 'Noe.') }],
  [{ what: 'Budsjett.' }],
  [{ what: [' '] }],
  [{ what: ['x'.repeat(4001)] }],
  [{ what: ['Fødselsnummer 01010750160.'] }],
  [{ what, by: 'i morgen' }],
])('what cannot be asked for is refused: %j', async (wrong) => {
  const { status, body } = await there.owner.post(`${there.path}/commands`).send({ ...ask, ...wrong });
  expect([status, body.errors?.length]).toEqual([400, 1]);
});

it('what is missing stands in the day of the entrepreneur, who reads all of it in their own words', async () => {
  await there.submit(there.owner, ask);
  const work = (await there.outside.get('/api/v1/me/work?limit=100').expect(200)).body;
  const mine = [...work.overdue, ...work.today, ...work.soon, ...work.later];
  expect(mine).toMatchObject([
    {
      asked: what,
      deadline: {
        task: 'Send opplysningene det er bedt om',
        act: { command: 'giveInformation', body: { request: 'i1', item: 1 }, input: { required: ['text'] } },
      },
    },
  ]);
  expect(mine[0].deadline.act.label).toBe(`Send opplysning 1: «${what[0]}»`);
  const { items } = (await there.outside.get(`${there.path}/events`).expect(200)).body;
  const told = (items as { text: string }[]).map(({ text }) => text).join('\n');
  expect(told).toContain('Ny frist: Vi tar kontakt med deg');
  expect(told).not.toContain('Ta kontakt med den som henvendte seg');
  const view = (await there.outside.get(there.path).expect(200)).body;
  const labels = (view.deadlines as { label: string; promise?: { text: string } }[]).filter(({ promise }) => promise);
  expect(labels.length).toBeGreaterThan(2);
  expect(labels.filter(({ label, promise }) => label !== promise?.text)).toEqual([]);
});

it('she sends one thing, and only what is left and what came back is still asked for', async () => {
  const about = { request: 'i1', item: 1 };
  await there.submit(there.outside, { type: 'giveInformation', ...about, text: 'Budsjettet er 400 000 kroner.' });
  const askedNow = async (): Promise<unknown> => {
    const { later } = (await there.outside.get('/api/v1/me/work?limit=100').expect(200)).body;
    return (later as { asked?: string[] }[])[0]?.asked;
  };
  expect(await askedNow()).toEqual([what[1]]);
  await there.submit(there.owner, { type: 'returnInformation', ...about, missing: 'Lønn til lederen.' });
  expect(await askedNow()).toEqual([what[0], 'Lønn til lederen.', what[1]]);
  for (const reader of [there.owner, there.outside]) {
    const { information } = (await reader.get(there.path).expect(200)).body;
    expect(information).toMatchObject([
      {
        id: 'i1',
        askedBy: { id: 'saksbehandler.helse' },
        dueOn: '2027-02-22',
        open: true,
        items: [
          {
            item: 1,
            what: what[0],
            state: 'RETURNED',
            missing: 'Lønn til lederen.',
            given: [{ by: { id: 'p-kari' }, text: 'Budsjettet er 400 000 kroner.' }],
          },
          { item: 2, what: what[1], state: 'ASKED', given: [] },
        ],
      },
    ]);
  }
});
