import type { UnitId } from '#domain/model/case.js';
import type { PeopleRegister } from '#store/people/people-register.js';
import { checkUnit } from '#store/people/rules/check-unit.js';
import type { UnitRow } from '#store/people/unit-table.js';
import { slugify } from './parse-cells.js';
import { RowRefused, requireValidRow } from './row-refused.js';
import type { SheetColumn } from './sheet.js';

/** Finds units by id or name. An unknown unit is added only when the row names its parent. */
export class UnitImporter {
  readonly added: UnitRow[] = [];
  /** For each slug the number that the next unit with it may get. */
  private readonly nextNumbers = new Map<string, number>();

  constructor(private readonly register: PeopleRegister) {}

  /** @throws RowRefused. */
  find(cell: string, column: SheetColumn): UnitRow {
    const unit = this.lookUp(cell);
    if (!unit)
      throw new RowRefused(column, {
        code: 'unknown-person',
        detail: { nb: `«${cell}» er ingen enhet.`, en: `"${cell}" is no unit.` },
      });
    return unit;
  }

  /** @returns the unit, and whether it was added now. @throws RowRefused. */
  findOrAdd(cell: string, parent: string | undefined): { readonly unit: UnitRow; readonly isNew: boolean } {
    if (parent === undefined) return { unit: this.find(cell, 'unit'), isNew: false };
    const parentUnit = this.find(parent, 'parent');
    const existing = this.lookUp(cell);
    if (existing && existing.parent !== parentUnit.id) {
      throw new RowRefused('parent', {
        code: 'held',
        detail: {
          nb: `«${existing.name}» ligger ikke under «${parentUnit.name}».`,
          en: `"${existing.name}" is not under "${parentUnit.name}".`,
        },
      });
    }
    if (existing) return { unit: existing, isNew: false };
    const unit = {
      id: this.freeId(slugify(cell)),
      name: cell,
      parent: parentUnit.id,
      holdsCases: true,
      closedOn: null,
    };
    requireValidRow(checkUnit(this.register, unit), 'unit');
    this.register.putUnit(unit);
    this.added.push(unit);
    return { unit, isNew: true };
  }

  private lookUp(cell: string): UnitRow | undefined {
    return this.register.units.get(cell) ?? this.register.openUnitNamed(cell);
  }

  private freeId(slug: string): UnitId {
    for (let n = this.nextNumbers.get(slug) ?? 1; ; n += 1) {
      const id = n === 1 ? slug : `${slug}-${n}`;
      if (this.register.units.has(id)) continue;
      this.nextNumbers.set(slug, n + 1);
      return id;
    }
  }
}
