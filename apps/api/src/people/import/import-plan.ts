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

/** What a sheet comes to: a line a row, and what there is to write when no row is refused. */
export interface ImportPlan {
  readonly rows: readonly RowReport[];
  readonly refused: boolean;
  readonly units: UnitRows;
  readonly people: PersonRows;
  readonly roles: RoleRows;
  readonly identities: IdentityRows;
}

interface Terms {
  readonly today: LocalDate;
  readonly roleNames: ReadonlyMap<string, string>;
  readonly known: Known;
}

/** Plays a sheet on the register in memory, by the same rules as one change at a time. The register is used up by it. */
export function planImport(
  rows: readonly SheetRow[],
  register: Register,
  { today, roleNames, known }: Terms,
): ImportPlan {
  const units = new UnitRows(register);
  const people = new PersonRows(register, today);
  const roles = new RoleRows(register, today, roleNames);
  const identities = new IdentityRows(register, known);
  const later: (() => void)[] = [];
  const reports = rows.map((row) => {
    const report: RowReport = { line: row.line, outcome: 'UNCHANGED', did: [] };
    refusing(report, () => take(row, report));
    return report;
  });
  for (const end of later) end();
  for (const report of reports) report.outcome = outcomeOf(report);
  const refused = reports.some(({ outcome }) => outcome === 'REFUSED');
  return { rows: reports, refused, units, people, roles, identities };

  function take(row: SheetRow, report: RowReport): void {
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
    const place = cells.roleUnit === undefined ? unit : units.find(cells.roleUnit, 'roleUnit');
    const role = roles.take(cells, person.id, place.id);
    if (role === 'ROLE_GIVEN') report.did.push(role);
    else if (role) later.push(() => refusing(report, () => void (role(), report.did.push('ROLE_CHANGED'))));
  }
}

function refusing(report: RowReport, take: () => void): void {
  try {
    take();
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
