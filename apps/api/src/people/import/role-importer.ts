import { dayText } from '#domain/model/words/day-text.js';
import type { UserId } from '#domain/model/case.js';
import { hasEnded } from '#domain/period.js';
import type { LocalDate } from '#domain/time.js';
import { isRole } from '#domain/policy/roles.js';
import type { PeopleRegister } from '#store/people/people-register.js';
import { checkGrantEnd, checkGrant } from '#store/people/rules/check-grant.js';
import type { RoleGrantRow } from '#store/people/role-grant-table.js';
import { parseDate } from './parse-cells.js';
import { requireValidRow, invalidCell } from './row-refused.js';
import type { SheetColumn, SheetRow } from './sheet.js';

/** Gives roles and changes their end dates as the rows say, in the register in memory. */
export class RoleImporter {
  readonly grantsGiven = new Set<RoleGrantRow>();
  readonly grantsEnded: { readonly grant: RoleGrantRow; readonly to: LocalDate | null }[] = [];

  /** @param roleNames  role ids by their names in bokmål and English, in lower case. */
  constructor(
    private readonly register: PeopleRegister,
    private readonly today: LocalDate,
    private readonly roleNames: ReadonlyMap<string, string>,
  ) {}

  /**
   * @returns what was done. A new end date is returned as a function to call after the last row, because a row further down
   * may give the role to a successor.
   * @throws RowRefused.
   */
  applyRow(cells: SheetRow['cells'], person: UserId, unit: string): 'ROLE_GIVEN' | undefined | (() => void) {
    if (cells.role === undefined) {
      const stray = (['from', 'to', 'roleUnit'] as const).find((column) => cells[column] !== undefined);
      if (stray)
        throw invalidCell('role', {
          nb: 'Raden har dato eller enhet for en rolle, men ingen rolle.',
          en: 'The row has a date or unit of a role, but no role.',
        });
      return undefined;
    }
    const role = this.parseRole(cells.role);
    const [from, to] = [parseDateCell(cells, 'from'), parseDateCell(cells, 'to')];
    const held = [...this.register.grantsIn({ person, role, unit })];
    const existing =
      from === undefined
        ? (held.find((grant) => !hasEnded(grant, this.today)) ?? held.find((grant) => grant.to === to))
        : held.find((grant) => grant.from === from);
    if (existing && (to === undefined || existing.to === to)) return undefined;
    if (existing) return () => this.end(existing, to ?? null);
    const grant: RoleGrantRow = { person, role, unit, from: from ?? this.today, to: to ?? null };
    requireValidRow(checkGrant(this.register, grant, this.today), 'role');
    this.register.putGrant(grant);
    this.grantsGiven.add(grant);
    return 'ROLE_GIVEN';
  }

  private end(grant: RoleGrantRow, to: LocalDate | null): void {
    if (this.grantsGiven.has(grant))
      throw invalidCell('to', {
        nb: 'En annen rad gir samme rolle med en annen sluttdag.',
        en: 'Another row gives the same role with another last day.',
      });
    if (hasEnded(grant, this.today))
      throw invalidCell('to', {
        nb: `Rollen tok slutt ${dayText(grant.to ?? this.today).nb}; gi en ny.`,
        en: `The role ended ${dayText(grant.to ?? this.today).en}; give a new one.`,
      });
    requireValidRow(checkGrantEnd(this.register, grant, to, this.today), 'to');
    this.register.putGrant({ ...grant, to });
    this.grantsEnded.push({ grant, to });
  }

  private parseRole(cell: string): string {
    const name = cell.toLowerCase();
    const role = isRole(name) ? name : this.roleNames.get(name);
    if (role === undefined || !isRole(role))
      throw invalidCell('role', { nb: `«${cell}» er ingen rolle.`, en: `"${cell}" is no role.` });
    return role;
  }
}

function parseDateCell(cells: SheetRow['cells'], column: SheetColumn & ('from' | 'to')): LocalDate | undefined {
  const cell = cells[column];
  if (cell === undefined) return undefined;
  const date = parseDate(cell);
  if (date === undefined) throw invalidCell(column, { nb: `«${cell}» er ingen dato.`, en: `"${cell}" is no date.` });
  return date;
}
