import { dayText } from '#domain/model/words/day-text.js';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { UserId } from '#domain/model/case.js';
import type { Actor } from '#domain/model/command.js';
import { hasEnded } from '#domain/period.js';
import { canChangeAbsence, canNameSubstitute } from '#domain/policy/administration.js';
import { addDays } from '#domain/time.js';
import type { LocalDate } from '#domain/time.js';
import type { absenceChangeBody, newAbsenceBody } from '#contracts/http/people/absence.js';
import { addAbsence, changeAbsence, deleteAbsence } from '#store/people/change-absence.js';
import { readPeopleRegister } from '#store/people/people-register.js';
import type { PeopleRegister } from '#store/people/people-register.js';
import { checkAbsence } from '#store/people/rules/check-absence.js';
import type { AbsenceRow } from '#store/people/absence-table.js';
import { DatabaseService } from '../../shared/database.service.js';
import { InstallationClockService } from '../../shared/installation-clock.service.js';
import { refusedWith } from '../../shared/refused.js';
import { RegisterChangesService, requireValid } from '../administration/register-changes.service.js';
import type { Language } from '../../shared/input/language.decorator.js';
import { absenceViewOf } from './absence-view.js';
import type { AbsenceView } from './absence-view.js';

/** Registers when people are away and who substitutes for them. */
@Injectable()
export class AbsencesService {
  constructor(
    private readonly database: DatabaseService,
    private readonly installation: InstallationClockService,
    private readonly changes: RegisterChangesService,
  ) {}

  /** Newest first. */
  async list(actor: Actor, person: UserId, language: Language): Promise<AbsenceView[]> {
    const register = await readPeopleRegister(this.database.manager);
    requireMayChangeAbsence(actor, register, person);
    const rows = [...register.absencesOf(person)].sort((a, b) => b.from.localeCompare(a.from));
    return rows.map((row) => absenceViewOf(register, row, language));
  }

  /** Of everybody, today and to come. */
  async all(language: Language): Promise<(AbsenceView & { readonly name: string })[]> {
    const register = await readPeopleRegister(this.database.manager);
    const today = await this.installation.today();
    return [...register.people.values()]
      .flatMap(({ id, name }) => register.absencesOf(id).map((row) => ({ row, name })))
      .filter(({ row }) => !hasEnded(row, today))
      .sort((a, b) => a.row.from.localeCompare(b.row.from) || a.name.localeCompare(b.name, 'nb'))
      .map(({ row, name }) => ({ ...absenceViewOf(register, row, language), name }));
  }

  async add(
    actor: Actor,
    person: UserId,
    key: string,
    body: z.output<typeof newAbsenceBody>,
    language: Language,
  ): Promise<AbsenceView> {
    const absence: AbsenceRow = { person, ...body };
    const request = { route: 'POST /absences', absence };
    await this.changes.runOnce({ caller: actor.user, key, request }, async (manager, register) => {
      requireMayChangeAbsence(actor, register, person);
      if (absence.substitute !== null) requireMayNameSubstitute(actor, register, absence);
      requireValid(checkAbsence(register, absence));
      await addAbsence(manager, absence, actor.user);
      return { from: absence.from };
    });
    return absenceViewOf(await readPeopleRegister(this.database.manager), absence, language);
  }

  async change(
    actor: Actor,
    person: UserId,
    from: LocalDate,
    body: z.output<typeof absenceChangeBody>,
    language: Language,
  ): Promise<AbsenceView> {
    const today = await this.installation.today();
    return this.changes.run(async (manager, register) => {
      requireMayChangeAbsence(actor, register, person);
      const before = requireAbsence(register, person, from);
      const { to = before.to, substitute = before.substitute } = body;
      const after: AbsenceRow = { ...before, to, substitute };
      const isNaming = substitute !== null && (substitute !== before.substitute || to !== before.to);
      if (isNaming) requireMayNameSubstitute(actor, register, after);
      const yesterday = addDays(today, -1);
      // The dates of an absence that has ended never change.
      if (to !== before.to && (hasEnded(before, yesterday) || hasEnded(after, yesterday))) {
        throw refusedWith(
          'in-the-past',
          { nb: 'Et fravær avsluttes tidligst fra i går.', en: 'An absence ends yesterday at the earliest.' },
          [{ pointer: '/to', detail: `is before ${yesterday}` }],
        );
      }
      requireValid(checkAbsence(register, after, before));
      await changeAbsence(manager, after, actor.user);
      return absenceViewOf(register, after, language);
    });
  }

  async takeBack(actor: Actor, person: UserId, from: LocalDate): Promise<void> {
    const today = await this.installation.today();
    await this.changes.run(async (manager, register) => {
      requireMayChangeAbsence(actor, register, person);
      const absence = requireAbsence(register, person, from);
      if (from < today) {
        throw refusedWith('in-the-past', {
          nb: `Fraværet begynte ${dayText(from).nb}: sett en sluttdag i stedet.`,
          en: `The absence began ${dayText(from).en}: set a last day instead.`,
        });
      }
      await deleteAbsence(manager, absence, actor.user);
    });
  }
}

/** @throws HttpRefusal 404 for an unknown person, 403 when the actor may not see and change their absences. */
function requireMayChangeAbsence(actor: Actor, register: PeopleRegister, person: UserId): void {
  const row = register.people.get(person);
  if (!row) throw refusedWith('not-found', { nb: 'Personen finnes ikke.', en: 'The person does not exist.' });
  if (!canChangeAbsence(actor, row))
    throw refusedWith('forbidden', { nb: 'Du leder ikke denne personen.', en: 'You do not lead this person.' });
}

/** @throws HttpRefusal 403 for the substitute of somebody whose roles the actor could not give. */
function requireMayNameSubstitute(actor: Actor, register: PeopleRegister, { person, from }: AbsenceRow): void {
  const held = register.grantsOf(person).filter((grant) => !hasEnded(grant, from));
  if (canNameSubstitute(actor, person, held)) return;
  throw refusedWith(
    'forbidden',
    {
      nb: 'Bare den som kan gi rollene til den som er borte, eller personen selv, velger vikar.',
      en: 'Only somebody who may give the roles of the person away, or that person, chooses a substitute.',
    },
    [{ pointer: '/substitute', detail: 'is for somebody whose roles you cannot give' }],
  );
}

function requireAbsence(register: PeopleRegister, person: UserId, from: LocalDate): AbsenceRow {
  const absence = register.absencesOf(person).find((it) => it.from === from);
  if (!absence)
    throw refusedWith('not-found', {
      nb: 'Det er ikke meldt noe fravær fra den dagen.',
      en: 'No absence is registered from that day.',
    });
  return absence;
}
