import { Injectable } from '@nestjs/common';
import pMap from 'p-map';
import type { z } from 'zod';
import type { UserId } from '#domain/model/case.js';
import type { Actor } from '#domain/model/command.js';
import { hasEnded } from '#domain/period.js';
import { canGrantAll, canAdministerUnit } from '#domain/policy/administration.js';
import type { departureBody, departureReport } from '#contracts/http/offboarding.js';
import { casesHeldBy } from '#store/cases/lists/cases-held.js';
import { listAreas } from '#store/people/areas.js';
import { deactivatePerson } from '#store/access/deactivate-person.js';
import { readPeopleRegister } from '#store/people/people-register.js';
import type { PersonRow } from '#store/people/person-table.js';
import { roleGrantsOf } from '#store/people/role-grants.js';
import { personView } from '../people/person-view.js';
import { DatabaseService } from '../shared/database.service.js';
import { InstallationClockService } from '../shared/installation-clock.service.js';
import { DirectoryService } from '../shared/directory.service.js';
import { PeopleRegisterService } from '../people/people-register.service.js';
import { refusedWith } from '../shared/refused.js';
import { RegisterChangesService } from '../people/administration/register-changes.service.js';
import { requireSuccessor } from '../people/administration/require-successor.js';
import type { Language } from '../shared/input/language.decorator.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';
import { CaseTransferService } from './case-transfer.service.js';
import type { CaseTransferOptions } from './case-transfer.service.js';
import { isTransferred } from './transfer-result.js';
import type { TransferResult } from './transfer-result.js';
import { caseHoldings, registerHoldings } from './holding.js';
import type { Holding } from './holding.js';
import { holdingView } from './holding-view.js';
import type { HoldingView } from './holding-view.js';
import { checkAll } from './register-transfer.js';
import type { CheckedTransfer, RegisterTransferOptions } from './register-transfer.js';

type Report = z.infer<typeof departureReport>;

/** Cases transferred at the same time. */
const FEW_AT_A_TIME = { concurrency: 4 };

/** Lists what a person holds, and transfers it when they leave. */
@Injectable()
export class DeparturesService {
  constructor(
    private readonly register: PeopleRegisterService,
    private readonly changes: RegisterChangesService,
    private readonly caseTransfer: CaseTransferService,
    private readonly people: DirectoryService,
    private readonly installation: InstallationClockService,
    private readonly database: DatabaseService,
  ) {}

  async holdings(caller: SignedInCaller, actor: Actor, id: UserId): Promise<HoldingView[]> {
    const person = await this.register.requirePerson(id);
    requireLeads(actor, person);
    const { manager } = this.database;
    const today = await this.installation.today();
    const held = (await casesHeldBy(manager, id, today)).flatMap((it): Holding[] => caseHoldings(id, it, today));
    const inRegisters = { register: await readPeopleRegister(manager), areas: await listAreas(manager), today };
    const directory = await this.people.directory();
    return [...held, ...registerHoldings(id, inRegisters)].map((it) => holdingView(it, caller.actor, directory));
  }

  /**
   * Transfers the cases first, each by its own commands. When none is left, one transaction transfers the rest and
   * deactivates the person. Otherwise the person stays active, the lines say what is left, and a repeat with the same
   * key continues from there.
   */
  async depart(
    caller: SignedInCaller,
    actor: Actor,
    id: UserId,
    key: string,
    body: z.output<typeof departureBody> & { readonly language: Language },
  ): Promise<Report> {
    const person = await this.register.requirePerson(id);
    await this.requireMayDeactivate(actor, person);
    if (actor.user === id)
      throw refusedWith('same-person', {
        nb: 'Du kan ikke avslutte din egen tilgang: be lederen din om det.',
        en: 'You cannot end your own access: ask your manager to do it.',
      });
    const terms = await this.transferOptions(caller, person, key, body);
    await this.installation.requireClock();
    if (person.deactivatedAt !== null) return this.report(caller, id, body, []);
    const today = await this.installation.today();
    const held = await casesHeldBy(this.database.manager, id, today);
    const caseResults = (
      await pMap(held, (it) => this.caseTransfer.transfer(caseHoldings(id, it, today), terms), FEW_AT_A_TIME)
    ).flat();
    const registerResults = body.dryRun
      ? await this.dryRunRegisters(actor, id, body.to)
      : await this.transferRegisters(actor, person, caseResults, body.to);
    return this.report(caller, id, body, [...caseResults, ...registerResults]);
  }

