import type { Directory, DirectoryUser } from '#domain/policy/directory.js';
import type { CallerRow } from '#store/access/callers.js';
import { findUser } from '#domain/people/directory-lookup.js';
import type { SignedInCaller } from './caller.decorator.js';

/** Builds the caller with what holds today: roles from the directory, the rest from the row. */
export function callerFromRow(
  { id, name, unit, staff, standsInFor, speaksFor, parties }: CallerRow,
  directory: Directory,
): Pick<SignedInCaller, 'user' | 'actor'> {
  const withoutRoles: DirectoryUser = { id, name, unit, staff, grants: [] };
  const user = findUser(directory, id) ?? withoutRoles;
  return {
    user,
    actor: {
      user: user.id,
      grants: user.grants,
      ...(standsInFor.length > 0 && { standsInFor }),
      // People from outside always get the list: an empty one means that they represent nobody.
      ...((speaksFor.length > 0 || !staff) && { speaksFor }),
      ...(parties.length > 0 && { parties }),
    },
  };
}
