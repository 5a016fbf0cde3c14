import type { Directory } from '#domain/policy/directory.js';
import { malformed } from '#platform/problems/http-refusal.js';
import { findUser } from '#domain/people/directory-lookup.js';

/** @throws HttpRefusal 400 when a filter names a unit or user that does not exist. */
export function requireExisting(
  directory: Directory,
  {
    units = {},
    users = {},
  }: {
    readonly units?: Readonly<Record<string, string | undefined>>;
    readonly users?: Readonly<Record<string, string | undefined>>;
  },
): void {
  const isUnit = (id: string): boolean => directory.units.some((unit) => unit.id === id);
  const unknown = [
    ...Object.entries(units).filter(([, id]) => id !== undefined && !isUnit(id)),
    ...Object.entries(users).filter(([, id]) => id !== undefined && !findUser(directory, id)),
  ];
  if (unknown.length === 0) return;
  throw malformed(
    { nb: 'Søket har ukjente verdier.', en: 'The search has unknown values.' },
    unknown.map(([name]) => ({ pointer: `/${name}`, detail: 'is not known here' })),
  );
}
