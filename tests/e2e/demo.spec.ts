import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import type { CaseView, caseRow } from '#contracts/http/cases/case.js';
import type { DeadlineView, deadlineExplanationView } from '#contracts/http/cases/deadline.js';
import type { ApiClient } from '#support/api-client.js';
import { startInstallation, type TestInstallation } from '#support/test-installation.js';

type Row = z.infer<typeof caseRow>;

let installation: TestInstallation;
let reader: ApiClient;
let rows: readonly Row[];
beforeAll(async () => {
  installation = await startInstallation({ startAt: '2027-02-10T09:00:00+01:00', seed: 'demo' });
  reader = await installation.signIn('kommunedirektor');
  rows = await reader.getAllPages<Row>('/collaborations');
}, 180_000);
afterAll(() => installation?.remove(), 60_000);

/** Number, organisation, phase, state, unit and stuck of each case (domain.md F as corrected by 00.16). */
const EXPECTED_CASES = [
  [1, 'Nabobenken Samvær AS', 'FIRST_CONTACT', 'OPEN', 'helse', false],
  [2, 'Leksekroken SA', 'FIRST_CONTACT', 'OPEN', 'oppvekst', true],
  [3, 'Rusken Hage og Arbeid AS', 'MENTORING', 'OPEN', 'nav', false],
  [4, 'Foreldrebroa SA', 'MENTORING', 'OPEN', 'oppvekst', true],
  [5, 'Minnestund AS', 'PILOT', 'OPEN', 'sykehjem', false],
  [6, 'Verktøykassa Ungdom', 'PILOT', 'OPEN', 'kultur', true],
  [7, 'Kveldsro Pårørende AS', 'PILOT', 'OPEN', 'hjemme', true],
  [8, 'Stegvis Jobb AS', 'PROCUREMENT', 'OPEN', 'nav', false],
  [9, 'Trygg Overgang', 'PROCUREMENT', 'OPEN', 'oppvekst', false],
  [10, 'Utlånshjørnet', 'OPERATION', 'OPEN', 'kultur', false],
  [11, 'Nyrytme Læringssenter', 'OPERATION', 'OPEN', 'oppvekst', false],
  [12, 'Bilpleie med Mening AS', 'EFFECT_EVALUATION', 'OPEN', 'nav', false],
  [13, 'Grønt Skrivebord DA', 'FIRST_CONTACT', 'REJECTED', 'innovasjon', false],
  [14, 'Stille Rom SA', 'FIRST_CONTACT', 'REJECTED', 'innovasjon', false],
  [15, 'Sommerteltet Aktivitet', 'PILOT', 'SUSPENDED', 'kultur', false],
  [16, 'Datahjelpen Senior', 'EFFECT_EVALUATION', 'COMPLETED', 'helse', false],
] as const;

const rowOf = (name: string): Row => {
  const found = rows.filter(({ organisation }) => organisation?.name === name);
  expect(found.map(({ number }) => number)).toHaveLength(1);
  return found[0] as Row;
};

describe('the demonstration municipality', () => {
  it('has sixteen collaborations', () => {
    expect(rows.map(({ organisation }) => organisation?.name).sort()).toEqual(
      EXPECTED_CASES.map(([, name]) => name).sort(),
    );
  });

  it.each(EXPECTED_CASES)(
    'has collaboration %i, %s, in %s, %s, with %s; stuck: %s',
    async (_, name, phase, state, unit, stuck) => {
      const row = rowOf(name);
      const { causes, is } = row.stuck;
      expect({ phase: row.phase, state: row.state, unit: row.unit, stuck: is }).toEqual({ phase, state, unit, stuck });
      expect(causes.length > 0).toBe(stuck);
      for (const cause of causes) expect(cause.nextAction.text).toMatch(/\S/);
      const view = await reader.case(row.id);
      expect({ phase: view.phase, state: view.state, unit: view.unit, stuck: view.stuck.is }).toEqual({
        phase,
        state,
        unit,
        stuck,
      });
    },
  );

  it('has a next step, with somebody to take it, on every open case, and none on a closed one', async () => {
    for (const { id, state } of rows) {
      const { next } = await reader.case(id);
      if (state !== 'OPEN' && state !== 'SUSPENDED') expect(next).toEqual([]);
      else expect(next.length).toBeGreaterThan(0);
      for (const { by } of next) expect(by.length).toBeGreaterThan(0);
    }
  });

  it('can say of every deadline why it falls on its date', async () => {
    for (const { id } of rows) {
      const { items } = await reader.get<{ items: DeadlineView[] }>(`/collaborations/${id}/deadlines`);
      for (const deadline of items) {
        const path = `/collaborations/${id}/deadlines/${encodeURIComponent(deadline.id)}/why`;
        const why = await reader.get<z.infer<typeof deadlineExplanationView>>(path);
        expect(why).toMatchObject({ dueOn: deadline.dueOn, calendar: deadline.calendar });
        expect(why.rule).toMatch(/\S/);
        expect(why.basis.event).toBeGreaterThan(0);
        expect(Number.isInteger(why.count)).toBe(true);
      }
    }
  }, 60_000);

  it('is found stuck by the list that asks for it, and warned of where that is all', async () => {
    const stuck = await reader.getAllPages<Row>('/collaborations?stuck=true');
    const names = EXPECTED_CASES.filter(([, , , , , is]) => is).map(([, name]) => name);
    expect(stuck.map(({ organisation }) => organisation?.name).sort()).toEqual([...names].sort());
    expect(rowOf('Nyrytme Læringssenter').stuck.warnings.length).toBeGreaterThan(0);
  });

  it('shows the returned handover of Kveldsro with its gap, and the locked signature of Trygg Overgang', async () => {
    const returned: CaseView = await reader.case(rowOf('Kveldsro Pårørende AS').id);
    expect(returned.handover).toMatchObject({ state: 'RETURNED', toPhase: 'PROCUREMENT' });
    expect(returned.handover?.receivers.flatMap(({ gaps = [] }) => gaps).length).toBeGreaterThan(0);
    const { deadlines } = await reader.case(rowOf('Trygg Overgang').id);
    expect(deadlines).toContainEqual(expect.objectContaining({ nature: 'HOLD', state: 'OPEN' }));
  });

  it('leaves no file that another account of the machine may read or list', async () => {
    const readable = readdirSync(installation.home, { recursive: true, encoding: 'utf8' })
      .map((name) => path.join(installation.home, name))
      // Made by this test, before the start.
      .filter((file) => path.basename(file) !== 'start.out')
      .filter((file) => {
        const stat = lstatSync(file, { throwIfNoEntry: false });
        return stat !== undefined && !stat.isSymbolicLink() && (stat.mode & 0o077) !== 0;
      });
    expect(readable).toEqual([]);
    expect(lstatSync(installation.home).mode & 0o066).toBe(0);
  });

  it('is verified clean while it runs', async () => {
    const { code, output } = await installation.runTool('verify');
    expect(`${code} ${output}`).toMatch(/^0 /);
  }, 60_000);
});
