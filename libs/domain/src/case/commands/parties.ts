import { osloDateOf } from '../../calendar/oslo.js';
import { hasEnded } from '../../period.js';
import { addDays } from '../../time.js';
import { onlyAs } from '../../policy/permits.js';
import { PARTY_ROLES, isOutsideRole } from '../../policy/roles.js';
import { seesAllOf } from '../../policy/read.js';
import { mayNotJudge } from '../../policy/segregation.js';
import { append } from '../log.js';
import { refuse } from '../../model/refusal.js';
import { isStaff } from './people.js';
import type { CaseParty } from '../../model/case.js';
import type { Command, CommandBodies } from '../../model/command.js';
import type { Log } from '../log.js';
import type { Refusal } from '../../model/refusal.js';
import type { Phase } from '../../process/core.js';
import type { Handlers } from './handler.js';

/** An adviser from outside reads along in one phase (domain.md A56). */
const ONE_PHASE = 'radgiver';

export const partyCommands: Handlers<'addParty' | 'endParty'> = {
  addParty(log, command, body) {
    const { party, role } = body;
    const today = osloDateOf(log.now);
    const from = body.from ?? today;
    const to = body.to ?? null;
    const phases = body.phases ?? (role === ONE_PHASE ? [log.state.phase] : undefined);
    const refusal =
      fitting(log, command, body, phases) ?? dated(from, to, today) ?? mayNotJudge(log.state, command, body);
    if (refusal) return refusal;
    const added: CaseParty = { party, role, from, to, ...(phases && { phases }) };
    if (!(log.state.parties ?? []).some((it) => covers(it, added))) append(log, 'partyAdded', added);
    return null;
  },

  /** From tonight when no day is said; a role that has not begun, or began by mistake, ends the day before it begins. */
  endParty(log, command, { party, role, to: asked }) {
    if (onlyPartner(log, command) && !isOutsideRole(role)) return notByPartner();
    const today = osloDateOf(log.now);
    const held = (log.state.parties ?? []).filter((it) => it.party === party && it.role === role);
    if (held.length === 0) return refuse('unknown-person', `«${party}» har ikke rollen ${role} i saken.`);
    const [first] = held
      .filter((it) => !hasEnded(it, today))
      .map(({ from }) => from)
      .sort();
    if (first === undefined) return null;
    const never = addDays(first, -1);
    const to = asked ?? (first > today ? never : today);
    if (to < never) return refuse('out-of-range', `Rollen begynner ${first} og kan ikke slutte før det.`);
    if (held.some((it) => it.to === null || it.to > to)) append(log, 'partyEnded', { party, role, to });
    return null;
  },
};

function fitting(
  log: Log,
  command: Command,
  { party, role }: CommandBodies['addParty'],
  phases: readonly Phase[] | undefined,
): Refusal | null {
  if (!PARTY_ROLES.has(role)) {
    return refuse('out-of-range', `«${role}» er ingen rolle i en sak. Velg en av: ${[...PARTY_ROLES].join(', ')}.`);
  }
  const outside = isOutsideRole(role);
  if (onlyPartner(log, command) && !outside) return notByPartner();
  if (outside === isStaff(command, party)) {
    return refuse('unknown-person', `Rollen ${role} er for en person ${outside ? 'utenfor' : 'ansatt i'} kommunen.`);
  }
  if (!seesAllOf(role, log.state, command.by))
    return refuse('forbidden', `Rollen ${role} gir innsyn i mer av saken enn du selv har.`);
  if (role === ONE_PHASE && phases?.length !== 1)
    return refuse('out-of-range', 'En ekstern rådgiver leser med i én fase.');
  return null;
}

function dated(from: string, to: string | null, today: string): Refusal | null {
  if (hasEnded({ to }, from)) return refuse('out-of-range', 'Rollen kan ikke slutte før den begynner.');
  return hasEnded({ to }, today) ? refuse('in-the-past', 'Rollen ville være over allerede.') : null;
}

/** A development partner brings in others from outside, and nobody into the municipality's own work (domain.md A22). */
const onlyPartner = ({ state }: Log, { by }: Command): boolean => onlyAs(state, by, 'party:utviklingspartner');

const notByPartner = (): Refusal =>
  refuse('forbidden', 'En utviklingspartner kan bare invitere aktører utenfor kommunen.');

function covers(have: CaseParty, want: CaseParty): boolean {
  return (
    have.party === want.party &&
    have.role === want.role &&
    have.from <= want.from &&
    (have.to === null || (want.to !== null && have.to >= want.to)) &&
    (have.phases === undefined || have.phases.join() === want.phases?.join())
  );
}
