import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi } from '#support/api.js';
import type { Agent, TestApi } from '#support/api.js';
import { expectRefusal } from '#support/problem.js';

let api: TestApi;
let handler: Agent;
let leader: Agent;
beforeAll(async () => {
  api = await startApi();
  handler = await api.as('saksbehandler.helse');
  leader = await api.as('leder.helse');
}, 120_000);
afterAll(() => api.close());

const CASES = '/api/v1/collaborations';
const TO = 'saksbehandler2.helse';

interface Line {
  readonly id: string;
  readonly outcome: string;
  readonly code?: string;
  readonly why?: string;
  readonly needsHandover: boolean;
}

async function opened(agent = handler): Promise<string> {
  const { body } = await agent.post(CASES).send({ title: 'Turgruppe på Ås', description: 'Et behov' }).expect(201);
  return body.id as string;
}

async function move(collaborations: readonly string[], more: { to?: string; dryRun?: boolean; key?: string } = {}) {
  const { key = randomUUID(), ...body } = more;
  const answer = await leader
    .post(`${CASES}/moves`)
    .set('Idempotency-Key', key)
    .send({ to: TO, ...body, collaborations })
    .expect(200);
  return answer.body.lines as Line[];
}

const outcomes = (lines: readonly Line[]): string[] => lines.map(({ outcome }) => outcome);
const ownerOf = async (id: string): Promise<string> => (await leader.get(`${CASES}/${id}`)).body.owner.id as string;
const assignments = async (id: string): Promise<number> => {
  const { body } = await leader.get(`${CASES}/${id}/events`).expect(200);
  return (body.items as { type: string }[]).filter(({ type }) => type === 'ownerAssigned').length;
};

describe('moving many cases', () => {
  it('says beforehand what each case would do, and does nothing', async () => {
    const [one, two, mine] = [await opened(), await opened(), await opened(await api.as(TO))];
    const elsewhere = await opened(await api.as('saksbehandler.nav'));
    const lines = await move([one, two, mine, elsewhere, randomUUID()], { dryRun: true });
    expect(outcomes(lines)).toEqual(['WOULD', 'WOULD', 'ALREADY', 'REFUSED', 'REFUSED']);
    expect(lines[0]).toMatchObject({ id: one, title: 'Turgruppe på Ås', number: expect.stringMatching(/^2027-/) });
    expect(lines[3]).toEqual({ ...lines[4], id: elsewhere });
    expect(lines[4]).toMatchObject({ code: 'not-found' });
    expect(await ownerOf(one)).toBe('saksbehandler.helse');
  });

  it('gives each case a command of its own, and moves nothing twice for a repeated key or a double click', async () => {
    const ids = [await opened(), await opened(), await opened()];
    const before = await assignments(ids[0]!);
    const key = 'flytt-1';
    const twice = await Promise.all([move(ids, { key }), move(ids, { key })]);
    expect(twice.map(outcomes)).toEqual([Array(3).fill('MOVED'), Array(3).fill('MOVED')]);
    expect(outcomes(await move(ids, { key }))).toEqual(Array(3).fill('MOVED'));
    expect(outcomes(await move(ids))).toEqual(Array(3).fill('ALREADY'));
    expect(await ownerOf(ids[2]!)).toBe(TO);
    expect(await assignments(ids[0]!)).toBe(before + 1);
    const reused = await move(ids, { key, to: 'leder.helse' });
    expect(reused.map(({ outcome, code }) => [outcome, code])).toEqual(Array(3).fill(['REFUSED', 'key-reused']));
    const [entry] = await api.dataSource.query<{ detail: object }[]>(
      `SELECT detail FROM audit_entry WHERE kind = 'casesMoved' ORDER BY id DESC`,
    );
    expect(entry?.detail).toEqual({ to: TO, moved: [...ids].sort(), asked: 3 });
  });

  it('goes on past a case that says no, and says when it must be sent over instead', async () => {
    const [closed, open] = [await opened(), await opened()];
    await handler.post(`${CASES}/${closed}/commands`).send({ type: 'withdraw', reason: 'Trukket' }).expect(200);
    expect((await move([closed, open])).map(({ outcome, code }) => [outcome, code])).toEqual([
      ['REFUSED', 'already-closed'],
      ['MOVED', undefined],
    ]);
    for (const dryRun of [true, false]) {
      const [line] = await move([open], { to: 'saksbehandler.nav', dryRun });
      expect(line).toMatchObject({ outcome: 'REFUSED', code: 'forbidden', needsHandover: true });
    }
  });

  it('is for managers, to somebody on the staff, of cases that are named', async () => {
    const id = await opened();
    const body = { collaborations: [id], to: TO };
    const post = (agent: Agent, changed: object = {}) => agent.post(`${CASES}/moves`).send({ ...body, ...changed });
    expectRefusal(await post(handler), 403, 'forbidden');
    expectRefusal(await post(await api.as('entreprenor.01')), 403, 'forbidden');
    for (const to of ['nobody', 'henviser']) expectRefusal(await post(leader, { to }), 422, 'unknown-person', '/to');
    expectRefusal(await post(leader, { collaborations: [] }), 400, 'malformed', '/collaborations');
    expectRefusal(await post(leader, { collaborations: ['1'] }), 400, 'malformed', '/collaborations/0');
    expectRefusal(await post(leader, { collaborations: Array(201).fill(id) }), 400, 'malformed', '/collaborations');
    expectRefusal(await post(leader, { dryRun: 'ja' }), 400, 'malformed', '/dryRun');
  });

  it('stops when nobody works on cases, and goes on with the same key', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => opened()));
    await api.stopWorker();
    const lines = await move(ids, { key: 'stans' });
    expect(new Set(outcomes(lines))).toEqual(new Set(['UNKNOWN', 'NOT_TRIED']));
    await api.startWorker();
    expect(outcomes(await move(ids, { key: 'stans' }))).toEqual(Array(12).fill('MOVED'));
  }, 60_000);
});
