import { osloDateOf } from '../../calendar/oslo-time.js';
import { hasEnded } from '../../period.js';
import { addDays } from '../../time.js';
import { isPermitted } from '../../policy/permits.js';
import { DUTY_ROLES, PARTICIPANT_ROLES, isForOutsideRole, isOutsideRole } from '../../policy/roles.js';
import { hasAccessOfRole } from '../../policy/read-access.js';
import { refuseConflictAsTenderEvaluator } from '../../policy/conflict-of-interest.js';
import { appendEvent } from '../event-buffer.js';
import { passRole } from '../pass-role.js';
import { refuse } from '../../model/refusal.js';
import { dayText } from '../../model/words/day-text.js';
import { isStaff } from './responsibility.js';
import type { Participant } from '../../model/case.js';
import type { Command, CommandBodies } from '../../model/command.js';
import type { EventBuffer } from '../event-buffer.js';
import type { Refusal } from '../../model/refusal.js';
import type { Phase, Who } from '../../process/process-document.js';
import { userRef } from './command-definition.js';
import type { CommandDefinitions } from './command-definition.js';

/** An external adviser has access in one phase only (domain.md A56). */
const ONE_PHASE_ROLE = 'radgiver';

export const participantCommands: CommandDefinitions<'addParty' | 'assignRole' | 'endParty'> = {
  addParty: {
    label: { nb: 'Legg til en deltaker', en: 'Add a participant' },
    refs: ({ party }) => userRef('/party', party),
    handle(buffer, command, body) {
      const { party, role } = body;
      const today = osloDateOf(buffer.now);
      const from = body.from ?? today;
      const to = body.to ?? null;
      const phases = body.phases ?? (role === ONE_PHASE_ROLE ? [buffer.state.phase] : undefined);
      const refusal =
        refuseRole(buffer, command, body, phases) ??
        refusePeriod(from, to, today) ??
        refuseConflictAsTenderEvaluator(buffer, command, body);
      if (refusal) return refusal;
      const added: Participant = { party, role, from, to, ...(phases && { phases }) };
      if (!(buffer.state.parties ?? []).some((it) => covers(it, added))) appendEvent(buffer, 'partyAdded', added);
      return null;
    },
  },

  /** The role passes to the person; whoever had it in the case has it no longer. */
  assignRole: {
    label: { nb: 'Gi en rolle i saken', en: 'Assign a role in the case' },
    refs: ({ person }) => userRef('/person', person),
    handle(buffer, command, { role, person, from = osloDateOf(buffer.now), to }) {
      const body = { party: person, role };
      const refusal =
        refuseDuty(command, role, person) ??
        refuseRole(buffer, command, body, undefined) ??
        refusePeriod(from, to ?? null, osloDateOf(buffer.now)) ??
        refuseConflictAsTenderEvaluator(buffer, command, body);
      if (refusal) return refusal;
      passRole(buffer, { role, person, from, ...(to !== undefined && { to }) });
      return null;
    },
  },

  /**
   * Today is the last day when none is given; a role that has not begun ends the day before it begins, so it never
   * holds.
   */
  endParty: {
    label: { nb: 'Avslutt en deltakers rolle', en: "End a participant's role" },
    refs: ({ party }) => userRef('/party', party),
    handle(buffer, command, { party, role, to: requestedTo }) {
      if (invitesFromOutside(buffer, command) && !isOutsideRole(role)) return refusePartner();
      const today = osloDateOf(buffer.now);
      const held = (buffer.state.parties ?? []).filter((it) => it.party === party && it.role === role);
      if (held.length === 0)
        return refuse('unknown-person', {
          nb: `«${party}» har ikke rollen ${role} i saken.`,
          en: `"${party}" does not have the role ${role} in the case.`,
        });
      const [first] = held
        .filter((it) => !hasEnded(it, today))
        .map(({ from }) => from)
        .sort();
      if (first === undefined) return null;
      const dayBeforeStart = addDays(first, -1);
      const to = requestedTo ?? (first > today ? dayBeforeStart : today);
      if (to < dayBeforeStart)
        return refuse('out-of-range', {
          nb: `Rollen begynner ${dayText(first).nb} og kan ikke slutte før det.`,
          en: `The role begins ${dayText(first).en} and cannot end before that.`,
        });
      if (held.some((it) => it.to === null || it.to > to)) appendEvent(buffer, 'partyEnded', { party, role, to });
      return null;
    },
  },
};

