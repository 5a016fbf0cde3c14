import { randomUUID } from 'node:crypto';
import type { UserId } from '#domain/model/case.js';
import type { LocalDate } from '#domain/time.js';
import { newPersonBody } from '#contracts/http/people/person.js';
import { changedFields } from '#store/people/change-person.js';
import type { PeopleRegister } from '#store/people/people-register.js';
import { checkPerson } from '#store/people/rules/check-person.js';
import type { PersonRow } from '#store/people/person-table.js';
import type { UnitRow } from '#store/people/unit-table.js';
import { parseBoolean } from './parse-cells.js';
import { RowRefused, requireValidRow, invalidCell } from './row-refused.js';
import type { SheetColumn, SheetRow } from './sheet.js';

type Fields = Partial<Pick<PersonRow, 'name' | 'unit' | 'email' | 'phone' | 'staff'>>;

/**
 * Finds, adds and changes people. A row names a person by id, else by e-mail, else by name and unit. An empty cell leaves
 * the field unchanged. Two rows with different values for one person are refused.
 */
export class PersonImporter {
  readonly added = new Map<UserId, PersonRow>();
  /** Changed people, as they were before the import. */
  readonly changed = new Map<UserId, PersonRow>();
  /** What earlier rows say of a person, each field with the line that said it first. */
  private readonly said = new Map<UserId, Map<string, { readonly line: number; readonly value: unknown }>>();
  private readonly byName = new Map<string, UserId[]>();

  constructor(
    private readonly register: PeopleRegister,
    private readonly today: LocalDate,
  ) {
    for (const person of register.people.values()) this.addName(person);
  }

  /** @throws RowRefused. */
  applyRow(
    { line, cells }: SheetRow,
    unit: UnitRow,
  ): { readonly id: UserId; readonly did?: 'PERSON_ADDED' | 'PERSON_CHANGED' } {
    const fields = this.fieldsOf(cells, unit);
    const before = this.find(cells, unit, fields.staff);
    if (before?.deactivatedAt)
      throw new RowRefused('id', {
        code: 'already-closed',
        detail: { nb: 'Personen har sluttet.', en: 'The person has left.' },
      });
    const after = before ? { ...before, ...fields } : this.newPersonRow(cells, fields);
    this.requireConsistent(after.id, line, fields);
    requireValidRow(checkPerson(this.register, after, this.today), 'name');
    this.register.putPerson(after);
    this.remember(after.id, line, fields);
    if (!before || this.added.has(after.id)) {
      this.added.set(after.id, after);
      if (before) return { id: after.id };
      this.addName(after);
      return { id: after.id, did: 'PERSON_ADDED' };
    }
    if (changedFields(before, after).length === 0) return { id: after.id };
    if (!before.staff && before.email !== null && after.email !== before.email) throw addressOfOutsider();
    if (!this.changed.has(after.id)) this.changed.set(after.id, before);
    return { id: after.id, did: 'PERSON_CHANGED' };
  }

  private fieldsOf({ id, name, email, phone, staff: staffCell }: SheetRow['cells'], unit: UnitRow): Fields {
    const staff = staffCell === undefined ? undefined : parseBoolean(staffCell);
    if (staffCell !== undefined && staff === undefined)
      throw invalidCell('staff', {
        nb: `«${staffCell}» er verken ja eller nei.`,
        en: `"${staffCell}" is neither yes nor no.`,
      });
    const body = {
      name: name ?? 'x',
      unit: unit.id,
      ...(id && { id }),
      ...(email && { email }),
      ...(phone && { phone }),
    };
    const parsed = newPersonBody.safeParse(body);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw invalidCell((issue?.path[0] ?? 'name') as SheetColumn, {
        nb: 'Cellen har ikke den formen den skal ha.',
        en: 'The cell does not have the form it must have.',
      });
    }
    return {
      unit: unit.id,
      ...(name !== undefined && { name: parsed.data.name }),
      ...(email !== undefined && { email }),
      ...(phone !== undefined && { phone: parsed.data.phone }),
      ...(staff !== undefined && { staff }),
    };
  }

  private find({ id, name, email }: SheetRow['cells'], unit: UnitRow, staff = true): PersonRow | undefined {
    if (id !== undefined) return this.register.people.get(id);
    if (email !== undefined) return this.register.activePersonByEmail(email, staff);
    const people = this.byName.get(nameKey(name ?? '', unit.id)) ?? [];
    if (people.length > 1) {
      throw new RowRefused('name', {
        code: 'unknown-person',
        detail: {
          nb: 'Flere i enheten heter det: bruk id eller e-post.',
          en: 'Several in the unit have that name: use id or e-mail.',
        },
      });
    }
    return this.register.people.get(people[0] ?? '');
  }

  private newPersonRow({ id }: SheetRow['cells'], { name, unit, ...fields }: Fields): PersonRow {
    if (name === undefined || unit === undefined)
      throw invalidCell('name', { nb: 'En ny person må ha et navn.', en: 'A new person must have a name.' });
    return {
      id: id ?? randomUUID(),
      name,
      unit,
      email: null,
      phone: null,
      staff: true,
      ...fields,
      deactivatedAt: null,
      version: 1,
    };
  }

  private requireConsistent(id: UserId, line: number, fields: Fields): void {
    const said = this.said.get(id);
    for (const [field, value] of Object.entries(fields)) {
      const earlier = said?.get(field);
      if (earlier === undefined || earlier.value === value) continue;
      const detail = {
        nb: `Linje ${earlier.line} sier noe annet om samme person enn linje ${line}.`,
        en: `Row ${earlier.line} says something else about the same person than row ${line}.`,
      };
      throw new RowRefused(field as SheetColumn, { code: 'malformed', detail });
    }
  }

  private remember(id: UserId, line: number, fields: Fields): void {
    const said = this.said.get(id) ?? new Map<string, { readonly line: number; readonly value: unknown }>();
    for (const [field, value] of Object.entries(fields)) if (!said.has(field)) said.set(field, { line, value });
    this.said.set(id, said);
  }

  private addName({ id, name, unit, deactivatedAt }: PersonRow): void {
    if (deactivatedAt !== null) return;
    const key = nameKey(name, unit);
    const namesakes = this.byName.get(key);
    if (namesakes) namesakes.push(id);
    else this.byName.set(key, [id]);
  }
}

const nameKey = (name: string, unit: string): string => JSON.stringify([name.toLowerCase(), unit]);

/** They are told of it at the old address when it is changed one by one. */
const addressOfOutsider = (): RowRefused =>
  new RowRefused('email', {
    code: 'forbidden',
    detail: {
      nb: 'E-posten til noen utenfor kommunen er det de logger inn med: endre den på personen selv.',
      en: 'Somebody outside the municipality signs in with their e-mail address: change it on the person.',
    },
  });
