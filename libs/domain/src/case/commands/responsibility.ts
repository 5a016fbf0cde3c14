import { isPermitted } from '../../policy/permits.js';
import { isOutsideRole } from '../../policy/roles.js';
import { refuseConflictAsCaseHandler } from '../../policy/conflict-of-interest.js';
import { appendEvent } from '../event-buffer.js';
import { refuse } from '../../model/refusal.js';
import type { Case, UnitId, UserId } from '../../model/case.js';
import type { Command } from '../../model/command.js';
import type { EventBuffer } from '../event-buffer.js';
import { userRef } from './command-definition.js';
import type { CommandDefinitions } from './command-definition.js';
import type { Refusal } from '../../model/refusal.js';

/** Holders of these roles in a unit count as its staff when they are assigned a case. */
const CASE_TAKING_ROLES = new Set(['leder', 'saksbehandler']);

export const responsibilityCommands: CommandDefinitions<'assignOwner' | 'nameDeputy' | 'changeContact'> = {
  assignOwner: {
    label: { nb: 'Sett saksbehandler', en: 'Assign a case handler' },
    refs: ({ owner }) => userRef('/owner', owner),
    handle(buffer, command, { owner }) {
      const { state } = buffer;
      if (owner === state.owner) return null;
      const refusal = refuseNonStaff(command, owner) ?? refuseConflictAsCaseHandler(buffer, command, owner);
      if (refusal) return refusal;
      const person = command.people[owner];
      const inUnit =
        person?.unit === state.unit ||
        person?.grants.some((it) => it.unit === state.unit && CASE_TAKING_ROLES.has(it.role) && !it.borrowed);
      const unit = inUnit ? state.unit : (person?.unit ?? state.unit);
      if (!(inUnit && canGive(buffer, command)) && !canTake(command, owner, unit))
        return refuseAssignment(state, inUnit === true);
      appendEvent(buffer, 'ownerAssigned', {
        owner,
        unit,
        from: state.owner,
        ...newContact(state, owner),
        ...(unit !== state.unit && { withoutDeputy: true }),
      });
      return null;
    },
  },

  nameDeputy: {
    label: { nb: 'Utpek stedfortreder', en: 'Name a deputy' },
    refs: ({ deputy }) => userRef('/deputy', deputy),
    handle(buffer, command, { deputy }) {
      if (deputy === buffer.state.owner)
        return refuse('same-person', {
          nb: 'Den som har saken, kan ikke være sin egen stedfortreder.',
          en: 'Whoever has the case cannot be their own deputy.',
        });
      if (deputy === buffer.state.deputy) return null;
      const refusal = refuseNonStaff(command, deputy) ?? refuseConflictAsCaseHandler(buffer, command, deputy);
      if (refusal) return refusal;
      appendEvent(buffer, 'deputyNamed', { deputy });
      return null;
    },
  },

  changeContact: {
    label: { nb: 'Bytt kontaktperson', en: 'Change the contact person' },
    refs: ({ contact }) => userRef('/contact', contact),
    handle(buffer, command, { contact, note }) {
      if (contact === buffer.state.contact) return refuse('superseded', ALREADY_CONTACT);
      const unknown = refuseNonStaff(command, contact);
      if (unknown) return unknown;
      appendEvent(buffer, 'contactChanged', { contact, note, from: buffer.state.contact });
      return null;
    },
  },
};

/** The contact follows the owner where nobody else was chosen. */
export function newContact({ owner, contact, marks }: Case, newOwner: UserId): { contact?: UserId } {
  const wasChosen = contact !== owner && marks.some(({ key }) => key === 'contactChanged');
  return wasChosen || contact === newOwner ? {} : { contact: newOwner };
}

/** Its note would be lost. */
const ALREADY_CONTACT = {
  nb: 'Personen er alt kontaktperson i saken. Notatet er ikke lagret.',
  en: 'The person is already the contact of the case. The note is not stored.',
};

/** The owner, deputy and managers assign a case within its unit; in first contact the front line does too. */
function canGive({ state, ctx }: EventBuffer, { by }: Command): boolean {
  // Administrators reassign the cases of a person who leaves.
  if (isPermitted(ctx.core, state, by, ['owner', 'deputy', 'manager', 'admin@any'])) return true;
  return state.phase === 'FIRST_CONTACT' && isPermitted(ctx.core, state, by, ['mottak@any']);
}

/** A manager may take a case for one of the unit's people, a case handler for themselves. */
function canTake({ by }: Command, owner: UserId, unit: UnitId): boolean {
  return by.grants.some(
    ({ role, unit: where, borrowed }) =>
      where === unit && !borrowed && (role === 'leder' || (role === 'saksbehandler' && by.user === owner)),
  );
}

function refuseAssignment(state: Case, inUnit: boolean): Refusal {
  if (inUnit)
    return refuse(
      'not-yours',
      {
        nb: 'Bare den som har saken eller en leder kan gi den til en annen.',
        en: 'Only whoever has the case or a manager may give it to somebody else.',
      },
      undefined,
      {
        owner: state.owner,
      },
    );
  const text = {
    nb: 'Oversend saken til enheten, så tar de imot eller takker nei.',
    en: 'Transfer the case to the unit, which then accepts or declines.',
  };
  return refuse(
    'forbidden',
    {
      nb: 'Saken kan ikke legges til en annen enhet uten at den tar imot.',
      en: 'The case cannot be given to another unit unless that unit receives it.',
    },
    {
      command: 'draftHandover',
      role: 'owner',
      text,
    },
  );
}

/** Whether the person holds a role in the administration; the municipal council is not part of it. */
export function isStaff({ people }: Command, user: UserId): boolean {
  return people[user]?.grants.some(({ role }) => !isOutsideRole(role) && role !== 'politikk') ?? false;
}

function refuseNonStaff(command: Command, user: string): Refusal | null {
  return isStaff(command, user)
    ? null
    : refuse('unknown-person', {
        nb: `«${user}» er ikke ansatt i kommunen.`,
        en: `"${user}" is not employed by the municipality.`,
      });
}
