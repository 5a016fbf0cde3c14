import type { PersonOrUnitRef } from '#domain/case/commands/command-definition.js';
import type { Directory } from '#domain/policy/directory.js';
import type { Command } from '#domain/model/command.js';
import { label } from '#domain/process/label.js';
import type { FactSchema, Label } from '#domain/process/process-document.js';
import { findUser } from '#domain/people/directory-lookup.js';
import { refusedWith } from '../../shared/refused.js';

const KIND_LABELS = { user: 'user', staff: 'member of staff', unit: 'unit' } as const;

/** The users and units in a fact's data: the fields that its schema marks `x-user` or `x-unit`. */
export function refsInFactData(schema: FactSchema, data: Readonly<Record<string, unknown>>): PersonOrUnitRef[] {
  return Object.entries(data).flatMap(([field, value]) =>
    refsInField(schema.properties[field], value, `/data/${field}`),
  );
}

function refsInField(
  property: Readonly<Record<string, unknown>> | undefined,
  value: unknown,
  pointer: string,
): PersonOrUnitRef[] {
  if (Array.isArray(value)) {
    const items = property?.items as Readonly<Record<string, unknown>> | undefined;
    return value.flatMap((member, index) => refsInField(items ?? property, member, `${pointer}/${index}`));
  }
  if (typeof value !== 'string' || !property) return [];
  if (property['x-user'] !== undefined) return [{ pointer, id: value, kind: 'staff' }];
  if (property['x-unit'] !== undefined) return [{ pointer, id: value, kind: 'unit' }];
  return [];
}

/**
 * The named users with home unit and grants, as the command carries them to the rules.
 * @throws HttpRefusal 422 `unknown-person` when one of them does not exist or cannot be named there.
 */
export function requirePeople(directory: Directory, named: readonly PersonOrUnitRef[]): Command['people'] {
  const unknown = named.filter((it) => !canBeNamed(directory, it));
  if (unknown.length > 0) {
    const errors = unknown.map(({ pointer, kind }) => ({ pointer, detail: `is no ${KIND_LABELS[kind]} here` }));
    throw refusedWith('unknown-person', whyUnknown(directory, unknown), errors);
  }
  const users = named.flatMap(({ id, kind }) => (kind === 'unit' ? [] : (findUser(directory, id) ?? [])));
  return Object.fromEntries(users.map(({ id, unit, grants }) => [id, { unit, grants }]));
}

function whyUnknown(directory: Directory, unknown: readonly PersonOrUnitRef[]): Label {
  const gone = unknown.flatMap(({ id }) => findUser(directory, id) ?? []).find(({ left }) => left);
  if (gone) return label(`${gone.name} har sluttet. Velg en annen.`, `${gone.name} has left. Choose somebody else.`);
  const ids = unknown.map(({ id }) => id).join(', ');
  return label(`Ukjent person eller enhet: ${ids}.`, `Unknown person or unit: ${ids}.`);
}

/** A fact may name a user who has left or a unit that is closed; any other field may not. */
function canBeNamed({ users, units }: Directory, { pointer, id, kind }: PersonOrUnitRef): boolean {
  const inFactData = pointer.startsWith('/data/');
  if (kind !== 'unit')
    return users.some((user) => user.id === id && (user.left ? inFactData : kind === 'user' || user.staff));
  return units.some((unit) => unit.id === id && (inFactData || !unit.closed));
}
