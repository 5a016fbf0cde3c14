import type { Directory, DirectoryUser } from '#domain/policy/directory.js';
import type { CallerRow } from '#store/access/callers.js';
import { userOf } from '#domain/people/people.js';
import type { SignedIn } from './caller.js';

/** Somebody with all that they have today: roles from the directory, the rest from the row. */
export function actorOf(
  { id, name, unit, staff, standsInFor, speaksFor, parties }: CallerRow,
  directory: Directory,
): Pick<SignedIn, 'user' | 'actor'> {
  const outsider: DirectoryUser = { id, name, unit, staff, grants: [] };
  const user = userOf(directory, id) ?? outsider;
  return {
    user,
    actor: {
      user: user.id,
      grants: user.grants,
      ...(standsInFor.length > 0 && { standsInFor }),
      // Somebody outside speaks for those named here and for nobody else, be it nobody at all.
      ...((speaksFor.length > 0 || !staff) && { speaksFor }),
      ...(parties.length > 0 && { parties }),
    },
  };
}
