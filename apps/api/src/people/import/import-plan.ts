import type { z } from 'zod';
import type { LocalDate } from '#domain/time.js';
import type { importReport } from '#contracts/http/views/people.js';
import type { Register } from '#store/people/register.js';
import { IdentityRows } from './identity-rows.js';
import type { Known } from './identity-rows.js';
import { PersonRows } from './person-rows.js';
import { RoleRows } from './role-rows.js';
import { RowRefused, wrongCell } from './row-refused.js';
import type { SheetRow } from './sheet.js';
import { UnitRows } from './unit-rows.js';

export type RowReport = z.infer<typeof importReport>['rows'][number];

/** The result of applying a sheet: a report for each row, and what to write when no row is refused. */
export interface ImportPlan {
  readonly rows: readonly RowReport[];
  readonly refused: boolean;
  readonly units: UnitRows;
  readonly people: PersonRows;
  readonly roles: RoleRows;
  readonly identities: IdentityRows;
}

interface PlanImportContext {
  readonly today: LocalDate;
  readonly roleNames: ReadonlyMap<string, string>;
  readonly known: Known;
}

/** Applies a sheet to `register` in memory, under the same rules as single changes. Do not use `register` afterwards. */
export function planImport(
  rows: readonly SheetRow[],
  register: Register,
  { today, roleNames, known }: PlanImportContext,
): ImportPlan {
  const units = new UnitRows(register);
  const people = new PersonRows(register, today);
  const roles = new RoleRows(register, today, roleNames);
  const identities = new IdentityRows(register, known);
  const deferredRoleChanges: (() => void)[] = [];
  const reports = rows.map((row) => {
    const report: RowReport = { line: row.line, outcome: 'UNCHANGED', did: [] };
    reportRefusal(report, () => applyRow(row, report));
    return report;
  });
  for (const changeRole of deferredRoleChanges) changeRole();
  for (const report of reports) report.outcome = outcomeOf(report);
  const refused = reports.some(({ outcome }) => outcome === 'REFUSED');
  return { rows: reports, refused, units, people, roles, identities };

  function applyRow(row: SheetRow, report: RowReport): void {
    const { cells } = row;
    if (row.overlong) throw wrongCell('unit', 'Raden har flere celler enn arket har kolonner.');
    if (cells.unit === undefined) throw wrongCell('unit', 'Raden mangler enhet.');
    const { unit, isNew } = units.findOrAdd(cells.unit, cells.parent);
    if (isNew) report.did.push('UNIT_ADDED');
    if (cells.id === undefined && cells.email === undefined && cells.name === undefined) {
      if (cells.parent === undefined || cells.role !== undefined) throw wrongCell('name', 'Raden sier ikke hvem.');
      return;
    }
    const person = people.take(row, unit);
    report.person = person.id;
    if (person.did) report.did.push(person.did);
    if (identities.take(cells.subject, person.id)) report.did.push('IDENTITY_LINKED');
    const roleUnit = cells.roleUnit === undefined ? unit : units.find(cells.roleUnit, 'roleUnit');
    const role = roles.take(cells, person.id, roleUnit.id);
    if (role === 'ROLE_GIVEN') report.did.push(role);
    else if (role)
      deferredRoleChanges.push(() => reportRefusal(report, () => void (role(), report.did.push('ROLE_CHANGED'))));
  }
}

function reportRefusal(report: RowReport, apply: () => void): void {
  try {
    apply();
  } catch (error) {
    if (!(error instanceof RowRefused)) throw error;
    const { code, detail } = error.refusal;
    Object.assign(report, { outcome: 'REFUSED', did: [], code, column: error.column, why: detail });
  }
}

function outcomeOf({ outcome, did }: RowReport): RowReport['outcome'] {
  if (outcome === 'REFUSED') return outcome;
  if (did.some((it) => it === 'UNIT_ADDED' || it === 'PERSON_ADDED')) return 'CREATED';
  return did.length > 0 ? 'CHANGED' : 'UNCHANGED';
}
