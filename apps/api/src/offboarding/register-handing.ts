import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import type { Actor } from '#domain/model/command.js';
import { mayGrant } from '#domain/policy/administration.js';
import type { LocalDate } from '#domain/time.js';
import { allAreas, handAreaOver } from '#store/people/areas.js';
import { changeAbsence } from '#store/people/change-absence.js';
import { giveRole } from '#store/people/change-role.js';
import type { Register } from '#store/people/register.js';
import { absenceBroken } from '#store/people/rules/absences.js';
import { broken } from '#store/people/rules/broken.js';
import type { Broken } from '#store/people/rules/broken.js';
import { grantBroken, isIndispensable } from '#store/people/rules/roles.js';
import type { RoleGrantRow } from '#store/people/role-grant.js';
import { registerHoldings } from './holding.js';
import type { RegisterHolding } from './holding.js';

export interface RegisterTerms {
  readonly register: Register;
  readonly actor: Actor;
  readonly to: UserId | undefined;
  readonly today: LocalDate;
}

/** How one holding of the registers would be transferred, checked before anything is written. */
export interface Judged {
  readonly holding: RegisterHolding;
  readonly to: UserId | null;
  readonly broken: Broken | null;
  readonly write: (manager: EntityManager) => Promise<void>;
}

/** Checks the transfer of everything the person holds in the registers. */
export async function judgeAll(manager: EntityManager, person: UserId, terms: RegisterTerms): Promise<Judged[]> {
  const areas = await allAreas(manager);
  return registerHoldings(person, { ...terms, areas }).map((it) => check(it, terms));
}

function check(holding: RegisterHolding, terms: RegisterTerms): Judged {
  if ('grant' in holding) return checkRole(holding, holding.grant, terms);
  const { to, actor, register } = terms;
  if (to === undefined) return refusedTransfer(holding, broken('unknown-person', 'Velg hvem som skal overta.', '/to'));
  if ('absence' in holding) {
    const after = { ...holding.absence, substitute: to };
    const refusal = absenceBroken(register, after, holding.absence);
    return { holding, to, broken: refusal, write: (manager) => changeAbsence(manager, after, actor.user) };
  }
  const { area } = holding;
  const otherHolder = holding.kind === 'AREA_CONTACT' ? area.deputy : area.contact;
  if (otherHolder === to) {
    return refusedTransfer(
      holding,
      broken('same-person', 'Ville være både kontakt og stedfortreder for området.', '/to'),
    );
  }
  const as = holding.kind === 'AREA_CONTACT' ? 'contact' : 'deputy';
  return { holding, to, broken: null, write: (manager) => handAreaOver(manager, area, as, to, actor.user) };
}

/** A role that is not indispensable ends with the person who leaves, unless the successor may be given it. */
function checkRole(
  holding: RegisterHolding,
  grant: RoleGrantRow,
  { register, actor, to, today }: RegisterTerms,
): Judged {
  const ends: Judged = { holding, to: null, broken: null, write: async () => undefined };
  const needed = isIndispensable(register, grant);
  if (to === undefined) {
    return needed ? refusedTransfer(holding, broken('unknown-person', 'Velg hvem som skal overta.', '/to')) : ends;
  }
  const next: RoleGrantRow = { ...grant, person: to, from: today };
  const refusal = mayGrant(actor, grant.role, grant.unit)
    ? grantBroken(register, next, today)
    : broken('forbidden', `Du kan ikke gi videre rollen «${grant.role}».`, '/to');
  if (refusal) return needed ? { ...refusedTransfer(holding, refusal), to } : ends;
  return { holding, to, broken: null, write: (manager) => giveRole(manager, next, actor.user) };
}

const refusedTransfer = (holding: RegisterHolding, refusal: Broken): Judged => ({
  holding,
  to: null,
  broken: refusal,
  write: async () => undefined,
});
