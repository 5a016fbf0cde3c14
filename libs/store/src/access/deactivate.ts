import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import { hasEnded } from '#domain/period.js';
import { addDays } from '#domain/time.js';
import type { LocalDate } from '#domain/time.js';
import { revokeTokensOf } from './api-tokens.js';
import { audit } from '../audit/audit.js';
import { addAbsence, changeAbsence, takeBackAbsence } from '../people/change-absence.js';
import { endRole, takeBackRole } from '../people/change-role.js';
import type { Register } from '../people/register.js';
import { persons } from '../people/person.js';
import type { PersonRow } from '../people/person.js';
import { sessions } from './session.js';

export interface Leaving {
  readonly person: PersonRow;
  readonly register: Register;
  readonly substitute: UserId | null;
  readonly today: LocalDate;
  readonly by: UserId;
}

/**
 * Deactivates somebody who has left: ends their roles, sessions and tokens, and registers an absence without end, so that
 * whatever is still addressed to them reaches the substitute.
 */
export async function deactivate(manager: EntityManager, deactivation: Leaving): Promise<void> {
  const { person, substitute, by } = deactivation;
  const { id, version } = person;
  await manager.update(persons, { id }, { deactivatedAt: new Date(), version: version + 1 });
  await audit(manager, { kind: 'personChanged', by, subject: id, detail: { did: 'left', substitute } });
  await endRoles(manager, deactivation);
  await replaceAbsences(manager, deactivation);
  await manager.delete(sessions, { person: id });
  await revokeTokensOf(manager, id, by);
  await audit(manager, { kind: 'sessionsEnded', by, subject: id });
}

async function endRoles(manager: EntityManager, { person, register, today, by }: Leaving): Promise<void> {
  for (const grant of register.grantsOf(person.id)) {
    if (grant.from > today) await takeBackRole(manager, grant, by);
    else if (grant.to === null || grant.to > today) await endRole(manager, grant, today, by);
  }
}

/** Replaces current and future absences by one without end. */
async function replaceAbsences(manager: EntityManager, deactivation: Leaving): Promise<void> {
  const { person, register, substitute, today, by } = deactivation;
  for (const absence of register.absencesOf(person.id)) {
    if (absence.from >= today) await takeBackAbsence(manager, absence, by);
    else if (!hasEnded(absence, today)) {
      await changeAbsence(manager, { ...absence, to: addDays(today, -1) }, by);
    }
  }
  await addAbsence(manager, { person: person.id, from: today, to: null, substitute }, by);
}
