import { absenceOn, actingPersonFor } from './absence.js';
import { isOpen } from '../model/case.js';
import type { Case, UserId } from '../model/case.js';
import type { LocalDate } from '../time.js';
import type { Directory } from './directory.js';

/** Why a case depends too much on one person (domain.md A07). */
export type RiskCode = 'NO_DEPUTY' | 'OWNER_AWAY' | 'CONTACT_AWAY' | 'OWNER_LEFT' | 'CONTACT_LEFT' | 'OVERLOADED';

export interface Risk {
  readonly code: RiskCode;
  readonly person?: UserId;
}

export interface RiskContext {
  readonly directory: Directory;
  readonly on: LocalDate;
  /** People with more open cases than the limit for one person. */
  readonly overloaded: ReadonlySet<UserId>;
}

/** The risks of a case; none when it is closed. An absent owner is no risk while somebody acts for them. */
export function keyPersonRisks(
  state: Pick<Case, 'state' | 'owner' | 'contact' | 'deputy'>,
  { directory, on, overloaded }: RiskContext,
): Risk[] {
  if (!isOpen(state)) return [];
  const { owner, contact, deputy } = state;
  const { absences } = directory;
  const riskIf = (code: RiskCode, isPresent: boolean, person?: UserId): Risk[] =>
    isPresent ? [{ code, ...(person !== undefined && { person }) }] : [];
  return [
    ...riskIf('NO_DEPUTY', deputy === null),
    ...riskIf('OWNER_LEFT', hasLeft(directory, owner), owner),
    ...riskIf('OWNER_AWAY', actingPersonFor(absences, state, owner, on) === null, owner),
    ...riskIf('CONTACT_LEFT', hasLeft(directory, contact), contact),
    ...riskIf('CONTACT_AWAY', absenceOn(absences, contact, on) !== undefined, contact),
    ...riskIf('OVERLOADED', overloaded.has(owner), owner),
  ];
}

function hasLeft({ users }: Directory, person: UserId): boolean {
  return users.find(({ id }) => id === person)?.left === true;
}
