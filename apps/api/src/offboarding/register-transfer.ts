import type { Label } from '#domain/process/process-document.js';
import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import type { Actor } from '#domain/model/command.js';
import { hasEnded } from '#domain/period.js';
import { canGrant, canNameSubstitute } from '#domain/policy/administration.js';
import { addDays } from '#domain/time.js';
import type { LocalDate } from '#domain/time.js';
import { listAreas, reassignArea } from '#store/people/areas.js';
import { changeAbsence } from '#store/people/change-absence.js';
import { addRoleGrant } from '#store/people/change-role-grant.js';
import type { PeopleRegister } from '#store/people/people-register.js';
import { checkAbsence } from '#store/people/rules/check-absence.js';
import { violation } from '#store/people/rules/violation.js';
import type { Violation } from '#store/people/rules/violation.js';
import { checkGrant, isIndispensable, lastInUnitWarning } from '#store/people/rules/check-grant.js';
import type { RoleGrantRow } from '#store/people/role-grant-table.js';
import { registerHoldings } from './holding.js';
import type { RegisterHolding } from './holding.js';

export interface RegisterTransferOptions {
  readonly register: PeopleRegister;
  readonly actor: Actor;
  readonly to: UserId | undefined;
  readonly today: LocalDate;
}

/** How one holding outside the cases would be transferred, checked before anything is written. */
export interface CheckedTransfer {
  readonly holding: RegisterHolding;
  readonly to: UserId | null;
  readonly violation: Violation | null;
  /** What it leads to. */
  readonly warning?: Label;
  readonly write: (manager: EntityManager) => Promise<void>;
}

/** Checks the transfer of everything the person holds outside the cases: areas, roles and absences. */
export async function checkAll(
  manager: EntityManager,
  person: UserId,
  terms: RegisterTransferOptions,
): Promise<CheckedTransfer[]> {
  const areas = await listAreas(manager);
  return registerHoldings(person, { ...terms, areas }).map((it) => check(it, terms));
}

function check(holding: RegisterHolding, terms: RegisterTransferOptions): CheckedTransfer {
  if ('grant' in holding) return checkRole(holding, holding.grant, terms);
  const { to, actor, register, today } = terms;
  if ('absence' in holding && !mayNameSubstituteFor(holding.absence.person))
    return leaveWithoutSubstitute(holding, actor);
  if (to === undefined)
    return refusedTransfer(
      holding,
      violation('unknown-person', { nb: 'Velg hvem som skal overta.', en: 'Choose who is to take over.' }, '/to'),
    );
  if ('absence' in holding) {
    const after = { ...holding.absence, substitute: to };
    const refusal = checkAbsence(register, after, holding.absence);
    return { holding, to, violation: refusal, write: (manager) => changeAbsence(manager, after, actor.user) };
  }
  const { area } = holding;
  const otherHolder = holding.kind === 'AREA_CONTACT' ? area.deputy : area.contact;
  if (otherHolder === to) {
    return refusedTransfer(
      holding,
      violation(
        'same-person',
        {
          nb: 'Ville være både kontakt og stedfortreder for området.',
          en: 'Would be both contact and deputy for the area.',
        },
        '/to',
      ),
    );
  }
  const as = holding.kind === 'AREA_CONTACT' ? 'contact' : 'deputy';
  return { holding, to, violation: null, write: (manager) => reassignArea(manager, area, as, to, actor.user) };

  function mayNameSubstituteFor(absent: UserId): boolean {
    return canNameSubstitute(
      actor,
      absent,
      register.grantsOf(absent).filter((grant) => !hasEnded(grant, today)),
    );
  }
}

/** Whoever could not give somebody's roles names no new substitute for them: that is left to them and those above them. */
const leaveWithoutSubstitute = (
  holding: Extract<RegisterHolding, { kind: 'SUBSTITUTE' }>,
  actor: Actor,
): CheckedTransfer => ({
  holding,
  to: null,
  violation: null,
  warning: {
    nb: 'Den som er borte, er uten vikar: personen selv eller en leder over velger en ny.',
    en: 'Whoever is away has no substitute: the person or a manager above chooses a new one.',
  },
  write: (manager) => changeAbsence(manager, { ...holding.absence, substitute: null }, actor.user),
});

/** A role that is not indispensable ends with the person who leaves, unless the successor may be given it. */
function checkRole(
  holding: RegisterHolding,
  grant: RoleGrantRow,
  { register, actor, to, today }: RegisterTransferOptions,
): CheckedTransfer {
  const warning = lastInUnitWarning(register, grant, addDays(today, 1));
  const ends: CheckedTransfer = {
    holding,
    to: null,
    violation: null,
    ...(warning !== null && { warning }),
    write: async () => undefined,
  };
  const needed = isIndispensable(register, grant);
  if (to === undefined) {
    return needed
      ? refusedTransfer(
          holding,
          violation('unknown-person', { nb: 'Velg hvem som skal overta.', en: 'Choose who is to take over.' }, '/to'),
        )
      : ends;
  }
  const next: RoleGrantRow = { ...grant, person: to, from: today };
  const refusal = canGrant(actor, grant.role, grant.unit)
    ? checkGrant(register, next, today)
    : violation(
        'forbidden',
        { nb: `Du kan ikke gi videre rollen «${grant.role}».`, en: `You cannot pass on the role "${grant.role}".` },
        '/to',
      );
  if (refusal) return needed ? { ...refusedTransfer(holding, refusal), to } : ends;
  return { holding, to, violation: null, write: (manager) => addRoleGrant(manager, next, actor.user) };
}

const refusedTransfer = (holding: RegisterHolding, refusal: Violation): CheckedTransfer => ({
  holding,
  to: null,
  violation: refusal,
  write: async () => undefined,
});
