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

const NOT_LED = 'Du leder ikke denne personen.';

/** Cases handed over at the same time. */
const WIDTH = 4;

/** Somebody leaves: what they hold, and handing it over. */
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
    await this.authority.that(caller, (actor) => mayLead(actor, person.unit), NOT_LED);
    const { manager } = this.database;
    const today = await this.installation.today();
    const held = (await casesHeldBy(manager, id, today)).flatMap((it): Holding[] => caseHoldings(id, it, today));
    const inRegisters = { register: await readRegister(manager), areas: await allAreas(manager), today };
    const directory = await this.people.directory();
    return [...held, ...registerHoldings(id, inRegisters)].map((it) => holdingView(it, caller.actor, directory));
  }

  /**
   * First the cases, each by its own commands; when none is left the registers, all at once, and the person is gone.
   * What stops it leaves the person active, and the lines say what is left; a repeat with the same key goes on from there.
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
    const handed = (await sideBySide(WIDTH, held, (it) => this.cases.of(caseHoldings(id, it, today), terms))).flat();
    const rest = body.dryRun
      ? await this.rehearseRegisters(actor, id, body.to)
      : await this.handRegistersOver(actor, person, handed, body.to);
    return this.report(caller, id, body.dryRun, [...handed, ...rest]);
  }

  /** @throws PlatformRefusal 403 for all but administrators and those who lead the person and could take every role from them. */
  private async requireEnding(caller: SignedIn, { id, unit }: PersonRow): Promise<Actor> {
    const actor = await this.authority.that(caller, (it) => mayLead(it, unit), NOT_LED);
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
    return (await judgeAll(manager, id, terms)).map((it) => handedAs(it, 'WOULD'));
  }

  private async handRegistersOver(
    actor: Actor,
    { id }: PersonRow,
    handed: readonly Handed[],
    to: UserId | undefined,
  ): Promise<Handed[]> {
    const today = await this.installation.today();
    return this.changes.make(async (manager, register) => {
      const person = register.people.get(id);
      if (!person || person.deactivatedAt !== null) return [];
      const terms: RegisterTerms = { register, actor, to, today };
      const judged = await judgeAll(manager, id, terms);
      const seen = new Set(handed.map(({ holding }) => ('stored' in holding ? holding.stored.state.id : '')));
      const since = (await casesHeldBy(manager, id, today))
        .filter(({ state }) => !seen.has(state.id))
        .flatMap((stored) => caseHoldings(id, stored, today))
        .map((holding): Handed => ({ holding, to: null, outcome: 'WAITING' }));
      const ready = since.length === 0 && handed.every(isHandedOver) && judged.every((it) => it.broken === null);
      if (!ready) return [...since, ...judged.map((it) => handedAs(it, 'WAITING'))];
      for (const { write } of judged) await write(manager);
      await deactivate(manager, { person, register, substitute: to ?? null, today, by: actor.user });
      return judged.map((it) => handedAs(it, 'DONE'));
    });
  }

  private async report(caller: SignedIn, id: UserId, dryRun: boolean, handed: readonly Handed[]): Promise<Report> {
    const directory = await this.people.directory();
    const { deactivatedAt } = await this.register.require(id);
    const active = deactivatedAt === null;
    return {
      person: id,
      dryRun,
      complete: dryRun ? handed.every(isHandedOver) : !active,
      active,
      lines: handed.map(({ holding, to, outcome, no }) => ({
        ...holdingView(holding, caller.actor, directory),
        to: to === null ? null : personView(directory, to),
        outcome,
        ...(no && { code: no.code, why: no.detail }),
      })),
    };
  }
}

function handedAs({ holding, to, broken }: Judged, outcome: Handed['outcome']): Handed {
  return broken ? { holding, to, outcome: 'REFUSED', no: broken } : { holding, to, outcome };
}
