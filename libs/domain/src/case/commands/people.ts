import { permits } from '../../policy/permits.js';
import { isOutsideRole } from '../../policy/roles.js';
import { mayNotHandle } from '../../policy/segregation.js';
import { append } from '../log.js';
import { refuse } from '../../model/refusal.js';
import type { Case, UnitId, UserId } from '../../model/case.js';
import type { Command } from '../../model/command.js';
import type { Log } from '../log.js';
import type { Handlers } from './handler.js';
import type { Refusal } from '../../model/refusal.js';

/** Roles that make somebody staff of the unit a case is taken into. */
const TAKES_CASES = new Set(['leder', 'saksbehandler']);

export const peopleCommands: Handlers<'assignOwner' | 'nameDeputy' | 'changeContact'> = {
  assignOwner(log, command, { owner }) {
    const { state } = log;
    if (owner === state.owner) return null;
    const barred = staffOnly(command, owner) ?? mayNotHandle(log, command, owner);
    if (barred) return barred;
    const person = command.people[owner];
    const inside =
      person?.unit === state.unit ||
      person?.grants.some((grant) => grant.unit === state.unit && TAKES_CASES.has(grant.role));
    const unit = inside ? state.unit : (person?.unit ?? state.unit);
    if (!(inside && gives(log, command)) && !takes(command, owner, unit)) return notYoursToGive(state, inside === true);
    append(log, 'ownerAssigned', { owner, unit, from: state.owner });
    return null;
  },

  nameDeputy(log, command, { deputy }) {
    if (deputy === log.state.owner)
      return refuse('same-person', 'Den som har saken, kan ikke være sin egen stedfortreder.');
    if (deputy === log.state.deputy) return null;
    const barred = staffOnly(command, deputy) ?? mayNotHandle(log, command, deputy);
    if (barred) return barred;
    append(log, 'deputyNamed', { deputy });
    return null;
  },

  changeContact(log, command, { contact, note }) {
    if (contact === log.state.contact) return null;
    const unknown = staffOnly(command, contact);
    if (unknown) return unknown;
    append(log, 'contactChanged', { contact, note, from: log.state.contact });
    return null;
  },
};

/** The owner and the managers give a case to whom they like in the unit; the front line does so in first contact. */
function gives({ state }: Log, { by }: Command): boolean {
  // Administrators hand over what somebody held who leaves.
  if (permits(state, by, ['owner', 'deputy', 'manager', 'admin@any'])) return true;
  return state.phase === 'FIRST_CONTACT' && permits(state, by, ['mottak@any']);
}

/** A manager of the unit takes a case for one of its people, a case handler for themselves. */
function takes({ by }: Command, owner: UserId, unit: UnitId): boolean {
  return by.grants.some(
    (grant) => grant.unit === unit && (grant.role === 'leder' || (grant.role === 'saksbehandler' && by.user === owner)),
  );
}

function notYoursToGive(state: Case, inside: boolean): Refusal {
  if (inside)
    return refuse('not-yours', 'Bare den som har saken eller en leder kan gi den til en annen.', undefined, {
      owner: state.owner,
    });
  const text = 'Oversend saken til enheten, så tar de imot eller takker nei.';
  return refuse('forbidden', 'Saken kan ikke legges til en annen enhet uten at den tar imot.', {
    command: 'draftHandover',
    role: 'owner',
    text,
  });
}

/** Holds a role in the administration: the council is none of it. */
export function isStaff({ people }: Command, user: UserId): boolean {
  return people[user]?.grants.some(({ role }) => !isOutsideRole(role) && role !== 'politikk') ?? false;
}

function staffOnly(command: Command, user: string): Refusal | null {
  return isStaff(command, user) ? null : refuse('unknown-person', `«${user}» er ikke ansatt i kommunen.`);
}
