import type { Handover, UserId } from '#domain/model/case.js';
import { covers, hasEnded } from '#domain/period.js';
import type { LocalDate } from '#domain/time.js';
import type { StoredCase } from '#store/cases/lists/find-case.js';
import type { PeopleRegister } from '#store/people/people-register.js';
import { hasOtherHolder } from '#store/people/rules/check-grant.js';
import type { AbsenceRow } from '#store/people/absence-table.js';
import type { AreaRow } from '#store/people/area-table.js';
import type { RoleGrantRow } from '#store/people/role-grant-table.js';

/** Something a person holds in a case. */
export type CaseHolding =
  | { readonly kind: 'OWNED_CASE' | 'DEPUTY_CASE' | 'CONTACT_CASE'; readonly stored: StoredCase }
  | { readonly kind: 'HANDOVER'; readonly stored: StoredCase; readonly handover: Handover }
  | { readonly kind: 'CASE_ROLE'; readonly stored: StoredCase; readonly role: string };

/** Something a person holds outside the cases: an area, a role or a colleague's absence. */
export type RegisterHolding =
  | { readonly kind: 'AREA_CONTACT' | 'AREA_DEPUTY'; readonly area: AreaRow }
  | { readonly kind: 'ROLE'; readonly grant: RoleGrantRow }
  | { readonly kind: 'SUBSTITUTE'; readonly absence: AbsenceRow };

export type Holding = CaseHolding | RegisterHolding;

/** In the order of transfer: the ownership before deputy and contact. */
export function caseHoldings(person: UserId, stored: StoredCase, today: LocalDate): CaseHolding[] {
  const { owner, deputy, contact, handovers, parties = [] } = stored.state;
  const held: CaseHolding[] = [];
  if (owner === person) held.push({ kind: 'OWNED_CASE', stored });
  if (deputy === person) held.push({ kind: 'DEPUTY_CASE', stored });
  if (contact === person) held.push({ kind: 'CONTACT_CASE', stored });
  const pending = handovers.filter((handover) => isPendingReceiver(handover, person));
  const roles = parties.filter((it) => it.party === person && !hasEnded(it, today) && !hasEnded(it, it.from));
  return [
    ...held,
    ...pending.map((handover) => ({ kind: 'HANDOVER' as const, stored, handover })),
    ...[...new Set(roles.map(({ role }) => role))].map((role) => ({ kind: 'CASE_ROLE' as const, stored, role })),
  ];
}

/** Areas that are or will be open, roles that nobody else has, and absences that the person covers. */
export function registerHoldings(
  person: UserId,
  {
    register,
    areas,
    today,
  }: { readonly register: PeopleRegister; readonly areas: readonly AreaRow[]; readonly today: LocalDate },
): RegisterHolding[] {
  const open = areas.filter(({ openTo: to }) => !hasEnded({ to }, today));
  const sole = register
    .grantsOf(person)
    .filter((grant) => covers(grant, today) && !hasOtherHolder(register, grant, today));
  const absences = [...register.people.keys()]
    .filter((absent) => register.isActive(absent))
    .flatMap((absent) => register.absencesOf(absent))
    .filter((absence) => absence.substitute === person && !hasEnded(absence, today));
  return [
    ...open.filter(({ contact }) => contact === person).map((area) => ({ kind: 'AREA_CONTACT' as const, area })),
    ...open.filter(({ deputy }) => deputy === person).map((area) => ({ kind: 'AREA_DEPUTY' as const, area })),
    ...sole.map((grant) => ({ kind: 'ROLE' as const, grant })),
    ...absences.map((absence) => ({ kind: 'SUBSTITUTE' as const, absence })),
  ];
}

/** The person is a receiver of the open handover and has not accepted. */
export function isPendingReceiver({ state, receivers }: Handover, person: UserId): boolean {
  const open = state === 'DRAFT' || state === 'SENT' || state === 'ACKNOWLEDGED';
  return (
    open && receivers.some((it) => it.person === person && (it.state === 'WAITING' || it.state === 'ACKNOWLEDGED'))
  );
}
