import { absenceOn, presentFor } from './absence.js';
import type { Case, UserId } from '../model/case.js';
import type { LocalDate } from '../time.js';
import type { Directory } from './directory.js';

/** A case that hangs on one person (domain.md A07). */
export type RiskCode = 'NO_DEPUTY' | 'OWNER_AWAY' | 'CONTACT_AWAY' | 'OWNER_LEFT' | 'CONTACT_LEFT' | 'OVERLOADED';

export interface Risk {
  readonly code: RiskCode;
  readonly person?: UserId;
}

/** What the flags are read from besides the case. */
export interface RiskGround {
  readonly directory: Directory;
  readonly on: LocalDate;
  /** Those who have more open cases than one person should. */
  readonly overloaded: ReadonlySet<UserId>;
}

/** Why the case hangs on one person; none on a closed case. Somebody away whom another covers is no risk as owner. */
export function keyPersonRisks(
  state: Pick<Case, 'closedAt' | 'owner' | 'contact' | 'deputy'>,
  { directory, on, overloaded }: RiskGround,
): Risk[] {
  if (state.closedAt !== undefined) return [];
  const { owner, contact, deputy } = state;
  const { absences } = directory;
  const has = (code: RiskCode, holds: boolean, person?: UserId): Risk[] =>
    holds ? [{ code, ...(person !== undefined && { person }) }] : [];
  return [
    ...has('NO_DEPUTY', deputy === null),
    ...has('OWNER_LEFT', hasLeft(directory, owner), owner),
    ...has('OWNER_AWAY', presentFor(absences, state, owner, on) === null, owner),
    ...has('CONTACT_LEFT', hasLeft(directory, contact), contact),
    ...has('CONTACT_AWAY', absenceOn(absences, contact, on) !== undefined, contact),
    ...has('OVERLOADED', overloaded.has(owner), owner),
  ];
}

function hasLeft({ users }: Directory, person: UserId): boolean {
  return users.find(({ id }) => id === person)?.left === true;
}
