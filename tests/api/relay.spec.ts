import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HANDOVER_PARTS } from '#domain/model/handover-parts.js';
import type { HandoverPart } from '#domain/model/handover-parts.js';
import type { CaseView } from '#contracts/http/cases/case.js';
import { startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';

let api: TestApi;
let reader: Agent;
let cases: readonly CaseView[];

beforeAll(async () => {
  api = await startTestApi({ temporal: 'down', seed: 'demo' });
  reader = await api.signInAs('kommunedirektor');
  const { items } = await get<{ items: { id: string }[] }>('/api/v1/collaborations?limit=100');
  cases = await Promise.all(items.map(({ id }) => get<CaseView>(`/api/v1/collaborations/${id}`)));
}, 120_000);
afterAll(() => api.close());

const get = async <T>(path: string, agent = reader): Promise<T> => (await agent.get(path).expect(200)).body as T;

interface Row {
  readonly id: string;
  readonly state: string;
  readonly collaboration: { readonly id: string };
  readonly receivers: readonly { readonly person: string; readonly unit: string }[];
  readonly from: { readonly unit: string; readonly person: string };
}

describe('every case of the demonstration', () => {
  it('runs through six legs, of which exactly one is now, and those before it are done or skipped', () => {
    for (const { legs, phase } of cases) {
      expect(legs).toHaveLength(6);
      const at = legs.findIndex(({ state }) => state === 'NOW');
      expect(legs[at]?.phase).toBe(phase);
      expect(legs.slice(0, at).every(({ state }) => state === 'DONE' || state === 'SKIPPED')).toBe(true);
      expect(legs.slice(at + 1).every(({ state }) => state === 'AHEAD' || state === 'DECIDED')).toBe(true);
      for (const { state, from } of legs) expect(from !== undefined).toBe(state === 'DONE' || state === 'NOW');
    }
    const states = new Set(cases.flatMap(({ legs }) => legs.map(({ state }) => state)));
    expect([...states]).toEqual(expect.arrayContaining(['DONE', 'SKIPPED', 'NOW', 'AHEAD']));
  });

  it('has one baton while it is open, with the owner, and the handover that waits; words for its codes; a contact to call', () => {
    for (const { baton, owner, unit, state, stateLabel, waitingForLabel, contact } of cases) {
      const open = state === 'OPEN' || state === 'SUSPENDED';
      expect(baton === null).toBe(!open);
      if (baton) expect(baton).toMatchObject({ person: owner.id, personName: owner.name, unit });
      expect(stateLabel).toMatch(/^[A-ZÅ]/);
      if (open) expect(waitingForLabel).toMatch(/^[A-Z]/);
      else expect(waitingForLabel).toBeNull();
      expect(contact.email ?? contact.phone).toEqual(expect.any(String));
    }
  });

  it('names who ticked and who decided, and says in words why an item does not apply', () => {
    const entries = cases.flatMap(({ checklist }) => checklist);
    for (const { by, byName } of entries) expect(byName === undefined).toBe(by === undefined);
    const notApplicable = entries.filter(({ state }) => state === 'NOT_APPLICABLE');
    expect(notApplicable.length).toBeGreaterThan(0);
    for (const { reason } of notApplicable) expect(reason).toMatch(/^[A-ZÆØÅ].* .*\.$/);
    for (const { gate } of cases) if (gate.decision?.by) expect(gate.decision.byName).toMatch(/\w/);
  });

  it('says how late a debt is, and whether the entrepreneur sees it', () => {
    const deadlines = cases.flatMap((it) => it.deadlines);
    const late = deadlines.filter(({ workingDaysLate }) => workingDaysLate !== undefined);
    expect(late.length).toBeGreaterThan(0);
    for (const { workingDaysLate, nature } of late)
      expect([nature, (workingDaysLate ?? 0) > 0]).toEqual(['DEBT', true]);
    for (const { shared, owedBy, owedTo } of deadlines)
      expect(shared).toBe([owedBy.party, owedTo.party].includes('ENTREPRENEUR'));
  });
});

describe('a handover', () => {
  it('is found by its states and by whose it is, and a list of unknown states is refused', async () => {
    const { items: all } = await get<{ items: Row[] }>('/api/v1/handovers?limit=100');
    const { items } = await get<{ items: Row[] }>('/api/v1/handovers?limit=100&state=RETURNED,SENT');
    expect(items).toEqual(all.filter(({ state }) => state === 'RETURNED' || state === 'SENT'));
    expect(items.length).toBeGreaterThan(0);
    await reader.get('/api/v1/handovers?state=SENT,NOTHING').expect(400);
    await reader.get('/api/v1/handovers?mine=all').expect(400);
    const sent = all.find(({ state }) => state === 'RETURNED');
    const receiver = await api.signInAs(sent?.receivers[0]?.person ?? '');
    const { items: toMe } = await get<{ items: Row[] }>('/api/v1/handovers?mine=to', receiver);
    expect(toMe.map(({ id }) => id)).toContain(sent?.id);
    for (const { receivers } of toMe)
      expect(receivers.map(({ person }) => person)).toContain(sent?.receivers[0]?.person);
    const sender = await api.signInAs(sent?.from.person ?? '');
    const { items: fromMe } = await get<{ items: Row[] }>('/api/v1/handovers?mine=from', sender);
    expect(fromMe.map(({ id }) => id)).toContain(sent?.id);
    for (const { from } of fromMe) expect(from.person).toBe(sent?.from.person);
  });

  it('has its own address, with its round and the days of its clock', async () => {
    const { items } = await get<{ items: Row[] }>('/api/v1/handovers?limit=100');
    for (const { id, collaboration, state } of items) {
      const detail = await get<{ round: number; clock: { answerOn: string; managersOn: string[] } | null }>(
        `/api/v1/collaborations/${collaboration.id}/handovers/${id}`,
      );
      expect(detail.round).toBeGreaterThan(0);
      if (state !== 'DRAFT')
        expect(detail.clock).toMatchObject({ acknowledgeOn: expect.any(String), answerOn: expect.any(String) });
    }
    await reader.get(`/api/v1/collaborations/${cases[0]?.id}/handovers/none`).expect(404);
  });

  it('is drafted from what the case knows, in the twelve parts; what it does not know is a gap', async () => {
    for (const { id, deadlines, state } of cases.filter((it) => it.state === 'OPEN')) {
      const { parts } = await get<{ parts: { key: string; text?: string; rows?: object[]; gap?: string }[] }>(
        `/api/v1/collaborations/${id}/handovers/prefill`,
      );
      expect(state).toBe('OPEN');
      expect(parts.map(({ key }) => key)).toEqual(Object.keys(HANDOVER_PARTS));
      for (const { key, text, rows, gap } of parts) {
        const isByPeople = 'byPeople' in HANDOVER_PARTS[key as HandoverPart];
        expect([key, gap === undefined]).toEqual([key, !isByPeople && (text ?? rows) !== undefined]);
      }
      expect(parts.find(({ key }) => key === 'openTasks')?.rows?.length ?? 0).toBe(Math.min(20, deadlines.length));
      expect(parts.find(({ key }) => key === 'status')?.text).toMatch(/\w/);
    }
    const outsider = await api.signInAs('radgiver.ekstern');
    expect((await outsider.get(`/api/v1/collaborations/${cases[0]?.id}/handovers/prefill`)).status).toBeGreaterThan(
      402,
    );
  });
});

describe('a case is found', () => {
  it('by the number of its organisation, however it is spaced, and by the name of its contact', async () => {
    const known = cases.find(({ organisation, enquirer }) => organisation?.number !== undefined && enquirer);
    const number = known?.organisation?.number ?? '';
    const spaced = `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`;
    for (const q of [number, spaced, known?.enquirer?.name ?? '']) {
      const { items } = await get<{ items: CaseView[] }>(`/api/v1/collaborations?q=${encodeURIComponent(q)}`);
      expect([q, items.map(({ id }) => id).includes(known?.id ?? '')]).toEqual([q, true]);
    }
  });
});
