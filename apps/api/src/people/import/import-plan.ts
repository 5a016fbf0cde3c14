import type { z } from 'zod';
import type { LocalDate } from '#domain/time.js';
import type { importReport } from '#contracts/http/people/people-import.js';
import type { PeopleRegister } from '#store/people/people-register.js';
import type { Language } from '../../shared/input/language.decorator.js';
import { turns } from '../../shared/turns.js';
import { IdentityImporter } from './identity-importer.js';
import type { KnownIdentities } from './identity-importer.js';
import { PersonImporter } from './person-importer.js';
import { RoleImporter } from './role-importer.js';
import { RowRefused, invalidCell } from './row-refused.js';
import type { SheetRow } from './sheet.js';
import { UnitImporter } from './unit-importer.js';

export type RowReport = z.infer<typeof importReport>['rows'][number];

/** The result of applying a sheet: a report for each row, and what to write when no row is refused. */
export interface ImportPlan {
  readonly rows: readonly RowReport[];
  readonly hasRefusals: boolean;
  readonly units: UnitImporter;
  readonly people: PersonImporter;
  readonly roles: RoleImporter;
  readonly identities: IdentityImporter;
}

interface PlanImportContext {
  readonly today: LocalDate;
  readonly roleNames: ReadonlyMap<string, string>;
  readonly known: KnownIdentities;
  /** Of the reasons for which rows are refused. */
  readonly language: Language;
}

/**
 * Applies a sheet to `register` in memory, under the same rules as single changes. Do not use `register` afterwards.
 * Other requests have their turns while it works.
 */
export async function planImport(
  rows: readonly SheetRow[],
  register: PeopleRegister,
  { today, roleNames, known, language }: PlanImportContext,
): Promise<ImportPlan> {
  const units = new UnitImporter(register);
  const people = new PersonImporter(register, today);
  const roles = new RoleImporter(register, today, roleNames);
  const identities = new IdentityImporter(register, known);
  const deferredRoleChanges: (() => void)[] = [];
  const reports: RowReport[] = [];
  const giveWay = turns();
  for (const row of rows) {
    const report: RowReport = { line: row.line, outcome: 'UNCHANGED', did: [] };
    reportRefusal(report, language, () => applyRow(row, report));
    reports.push(report);
    await giveWay();
  }
  for (const changeRole of deferredRoleChanges) {
    changeRole();
    await giveWay();
  }
  for (const report of reports) report.outcome = outcomeOf(report);
  const refused = reports.some(({ outcome }) => outcome === 'REFUSED');
  return { rows: reports, hasRefusals: refused, units, people, roles, identities };

  function applyRow(row: SheetRow, report: RowReport): void {
    const { cells } = row;
    if (row.hasExtraCells)
      throw invalidCell('unit', {
        nb: 'Raden har flere celler enn arket har kolonner.',
        en: 'The row has more cells than the sheet has columns.',
      });
    if (cells.unit === undefined) throw invalidCell('unit', { nb: 'Raden mangler enhet.', en: 'The row has no unit.' });
    const { unit, isNew } = units.findOrAdd(cells.unit, cells.parent);
    if (isNew) report.did.push('UNIT_ADDED');
    if (cells.id === undefined && cells.email === undefined && cells.name === undefined) {
      if (cells.parent === undefined || cells.role !== undefined)
        throw invalidCell('name', { nb: 'Raden sier ikke hvem.', en: 'The row does not say who.' });
      return;
    }
    const person = people.applyRow(row, unit);
    report.person = person.id;
    if (person.did) report.did.push(person.did);
    if (identities.applyRow(cells.subject, person.id)) report.did.push('IDENTITY_LINKED');
    const roleUnit = cells.roleUnit === undefined ? unit : units.find(cells.roleUnit, 'roleUnit');
    const role = roles.applyRow(cells, person.id, roleUnit.id);
    if (role === 'ROLE_GIVEN') report.did.push(role);
    else if (role)
      deferredRoleChanges.push(() =>
        reportRefusal(report, language, () => void (role(), report.did.push('ROLE_CHANGED'))),
      );
  }
}

function reportRefusal(report: RowReport, language: Language, apply: () => void): void {
  try {
    apply();
  } catch (error) {
    if (!(error instanceof RowRefused)) throw error;
    const { code, detail } = error.refusal;
    Object.assign(report, { outcome: 'REFUSED', did: [], code, column: error.column, why: detail[language] });
  }
}

function outcomeOf({ outcome, did }: RowReport): RowReport['outcome'] {
  if (outcome === 'REFUSED') return outcome;
  if (did.some((it) => it === 'UNIT_ADDED' || it === 'PERSON_ADDED')) return 'CREATED';
  return did.length > 0 ? 'CHANGED' : 'UNCHANGED';
}
