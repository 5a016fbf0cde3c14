import type { UserId } from '#domain/model/case.js';
import type { Directory, DirectoryUser } from '#domain/policy/directory.js';
import { findUser } from '#domain/people/directory-lookup.js';
import { refusedWith } from '../../shared/refused.js';

/** @throws HttpRefusal 422 unless the user is an active member of staff. */
export function requireSuccessor(directory: Directory, id: UserId, pointer: string): DirectoryUser {
  const user = findUser(directory, id);
  if (user?.staff && !user.left) return user;
  throw refusedWith(
    'unknown-person',
    { nb: `«${id}» er ikke ansatt i kommunen.`, en: `"${id}" is not employed by the municipality.` },
    [{ pointer, detail: 'is no active member of staff' }],
  );
}
