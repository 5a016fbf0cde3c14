import type { Directory } from '#domain/policy/directory.js';
import type { Command } from '#domain/model/command.js';
import type { FactSchema } from '#domain/process/process-document.js';
import type { CommandRequest } from '#contracts/http/cases/command.js';
import { findUser } from '#domain/people/directory-lookup.js';
import { refusedWith } from '../../shared/refused.js';

/** A user or unit named in a request body, with the pointer to the field. */
export interface PersonOrUnitRef {
  readonly pointer: string;
  readonly id: string;
  /** `staff` is a user who works for the municipality. */
  readonly kind: 'user' | 'staff' | 'unit';
}

const KIND_LABELS = { user: 'user', staff: 'member of staff', unit: 'unit' } as const;

/** The users and units in a command's own fields. */
export function refsInCommand(body: CommandRequest): PersonOrUnitRef[] {
  switch (body.type) {
    case 'assignOwner':
      return [{ pointer: '/owner', id: body.owner, kind: 'user' }];
    case 'nameDeputy':
      return [{ pointer: '/deputy', id: body.deputy, kind: 'user' }];
    case 'changeContact':
      return [{ pointer: '/contact', id: body.contact, kind: 'user' }];
    case 'addParty':
    case 'endParty':
      return [{ pointer: '/party', id: body.party, kind: 'user' }];
    case 'suspend':
      return [{ pointer: '/approvedBy', id: body.approvedBy, kind: 'user' }];
    case 'draftHandover':
      return body.receivers.flatMap(({ unit, person }, index): PersonOrUnitRef[] => [
        { pointer: `/receivers/${index}/unit`, id: unit, kind: 'unit' },
        { pointer: `/receivers/${index}/person`, id: person, kind: 'staff' },
      ]);
    default:
      return [];
  }
}

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
    throw refusedWith(
      'unknown-person',
      `Ukjent person eller enhet: ${unknown.map(({ id }) => id).join(', ')}.`,
      errors,
    );
  }
  const users = named.flatMap(({ id, kind }) => (kind === 'unit' ? [] : (findUser(directory, id) ?? [])));
  return Object.fromEntries(users.map(({ id, unit, grants }) => [id, { unit, grants }]));
}

/** A fact may name a user who has left or a unit that is closed; any other field may not. */
function canBeNamed({ users, units }: Directory, { pointer, id, kind }: PersonOrUnitRef): boolean {
  const inFactData = pointer.startsWith('/data/');
  if (kind !== 'unit')
    return users.some((user) => user.id === id && (user.left ? inFactData : kind === 'user' || user.staff));
  return units.some((unit) => unit.id === id && (inFactData || !unit.closed));
}
