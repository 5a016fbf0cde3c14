import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';
import { expectRefusal } from '#support/expect-refusal.js';

let api: TestApi;
let handler: Agent;
let leader: Agent;
beforeAll(async () => {
  api = await startTestApi();
  handler = await api.signInAs('saksbehandler.helse');
  leader = await api.signInAs('leder.helse');
}, 120_000);
afterAll(() => api.close());

const CASES = '/api/v1/collaborations';
const RECEIVER = 'saksbehandler2.helse';

interface ResultLine {
  readonly id: string;
  readonly outcome: string;
  readonly code?: string;
  readonly why?: string;
  readonly needsHandover: boolean;
}

async function openCase(agent = handler): Promise<string> {
  const { body } = await agent.post(CASES).send({ title: 'Turgruppe på Ås', description: 'Et behov' }).expect(201);
  return body.id as string;
}

async function transferCases(
  collaborations: readonly string[],
  more: { to?: string; dryRun?: boolean; key?: string } = {},
) {
  const { key = randomUUID(), ...body } = more;
  const answer = await leader
    .post(`${CASES}/moves`)
    .set('Idempotency-Key', key)
    .send({ to: RECEIVER, ...body, collaborations })
    .expect(200);
  return answer.body.lines as ResultLine[];
}

const outcomes = (lines: readonly ResultLine[]): string[] => lines.map(({ outcome }) => outcome);
const ownerOf = async (id: string): Promise<string> => (await leader.get(`${CASES}/${id}`)).body.owner.id as string;
const countAssignments = async (id: string): Promise<number> => {
  const { body } = await leader.get(`${CASES}/${id}/events`).expect(200);
  return (body.items as { type: string }[]).filter(({ type }) => type === 'ownerAssigned').length;
};

describe('moving many cases', () => {
  it('says beforehand what each case would do, and does nothing', async () => {
    const [one, two, mine] = [await openCase(), await openCase(), await openCase(await api.signInAs(RECEIVER))];
    const elsewhere = await openCase(await api.signInAs('saksbehandler.nav'));
    const lines = await transferCases([one, two, mine, elsewhere, randomUUID()], { dryRun: true });
    expect(outcomes(lines)).toEqual(['WOULD', 'WOULD', 'ALREADY', 'REFUSED', 'REFUSED']);
    expect(lines[0]).toMatchObject({ id: one, title: 'Turgruppe på Ås', number: expect.stringMatching(/^2027-/) });
    expect(lines[3]).toEqual({ ...lines[4], id: elsewhere });
    expect(lines[4]).toMatchObject({ code: 'not-found' });
    expect(await ownerOf(one)).toBe('saksbehandler.helse');
  });

  it('gives each case a command of its own, and moves nothing twice for a repeated key or a double click', async () => {
    const ids = [await openCase(), await openCase(), await openCase()];
    const before = await countAssignments(ids[0]!);
    const key = 'flytt-1';
    const twice = await Promise.all([transferCases(ids, { key }), transferCases(ids, { key })]);
    expect(twice.map(outcomes)).toEqual([Array(3).fill('MOVED'), Array(3).fill('MOVED')]);
    expect(outcomes(await transferCases(ids, { key }))).toEqual(Array(3).fill('MOVED'));
    expect(outcomes(await transferCases(ids))).toEqual(Array(3).fill('ALREADY'));
    expect(await ownerOf(ids[2]!)).toBe(RECEIVER);
    expect(await countAssignments(ids[0]!)).toBe(before + 1);
    const reused = await transferCases(ids, { key, to: 'leder.helse' });
    expect(reused.map(({ outcome, code }) => [outcome, code])).toEqual(Array(3).fill(['REFUSED', 'key-reused']));
    const [entry] = await api.dataSource.query<{ detail: object }[]>(
      `SELECT detail FROM audit_entry WHERE kind = 'casesMoved' ORDER BY id DESC`,
    );
    expect(entry?.detail).toEqual({ to: RECEIVER, moved: [...ids].sort(), asked: 3 });
  });

  it('goes on past a case that says no, and says when it must be sent over instead', async () => {
    const [closed, open] = [await openCase(), await openCase()];
    await handler.post(`${CASES}/${closed}/commands`).send({ type: 'withdraw', reason: 'Trukket' }).expect(200);
    expect((await transferCases([closed, open])).map(({ outcome, code }) => [outcome, code])).toEqual([
      ['REFUSED', 'already-closed'],
      ['MOVED', undefined],
    ]);
    for (const dryRun of [true, false]) {
      const [line] = await transferCases([open], { to: 'saksbehandler.nav', dryRun });
      expect(line).toMatchObject({ outcome: 'REFUSED', code: 'forbidden', needsHandover: true });
    }
  });

  it('is for managers, to somebody on the staff, of cases that are named', async () => {
    const id = await openCase();
    const body = { collaborations: [id], to: RECEIVER };
    const post = (agent: Agent, changed: object = {}) => agent.post(`${CASES}/moves`).send({ ...body, ...changed });
    expectRefusal(await post(handler), 403, 'forbidden');
    expectRefusal(await post(await api.signInAs('entreprenor.01')), 403, 'forbidden');
    for (const to of ['nobody', 'henviser']) expectRefusal(await post(leader, { to }), 422, 'unknown-person', '/to');
    expectRefusal(await post(leader, { collaborations: [] }), 400, 'malformed', '/collaborations');
    expectRefusal(await post(leader, { collaborations: ['1'] }), 400, 'malformed', '/collaborations/0');
    expectRefusal(await post(leader, { collaborations: Array(201).fill(id) }), 400, 'malformed', '/collaborations');
    expectRefusal(await post(leader, { dryRun: 'ja' }), 400, 'malformed', '/dryRun');
  });

  it('stops when nobody works on cases, and goes on with the same key', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => openCase()));
    await api.stopWorker();
    const lines = await transferCases(ids, { key: 'stans' });
    expect(new Set(outcomes(lines))).toEqual(new Set(['UNKNOWN', 'NOT_TRIED']));
    await api.startWorker();
    expect(outcomes(await transferCases(ids, { key: 'stans' }))).toEqual(Array(12).fill('MOVED'));
  }, 60_000);
});
