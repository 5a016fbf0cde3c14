import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { UserId } from '#domain/model/case.js';
import type { Actor } from '#domain/model/command.js';
import { hasEnded } from '#domain/period.js';
import { mayChangeReach, mayLead } from '#domain/policy/administration.js';
import type { departureBody } from '#contracts/http/people.js';
import type { departureReport } from '#contracts/http/views/people.js';
import { casesHeldBy } from '#store/cases/lists/cases-held.js';
import { allAreas } from '#store/people/areas.js';
import { deactivate } from '#store/access/deactivate.js';
import { readRegister } from '#store/people/register.js';
import type { PersonRow } from '#store/people/person.js';
import { roleGrants } from '#store/people/role-grant.js';
import { personView } from '../people/directory/person-view.js';
import { Database } from '../shared/database.js';
import { Installation } from '../shared/installation.js';
import { People } from '../shared/people.js';
import { sideBySide } from '../shared/side-by-side.js';
import { PeopleRegister } from '../people/people-register.js';
import { refusedWith } from '../shared/refused.js';
import { Authority } from '../people/administration/authority.js';
import { Changes } from '../people/administration/changes.js';
import { requireSuccessor } from '../people/administration/successor.js';
import type { SignedIn } from '../shared/caller/caller.js';
import { CaseHanding } from './case-handing.js';
import type { HandingTerms } from './case-handing.js';
import { isHandedOver } from './handed.js';
import type { Handed } from './handed.js';
import { caseHoldings, registerHoldings } from './holding.js';
import type { Holding } from './holding.js';
import { holdingView } from './holding-view.js';
import type { HoldingView } from './holding-view.js';
import { judgeAll } from './register-handing.js';
import type { Judged, RegisterTerms } from './register-handing.js';

type Report = z.infer<typeof departureReport>;

const NOT_LEADER = 'Du leder ikke denne personen.';

/** Cases transferred at the same time. */
const CONCURRENCY = 4;

/** Lists what a person holds, and transfers it when they leave. */
@Injectable()
export class Departures {
  constructor(
    private readonly register: PeopleRegister,
    private readonly authority: Authority,
    private readonly changes: Changes,
    private readonly cases: CaseHanding,
    private readonly people: People,
    private readonly installation: Installation,
    private readonly database: Database,
  ) {}

  async holdings(caller: SignedIn, id: UserId): Promise<HoldingView[]> {
    const person = await this.register.require(id);
    await this.authority.that(caller, (actor) => mayLead(actor, person.unit), NOT_LEADER);
    const { manager } = this.database;
    const today = await this.installation.today();
    const held = (await casesHeldBy(manager, id, today)).flatMap((it): Holding[] => caseHoldings(id, it, today));
    const inRegisters = { register: await readRegister(manager), areas: await allAreas(manager), today };
    const directory = await this.people.directory();
    return [...held, ...registerHoldings(id, inRegisters)].map((it) => holdingView(it, caller.actor, directory));
  }

  /**
   * Transfers the cases first, each by its own commands. When none is left, one transaction transfers the registers and
   * deactivates the person. Otherwise the person stays active, the lines say what is left, and a repeat with the same
   * key continues from there.
   */
  async depart(caller: SignedIn, id: UserId, key: string, body: z.output<typeof departureBody>): Promise<Report> {
    const person = await this.register.require(id);
    const actor = await this.requireEnding(caller, person);
    if (actor.user === id)
      throw refusedWith('same-person', 'Du kan ikke avslutte din egen tilgang: be lederen din om det.');
    const terms = await this.termsOf(caller, person, key, body);
    await this.installation.readyClock();
    if (person.deactivatedAt !== null) return this.report(caller, id, body.dryRun, []);
    const today = await this.installation.today();
    const held = await casesHeldBy(this.database.manager, id, today);
    const caseResults = (
      await sideBySide(CONCURRENCY, held, (it) => this.cases.of(caseHoldings(id, it, today), terms))
    ).flat();
    const registerResults = body.dryRun
      ? await this.rehearseRegisters(actor, id, body.to)
      : await this.handRegistersOver(actor, person, caseResults, body.to);
    return this.report(caller, id, body.dryRun, [...caseResults, ...registerResults]);
  }