/** A duty passes to somebody who works here and was granted the role; whoever has left has no grants. */
function refuseDuty({ people }: Command, role: string, person: string): Refusal | null {
  if (!DUTY_ROLES.has(role)) {
    return refuse('out-of-range', {
      nb: `«${role}» er ingen oppgave som gis videre i en sak. Velg en av: ${[...DUTY_ROLES].join(', ')}.`,
      en: `"${role}" is no duty that passes on in a case. Choose one of: ${[...DUTY_ROLES].join(', ')}.`,
    });
  }
  const mayHold = people[person]?.grants.some((grant) => grant.role === role || grant.role === 'leder') ?? false;
  return mayHold
    ? null
    : refuse(
        'unknown-person',
        {
          nb: `«${person}» har ikke rollen ${role}, eller har sluttet.`,
          en: `"${person}" does not have the role ${role}, or has left.`,
        },
        {
          command: 'assignRole',
          role: 'leder',
          text: { nb: 'Velg en som har rollen.', en: 'Choose somebody who has it.' },
        },
      );
}

function refuseRole(
  buffer: EventBuffer,
  command: Command,
  { party, role }: CommandBodies['addParty'],
  phases: readonly Phase[] | undefined,
): Refusal | null {
  if (!PARTICIPANT_ROLES.has(role)) {
    return refuse('out-of-range', {
      nb: `«${role}» er ingen rolle i en sak. Velg en av: ${[...PARTICIPANT_ROLES].join(', ')}.`,
      en: `"${role}" is no role in a case. Choose one of: ${[...PARTICIPANT_ROLES].join(', ')}.`,
    });
  }
  const outside = isOutsideRole(role);
  if (invitesFromOutside(buffer, command) && !outside) return refusePartner();
  if (outside === isStaff(command, party)) {
    return refuse('unknown-person', {
      nb: `Rollen ${role} er for en person ${outside ? 'utenfor' : 'ansatt i'} kommunen.`,
      en: `The role ${role} is for a person ${outside ? 'outside' : 'employed by'} the municipality.`,
    });
  }
  if (!hasAccessOfRole(role, buffer.state, command.by))
    return refuse('forbidden', {
      nb: `Rollen ${role} gir innsyn i mer av saken enn du selv har.`,
      en: `The role ${role} lets others see more of the case than you do.`,
    });
  if (role === ONE_PHASE_ROLE && phases?.length !== 1)
    return refuse('out-of-range', {
      nb: 'En ekstern rådgiver leser med i én fase.',
      en: 'An external adviser reads along in one phase.',
    });
  return null;
}

function refusePeriod(from: string, to: string | null, today: string): Refusal | null {
  if (hasEnded({ to }, from))
    return refuse('out-of-range', {
      nb: 'Rollen kan ikke slutte før den begynner.',
      en: 'The role cannot end before it begins.',
    });
  return hasEnded({ to }, today)
    ? refuse('in-the-past', { nb: 'Rollen ville være over allerede.', en: 'The role would be over already.' })
    : null;
}

/**
 * Whether the actor may invite only by an outside role in the case (a development partner): such a person adds and ends
 * outside roles alone (domain.md A22).
 */
function invitesFromOutside({ state, ctx }: EventBuffer, { by }: Command): boolean {
  const { who = [] } = ctx.core.commands.addParty ?? {};
  const may = (from: readonly Who[]): boolean => isPermitted(ctx.core, state, by, from);
  return may(who.filter(isForOutsideRole)) && !may(who.filter((one) => !isForOutsideRole(one)));
}

const refusePartner = (): Refusal =>
  refuse('forbidden', {
    nb: 'En utviklingspartner kan bare invitere aktører utenfor kommunen.',
    en: 'A development partner may only invite parties outside the municipality.',
  });

function covers(have: Participant, want: Participant): boolean {
  return (
    have.party === want.party &&
    have.role === want.role &&
    have.from <= want.from &&
    (have.to === null || (want.to !== null && have.to >= want.to)) &&
    (have.phases === undefined || have.phases.join() === want.phases?.join())
  );
}
