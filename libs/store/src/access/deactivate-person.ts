import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import { hasEnded } from '#domain/period.js';
import { addDays } from '#domain/time.js';
import type { LocalDate } from '#domain/time.js';
import { revokeApiTokensOf } from './api-tokens.js';
import { audit } from '../audit/audit.js';
import { addAbsence, changeAbsence, deleteAbsence } from '../people/change-absence.js';
import { endRoleGrant, deleteRoleGrant } from '../people/change-role-grant.js';
import type { PeopleRegister } from '../people/people-register.js';
import { PersonTable } from '../people/person-table.js';
import type { PersonRow } from '../people/person-table.js';
import { SessionTable } from './session-table.js';

export interface Deactivation {
  readonly person: PersonRow;
  readonly register: PeopleRegister;
  /** Substitutes for the person from now on; null when nobody does. */
  readonly substitute: UserId | null;
  readonly today: LocalDate;
  /** Who deactivates the person. */
  readonly by: UserId;
}

/**
 * Deactivates somebody who has left: ends their roles, sessions and tokens, and registers an absence without end, so that
 * whatever is still addressed to them reaches the substitute.
 */
export async function deactivatePerson(manager: EntityManager, deactivation: Deactivation): Promise<void> {
  const { person, substitute, by } = deactivation;
  const { id, version } = person;
  await manager.update(PersonTable, { id }, { deactivatedAt: new Date(), version: version + 1 });
  await audit(manager, { kind: 'personChanged', by, subject: id, detail: { did: 'left', substitute } });
  await endRoles(manager, deactivation);
  await replaceAbsences(manager, deactivation);
  await manager.delete(SessionTable, { person: id });
  await revokeApiTokensOf(manager, id, by);
  await audit(manager, { kind: 'sessionsEnded', by, subject: id });
}

/** Makes today the last day of each role, and deletes the roles that begin later. */
async function endRoles(manager: EntityManager, { person, register, today, by }: Deactivation): Promise<void> {
  for (const grant of register.grantsOf(person.id)) {
    if (grant.from > today) await deleteRoleGrant(manager, grant, by);
    else if (grant.to === null || grant.to > today) await endRoleGrant(manager, grant, today, by);
  }
}

/** Makes yesterday the last day of an earlier absence, deletes later ones, and adds one from today without end. */
async function replaceAbsences(manager: EntityManager, deactivation: Deactivation): Promise<void> {
  const { person, register, substitute, today, by } = deactivation;
  for (const absence of register.absencesOf(person.id)) {
    if (absence.from >= today) await deleteAbsence(manager, absence, by);
    else if (!hasEnded(absence, today)) {
      await changeAbsence(manager, { ...absence, to: addDays(today, -1) }, by);
    }
  }
  await addAbsence(manager, { person: person.id, from: today, to: null, substitute }, by);
}