  /** @throws PlatformRefusal 403 unless the caller leads the person and may revoke all their roles, or is administrator. */
  private async requireEnding(caller: SignedIn, { id, unit }: PersonRow): Promise<Actor> {
    const actor = await this.authority.that(caller, (it) => mayLead(it, unit), NOT_LEADER);
    const today = await this.installation.today();
    const grants = await this.database.manager.findBy(roleGrants, { person: id });
    const held = grants.filter((grant) => !hasEnded(grant, today));
    if (!mayChangeReach(actor, held))
      throw refusedWith('forbidden', 'Bare administratorer avslutter den som har en rolle du ikke kan ta.');
    return actor;
  }

  private async termsOf(
    caller: SignedIn,
    person: PersonRow,
    key: string,
    { to, assignments, dryRun }: z.output<typeof departureBody>,
  ): Promise<HandingTerms> {
    const directory = await this.people.directory();
    const named = [
      ...(to === undefined ? [] : [{ pointer: '/to', id: to }]),
      ...assignments.map((it, index) => ({ pointer: `/assignments/${index}/to`, id: it.to })),
    ];
    for (const { pointer, id } of named) {
      if (id === person.id) {
        throw refusedWith('same-person', 'Ingen overtar etter seg selv.', [{ pointer, detail: 'is who leaves' }]);
      }
      requireSuccessor(directory, id, pointer);
    }
    const assigned = new Map(assignments.map((it) => [it.collaboration.toLowerCase(), it.to]));
    return { caller, key, dryRun, person: person.id, substitute: to, toOf: (caseId) => assigned.get(caseId) ?? to };
  }

  private async rehearseRegisters(actor: Actor, id: UserId, to: UserId | undefined): Promise<Handed[]> {
    const { manager } = this.database;
    const terms = { register: await readRegister(manager), actor, to, today: await this.installation.today() };
    return (await judgeAll(manager, id, terms)).map((it) => resultOf(it, 'WOULD'));
  }

  private async handRegistersOver(
    actor: Actor,
    { id }: PersonRow,
    caseResults: readonly Handed[],
    to: UserId | undefined,
  ): Promise<Handed[]> {
    const today = await this.installation.today();
    return this.changes.make(async (manager, register) => {
      const person = register.people.get(id);
      if (!person || person.deactivatedAt !== null) return [];
      const terms: RegisterTerms = { register, actor, to, today };
      const checked = await judgeAll(manager, id, terms);
      const handledCases = new Set(
        caseResults.map(({ holding }) => ('stored' in holding ? holding.stored.state.id : '')),
      );
      const newHoldings = (await casesHeldBy(manager, id, today))
        .filter(({ state }) => !handledCases.has(state.id))
        .flatMap((stored) => caseHoldings(id, stored, today))
        .map((holding): Handed => ({ holding, to: null, outcome: 'WAITING' }));
      const ready =
        newHoldings.length === 0 && caseResults.every(isHandedOver) && checked.every((it) => it.broken === null);
      if (!ready) return [...newHoldings, ...checked.map((it) => resultOf(it, 'WAITING'))];
      for (const { write } of checked) await write(manager);
      await deactivate(manager, { person, register, substitute: to ?? null, today, by: actor.user });
      return checked.map((it) => resultOf(it, 'DONE'));
    });
  }

  private async report(caller: SignedIn, id: UserId, dryRun: boolean, results: readonly Handed[]): Promise<Report> {
    const directory = await this.people.directory();
    const { deactivatedAt } = await this.register.require(id);
    const active = deactivatedAt === null;
    return {
      person: id,
      dryRun,
      complete: dryRun ? results.every(isHandedOver) : !active,
      active,
      lines: results.map(({ holding, to, outcome, no: refusal }) => ({
        ...holdingView(holding, caller.actor, directory),
        to: to === null ? null : personView(directory, to),
        outcome,
        ...(refusal && { code: refusal.code, why: refusal.detail }),
      })),
    };
  }
}

function resultOf({ holding, to, broken: violation }: Judged, outcome: Handed['outcome']): Handed {
  return violation ? { holding, to, outcome: 'REFUSED', no: violation } : { holding, to, outcome };
}