  /** @throws HttpRefusal 403 unless the actor leads the person and may revoke all their roles, or is administrator. */
  private async requireMayDeactivate(actor: Actor, person: PersonRow): Promise<void> {
    requireLeads(actor, person);
    const today = await this.installation.today();
    const grants = await roleGrantsOf(this.database.manager, [person.id]);
    const held = grants.filter((grant) => !hasEnded(grant, today));
    if (!canGrantAll(actor, held))
      throw refusedWith('forbidden', {
        nb: 'Bare administratorer avslutter den som har en rolle du ikke kan ta.',
        en: 'Only administrators end the access of somebody with a role that you cannot take away.',
      });
  }

  private async transferOptions(
    caller: SignedInCaller,
    person: PersonRow,
    key: string,
    { to, assignments, dryRun }: z.output<typeof departureBody>,
  ): Promise<CaseTransferOptions> {
    const directory = await this.people.directory();
    const named = [
      ...(to === undefined ? [] : [{ pointer: '/to', id: to }]),
      ...assignments.map((it, index) => ({ pointer: `/assignments/${index}/to`, id: it.to })),
    ];
    for (const { pointer, id } of named) {
      if (id === person.id) {
        throw refusedWith(
          'same-person',
          { nb: 'Ingen overtar etter seg selv.', en: 'Nobody takes over from themselves.' },
          [{ pointer, detail: 'is who leaves' }],
        );
      }
      requireSuccessor(directory, id, pointer);
    }
    const assigned = new Map(assignments.map((it) => [it.collaboration.toLowerCase(), it.to]));
    return {
      caller,
      key,
      dryRun,
      person: person.id,
      substitute: to,
      successorFor: (caseId) => assigned.get(caseId) ?? to,
    };
  }

  private async dryRunRegisters(actor: Actor, id: UserId, to: UserId | undefined): Promise<TransferResult[]> {
    const { manager } = this.database;
    const terms = { register: await readPeopleRegister(manager), actor, to, today: await this.installation.today() };
    return (await checkAll(manager, id, terms)).map((it) => resultOf(it, 'WOULD'));
  }

  private async transferRegisters(
    actor: Actor,
    { id }: PersonRow,
    caseResults: readonly TransferResult[],
    to: UserId | undefined,
  ): Promise<TransferResult[]> {
    const today = await this.installation.today();
    return this.changes.run(async (manager, register) => {
      const person = register.people.get(id);
      if (!person || person.deactivatedAt !== null) return [];
      const terms: RegisterTransferOptions = { register, actor, to, today };
      const checked = await checkAll(manager, id, terms);
      const handledCases = new Set(
        caseResults.map(({ holding }) => ('stored' in holding ? holding.stored.state.id : '')),
      );
      const newHoldings = (await casesHeldBy(manager, id, today))
        .filter(({ state }) => !handledCases.has(state.id))
        .flatMap((stored) => caseHoldings(id, stored, today))
        .map((holding): TransferResult => ({ holding, to: null, outcome: 'WAITING' }));
      const ready =
        newHoldings.length === 0 && caseResults.every(isTransferred) && checked.every((it) => it.violation === null);
      if (!ready) return [...newHoldings, ...checked.map((it) => resultOf(it, 'WAITING'))];
      for (const { write } of checked) await write(manager);
      await deactivatePerson(manager, { person, register, substitute: to ?? null, today, by: actor.user });
      return checked.map((it) => resultOf(it, 'DONE'));
    });
  }

  private async report(
    caller: SignedInCaller,
    id: UserId,
    { dryRun, language }: { readonly dryRun: boolean; readonly language: Language },
    results: readonly TransferResult[],
  ): Promise<Report> {
    const directory = await this.people.directory();
    const { deactivatedAt } = await this.register.requirePerson(id);
    const active = deactivatedAt === null;
    return {
      person: id,
      dryRun,
      complete: dryRun ? results.every(isTransferred) : !active,
      active,
      lines: results.map(({ holding, to, outcome, refusal, warning }) => ({
        ...holdingView(holding, caller.actor, directory),
        to: to === null ? null : personView(directory, to),
        outcome,
        ...(refusal && { code: refusal.code, why: refusal.detail[language] }),
        ...(warning !== undefined && { warning: warning[language] }),
      })),
    };
  }
}

function requireLeads(actor: Actor, { unit }: PersonRow): void {
  if (!canAdministerUnit(actor, unit))
    throw refusedWith('forbidden', { nb: 'Du leder ikke denne personen.', en: 'You do not lead this person.' });
}

function resultOf(
  { holding, to, violation, warning }: CheckedTransfer,
  outcome: TransferResult['outcome'],
): TransferResult {
  if (violation) return { holding, to, outcome: 'REFUSED', refusal: violation };
  return { holding, to, outcome, ...(warning !== undefined && { warning }) };
}
