import { describe, expect, it } from '@jest/globals';
import { demoGrants, demoPeople, demoUnits } from '#infra/demo/municipality.js';
import { PeopleRegister } from '../people-register.js';
import type { UnitRow } from '../unit-table.js';
import { checkUnit, checkUnitClosing } from './check-unit.js';

const NOTHING = { cases: 0, handovers: 0, areas: 0 };
const empty: UnitRow = { id: 'ny', name: 'Ny enhet', parent: 'velferd', holdsCases: true, closedOn: null };
const registerWith = (...units: readonly UnitRow[]) =>
  new PeopleRegister({ units: [...demoUnits, ...units], people: demoPeople, grants: demoGrants, absences: [] });
const close = (unit: UnitRow, counts = NOTHING, register = registerWith(empty)) =>
  checkUnitClosing(register, unit, '2027-06-01', counts);

describe('a unit that is to be closed', () => {
  it('has no case, no open handover and no service area left', () => {
    expect(close(empty)).toBeNull();
    for (const left of ['cases', 'handovers', 'areas'] as const)
      expect(close(empty, { ...NOTHING, [left]: 1 })).toMatchObject({ code: 'held', pointer: '/closedOn' });
  });

  it('has no people, roles or units below it left, and says how many of each', () => {
    const [helse] = demoUnits.filter(({ id }) => id === 'helse');
    expect(close(helse as UnitRow)?.detail.en).toMatch(/employees: \d+, roles: \d+/);
    const below = { ...empty, id: 'under', name: 'Under', parent: 'ny' };
    expect(close(empty, NOTHING, registerWith(empty, below))?.detail.en).toContain('units below: 1');
    const closed = registerWith(empty, { ...below, closedOn: '2027-01-01' });
    expect(close(empty, NOTHING, closed)).toBeNull();
  });
});

describe('a unit in the tree', () => {
  it('has a name of its own among the open ones', () => {
    expect(checkUnit(registerWith(), { ...empty, name: 'HELSE og mestring' })?.pointer).toBe('/name');
    expect(checkUnit(registerWith(empty), empty)).toBeNull();
  });

  it('is under an open unit, never under itself, and at most twenty levels down', () => {
    const chain = Array.from({ length: 20 }, (_, n) => ({
      ...empty,
      id: `n${n}`,
      name: `Nivå ${n}`,
      parent: n === 0 ? null : `n${n - 1}`,
    }));
    const under = (parent: string) => checkUnit(registerWith(...chain), { ...empty, parent })?.code ?? null;
    expect(['n18', 'n19', 'ukjent'].map(under)).toEqual([null, 'out-of-range', 'unknown-person']);
    const [top] = chain;
    expect(checkUnit(registerWith(...chain), { ...(top as UnitRow), parent: 'n5' })?.code).toBe('out-of-range');
    const closed = registerWith({ ...empty, closedOn: '2027-01-01' });
    expect(checkUnit(closed, { ...empty, id: 'x', name: 'X', parent: 'ny' })?.code).toBe('held');
  });
});
