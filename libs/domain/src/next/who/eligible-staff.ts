import { hasConflictOfInterest } from '../../policy/conflict-of-interest.js';
import type { Case } from '../../model/case.js';
import type { Directory } from '../../policy/directory.js';
import type { ProcessCore } from '../../process/process-document.js';

/** Staff of the case's unit in any of the roles, those of the first role first; never the owner. */
export function eligibleStaff(
  core: ProcessCore,
  state: Case,
  directory: Directory,
  roles: readonly string[],
): string[] {
  const fits = directory.users.filter(
    (user) =>
      user.staff &&
      user.id !== state.owner &&
      !hasConflictOfInterest(core, state, user) &&
      user.unit === state.unit &&
      user.grants.some(({ role, unit }) => unit === state.unit && roles.includes(role)),
  );
  const first = (user: (typeof fits)[number]): number =>
    Math.min(...user.grants.map(({ role }) => (roles.includes(role) ? roles.indexOf(role) : roles.length)));
  return fits.sort((a, b) => first(a) - first(b)).map((user) => user.id);
}
