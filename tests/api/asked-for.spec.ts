import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startConversation } from '#support/conversation.js';
import type { Conversation } from '#support/conversation.js';

let there: Conversation;
beforeAll(async () => {
  there = await startConversation();
}, 120_000);
afterAll(() => there.api.close());

const ask = { type: 'registerFact', fact: 'informationRequested' };
const data = { what: 'Budsjett for det første året.' };

it('nobody is asked to answer by a day that has passed, nor is that offered', async () => {
  for (const dry of ['', '?dryRun=true']) {
    const late = { ...ask, data: { ...data, by: '2026-12-01' } };
    const { status, body } = await there.owner.post(`${there.path}/commands${dry}`).send(late);
    expect([status, body.code, body.errors?.[0]?.pointer]).toEqual([422, 'in-the-past', '/data/by']);
  }
});

it('what is missing stands in the day of the entrepreneur, who reads all of it in their own words', async () => {
  await there.submit(there.owner, { ...ask, data });
  const work = (await there.outside.get('/api/v1/me/work?limit=100').expect(200)).body;
  const mine = [...work.overdue, ...work.today, ...work.soon, ...work.later];
  expect(mine).toMatchObject([{ asked: [data.what], deadline: { task: 'Send opplysningene det er bedt om' } }]);
  for (const { deadline } of mine) if (deadline.act) expect(deadline.act.label).toBe(deadline.task);
  const { items } = (await there.outside.get(`${there.path}/events`).expect(200)).body;
  const told = (items as { text: string }[]).map(({ text }) => text).join('\n');
  expect(told).toContain('Ny frist: Vi tar kontakt med deg');
  expect(told).not.toContain('Ta kontakt med den som henvendte seg');
  const view = (await there.outside.get(there.path).expect(200)).body;
  const labels = (view.deadlines as { label: string; promise?: { text: string } }[]).filter(({ promise }) => promise);
  expect(labels.length).toBeGreaterThan(2);
  expect(labels.filter(({ label, promise }) => label !== promise?.text)).toEqual([]);
});
