import { dayText } from '#domain/model/words/day-text.js';
import type { Language } from '../../shared/input/language.decorator.js';
import type { z } from 'zod';
import { absenceOn, substitutesOf } from '#domain/policy/absence.js';
import type { absenceView } from '#contracts/http/people/absence.js';
import type { PeopleRegister } from '#store/people/people-register.js';
import { substituteAbsences } from '#store/people/rules/check-absence.js';
import type { AbsenceRow } from '#store/people/absence-table.js';

export type AbsenceView = z.infer<typeof absenceView>;

export function absenceViewOf(register: PeopleRegister, absence: AbsenceRow, language: Language): AbsenceView {
  const { person, from, to, substitute } = absence;
  const standIn = register.people.get(substitute ?? '');
  return {
    person,
    from,
    to,
    substitute: standIn ? { id: standIn.id, name: standIn.name, unit: standIn.unit } : null,
    substituteAway: substituteAbsences(register, absence).map((away) => ({ ...away })),
    ...warningOf(register, absence, language),
  };
}

/** Says who acts on the first day on which the substitute is away too. */
function warningOf(register: PeopleRegister, absence: AbsenceRow, language: Language): { readonly warning?: string } {
  const [first] = [...substituteAbsences(register, absence)].sort((a, b) => a.from.localeCompare(b.from));
  if (!first) return {};
  const on = first.from > absence.from ? first.from : absence.from;
  const others = [...register.people.keys()].filter((person) => person !== absence.person);
  const absences = [absence, ...others.flatMap((person) => register.absencesOf(person))];
  const acting = substitutesOf(absences, absence.person, on).find((it) => !absenceOn(absences, it, on));
  const name = acting === undefined ? null : (register.people.get(acting)?.name ?? acting);
  const warning = {
    nb: `Vikaren er selv borte fra ${dayText(on).nb}: ${name === null ? 'ingen svarer da' : `da svarer ${name}`}.`,
    en: `The substitute is also away from ${dayText(on).en}: ${name === null ? 'then nobody answers' : `then ${name} answers`}.`,
  };
  return { warning: warning[language] };
}
