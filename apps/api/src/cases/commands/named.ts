import type { Directory } from '#domain/policy/directory.js';
import type { Command } from '#domain/model/command.js';
import type { FactSchema } from '#domain/process/core.js';
import type { CommandRequest } from '#contracts/http/commands.js';
import { userOf } from '#domain/people/people.js';
import { refusedWith } from '../../shared/refused.js';

/** A user or unit that a body names, and where. */
export interface Named {
  readonly pointer: string;
  readonly id: string;
  /** `staff`: a user who works for the municipality; who has the case or a part in its work is one. */
  readonly what: 'user' | 'staff' | 'unit';
}

const WORDS = { user: 'user', staff: 'member of staff', unit: 'unit' } as const;

/** Who and which units a command names by itself. */
export function namedIn(body: CommandRequest): Named[] {
  switch (body.type) {
    case 'assignOwner':
      return [{ pointer: '/owner', id: body.owner, what: 'user' }];
    case 'nameDeputy':
      return [{ pointer: '/deputy', id: body.deputy, what: 'user' }];
    case 'changeContact':
      return [{ pointer: '/contact', id: body.contact, what: 'user' }];
    case 'addParty':
    case 'endParty':
      return [{ pointer: '/party', id: body.party, what: 'user' }];
    case 'suspend':
      return [{ pointer: '/approvedBy', id: body.approvedBy, what: 'user' }];
    case 'draftHandover':
      return body.receivers.flatMap(({ unit, person }, index): Named[] => [
        { pointer: `/receivers/${index}/unit`, id: unit, what: 'unit' },
        { pointer: `/receivers/${index}/person`, id: person, what: 'staff' },
      ]);
    default:
      return [];
  }
}

/** Who and which units a fact's data names: the fields its schema marks `x-user` and `x-unit`. */
export function namedInData(schema: FactSchema, data: Readonly<Record<string, unknown>>): Named[] {
  return Object.entries(data).flatMap(([field, value]) =>
    namedInField(schema.properties[field], value, `/data/${field}`),
  );
}

function namedInField(
  property: Readonly<Record<string, unknown>> | undefined,
  value: unknown,
  pointer: string,
): Named[] {
  if (Array.isArray(value)) {
    const items = property?.items as Readonly<Record<string, unknown>> | undefined;
    return value.flatMap((member, index) => namedInField(items ?? property, member, `${pointer}/${index}`));
  }
  if (typeof value !== 'string' || !property) return [];
  if (property['x-user'] !== undefined) return [{ pointer, id: value, what: 'staff' }];
  if (property['x-unit'] !== undefined) return [{ pointer, id: value, what: 'unit' }];
  return [];
}

/**
 * The users that a command names, with home unit and grants, for its envelope.
 * @throws PlatformRefusal 422 `unknown-person` when the registers know one of them not.
 */
export function peopleNamed(directory: Directory, named: readonly Named[]): Command['people'] {
  const unknown = named.filter((it) => !isThere(directory, it));
  if (unknown.length > 0) {
    const errors = unknown.map(({ pointer, what }) => ({ pointer, detail: `is no ${WORDS[what]} here` }));
    throw refusedWith(
      'unknown-person',
      `Ukjent person eller enhet: ${unknown.map(({ id }) => id).join(', ')}.`,
      errors,
    );
  }
  const users = named.flatMap(({ id, what }) => (what === 'unit' ? [] : (userOf(directory, id) ?? [])));
  return Object.fromEntries(users.map(({ id, unit, grants }) => [id, { unit, grants }]));
}

/** A fact may tell of somebody who has left since, or of a unit since closed; nobody can be asked for anything there. */
function isThere({ users, units }: Directory, { pointer, id, what }: Named): boolean {
  const past = pointer.startsWith('/data/');
  if (what !== 'unit')
    return users.some((user) => user.id === id && (user.left ? past : what === 'user' || user.staff));
  return units.some((unit) => unit.id === id && (past || !unit.closed));
}
