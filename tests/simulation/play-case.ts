import { instantInOslo } from '#domain/calendar/oslo-time.js';
import { nextWorkingDay, workingDayOnOrAfter } from '#domain/calendar/working-days.js';
import { simulateCase } from '#domain/case/case-simulation.js';
import { RULE_LEVEL } from '#domain/model/rule-context.js';
import { coreOf } from '#domain/process/process-core.js';
import { addDays } from '#domain/time.js';
import { collaboration } from '#processes/collaboration/document.js';
import { managerOf } from '#domain/people/directory-lookup.js';
import { demoAreas } from '#infra/demo/municipality.js';
import { bodyOf } from './act.js';
import { castOf } from './cast.js';
import { compareCauses } from './causes.js';
import { drawsFrom, oneOf, wholeBetween } from './draw.js';
import { commandsOf, happensOn } from './happen.js';
import { planOf } from './plan.js';
import { plannedDay, workingDaysAfter } from './schedule.js';
import { actsMeeting, isCarried, tasksOf } from './tasks.js';
import type { CaseEvent } from '#domain/model/events.js';
import type { Case, UserId } from '#domain/model/case.js';
import type { Command, CommandBody } from '#domain/model/command.js';
import type { CaseSimulation } from '#domain/case/case-simulation.js';
import type { LocalDate } from '#domain/time.js';
import type { Cast } from './cast.js';
import type { CauseFinding } from './causes.js';
import type { Draw } from './draw.js';
import type { CasePlan, Happening } from './plan.js';
import type { Task } from './tasks.js';

/** What two years of one case came to. */
export interface PlayedCase {
  readonly number: string;
  readonly cast: Cast;
  readonly events: readonly CaseEvent[];
  readonly state: Case;
  /** Working days on which the case was open, not paused, and nobody at work owed what would bring it on. */
  readonly idleDays: readonly { readonly day: LocalDate; readonly where: string }[];
  readonly findings: readonly CauseFinding[];
  /** Steps that were offered and then refused. */
  readonly refused: readonly string[];
}

const DAYS = 730;
const HOUR = 9;
const MOST_ACTS_A_DAY = 30;

interface Planned extends Task {
  readonly offeredOn: LocalDate;
  doOn: LocalDate | null;
}

/** Plays one case for two years: every working day each person does what they would do that day. */
export function playCase(seed: string | number, number: number): PlayedCase {
  const draw = drawsFrom(`${seed}/${number}`);
  const opened = workingDayOnOrAfter(addDays('2027-01-04', wholeBetween(draw('opened'), 0, 364)));
  return new CasePlayer(draw, opened, number).play();
}

/** A date that moves away makes nobody do later what they had in mind; the end of a period is its end. */
function isPlannedStill(before: Planned, { dueOn, onTheDay }: Task): boolean {
  return before.dueOn === dueOn || (!onTheDay && before.dueOn !== null && dueOn !== null && dueOn > before.dueOn);
}

class CasePlayer {
  private readonly cast: Cast;
  private readonly plan: CasePlan;
  private readonly simulation: CaseSimulation;
  private readonly happenings: Set<Happening>;
  private planned = new Map<string, Planned>();
  private blockingActs: ReadonlySet<string> = new Set();
  private seenVersion = -1;
  private seenOn = '';
  private seenEvents = 0;
  private commands = 0;
  private readonly idleDays: { day: LocalDate; where: string }[] = [];
  private readonly findings = new Map<string, CauseFinding>();
  private readonly refused: string[] = [];

  constructor(
    private readonly draw: Draw,
    private readonly opened: LocalDate,
    private readonly number: number,
  ) {
    this.cast = castOf(draw, opened);
    this.plan = planOf(draw);
    this.happenings = new Set(this.plan.happenings);
    const { id: area, unit } = oneOf(draw('area'), demoAreas);
    const opening = {
      id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
      number: `2027-${String(number).padStart(4, '0')}`,
      organisation: 'org',
      entrepreneur: this.plan.hasNoEntrepreneur ? null : 'entreprenor.01',
      owner: 'mottak',
      unit,
      channel: 'web',
      origin: this.plan.hasNoEntrepreneur ? 'staff' : 'enquiry',
      title: 'text:title',
      area,
      by: this.plan.hasNoEntrepreneur ? 'mottak' : null,
    };
    const context = { core: coreOf(collaboration), speed: 1, ruleLevel: RULE_LEVEL };
    this.simulation = simulateCase(context, opening, instantInOslo(opened, HOUR));
  }

  play(): PlayedCase {
    const last = addDays(this.opened, DAYS);
    for (let day = this.opened; day <= last; day = nextWorkingDay(day)) this.playDay(day);
    this.simulation.advanceTo(instantInOslo(last, 23));
    const { events } = this.simulation;
    return {
      number: this.state.number,
      cast: this.cast,
      events,
      state: this.state,
      idleDays: this.idleDays,
      findings: [...this.findings.values()],
      refused: this.refused,
    };
  }

  private get state(): Case {
    return this.simulation.state();
  }

  private playDay(day: LocalDate): void {
    this.simulation.advanceTo(instantInOslo(day, HOUR));
    this.look(day);
    this.measure(day);
    this.happen(day);
    this.handOverWhoLeaves(day);
    this.look(day);
    for (let turn = 0; turn < MOST_ACTS_A_DAY && this.doWhatIsPlanned(day); turn += 1) this.look(day);
  }

  /** Reads `next` and My day again when something has happened; plans when each new task will be done. */
  private look(day: LocalDate): void {
    this.hearManagers(day);
    if (this.seenVersion === this.state.version && (this.seenOn === day || !this.isAnythingDue(day))) return;
    this.seenVersion = this.state.version;
    this.seenOn = day;
    const tasks = tasksOf(this.state, this.cast.directoryOn(day), this.simulation.now());
    this.blockingActs = new Set(tasks.filter(({ blocking }) => blocking).map(({ act }) => act));
    this.planned = new Map(
      tasks.map((task) => {
        const key = `${task.act} ${task.person} ${task.blocking || task.dueOn === null ? '' : task.since}`;
        const before = this.planned.get(key);
        const offeredOn = before?.offeredOn ?? day;
        const doOn = before && isPlannedStill(before, task) ? before.doOn : this.dayFor(task, offeredOn);
        return [key, { ...task, offeredOn, doOn }];
      }),
    );
  }

  /** A step holds dates of the day on which it was read. */
  private isAnythingDue(day: LocalDate): boolean {
    return [...this.planned.values()].some(({ doOn }) => doOn !== null && doOn <= day);
  }

  private dayFor(task: Task, offeredOn: LocalDate): LocalDate | null {
    if (task.act === 'acceptHandover' && this.answerOf(task) === 'NEVER') return null;
    const who =
      task.person === this.state.entrepreneur
        ? { honesty: this.cast.entrepreneur }
        : { habit: this.cast.habitOf(task.person) };
    const draw: Draw = (...key) => this.draw('task', task.act, task.person, offeredOn, ...key);
    return plannedDay(task, who, offeredOn, draw);
  }

  /** A manager who hears of it speaks with whoever has not done it. */
  private hearManagers(day: LocalDate): void {
    const { events } = this.simulation;
    for (const event of events.slice(this.seenEvents)) {
      if (event.type !== 'escalated' || !event.data.send) continue;
      const deadline = this.state.deadlines.find(({ id }) => id === event.data.deadline);
      if (!deadline) continue;
      const acts = actsMeeting(this.state, deadline);
      for (const task of this.planned.values()) {
        if (!acts.includes(task.act) && !(acts.length === 0 && task.blocking)) continue;
        const spokenTo = workingDaysAfter(day, wholeBetween(this.draw('spoken to', task.act, day), 5, 30));
        if (task.doOn !== null && task.doOn > deadline.dueOn && task.doOn > spokenTo) task.doOn = spokenTo;
      }
    }
    this.seenEvents = events.length;
  }

  /** @returns whether anything was done. */
  private doWhatIsPlanned(day: LocalDate): boolean {
    const due = [...this.planned].filter(([, { doOn }]) => doOn !== null && doOn <= day);
    for (const [key, task] of due.sort(([, a], [, b]) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'))) {
      const acting = this.actingFor(task.person, day);
      if (acting === null) continue;
      const others = task.ways.flatMap(({ by }) => by.map(({ user }) => user));
      if (task.ways.every(({ notBefore }) => notBefore !== undefined && notBefore > this.simulation.now())) continue;
      const body = this.answer(task) ?? bodyOf(task, this.state, this.plan, day);
      const { version } = this.state;
      if (this.giveAsFirst([acting, ...others], body, day)) {
        if (this.state.version === version) this.refused.push(`${task.act} (changed nothing)`);
        return this.planned.delete(key);
      }
      this.refused.push(`${task.act} (${this.lastRefusal})`);
      task.doOn = workingDaysAfter(day, 5);
    }
    return false;
  }

  /** What a receiver answers who does not just take the case over. */
  private answer(task: Task): CommandBody | null {
    if (task.act !== 'acceptHandover') return null;
    const answer = this.answerOf(task);
    if (answer === 'RETURN') return { type: 'returnHandover', gaps: 'text:gaps' };
    if (answer === 'DECLINE') return { type: 'declineHandover', reason: 'text:reason', alternative: 'text:other' };
    return null;
  }

  private answerOf(task: Task): ReturnType<CasePlan['answerTo']> {
    const { handovers, marks } = this.state;
    return this.plan.answerTo(handovers.length + marks.filter(({ key }) => key === 'moreTime').length, task.person);
  }

  private actingFor(person: UserId, day: LocalDate): UserId | null {
    return person === this.state.entrepreneur ? person : this.cast.actingFor(this.state, person, day);
  }

  private lastRefusal = '';

  private giveAsFirst(people: readonly UserId[], body: CommandBody, day: LocalDate): boolean {
    const directory = this.cast.directoryOn(day);
    const named: Command['people'] = Object.fromEntries(
      directory.users.map(({ id, unit, grants }) => [id, { unit, grants }]),
    );
    return [...new Set(people)].some((person) => {
      const by = this.cast.actor(this.state, person, day);
      const id = `c${(this.commands += 1)}`;
      const refusal = this.simulation.submit({ id, hash: '', by, people: named, body });
      if (refusal) this.lastRefusal = refusal.code;
      return refusal === null;
    });
  }

  private happen(day: LocalDate): void {
    for (const happening of this.happenings) {
      if (!happensOn(happening, this.state, day)) continue;
      this.happenings.delete(happening);
      for (const { by, body } of commandsOf(happening, this.state, this.cast.directoryOn(day), day)) {
        if (!this.giveAsFirst(by, body, day)) break;
      }
    }
  }

  /** Nobody leaves before their cases are given to others, as the offboarding asks. */
  private handOverWhoLeaves(day: LocalDate): void {
    const { owner } = this.state;
    const leaves = (person: UserId): boolean => {
      const lastDay = this.cast.lastDayOf(person);
      return lastDay !== null && lastDay <= day;
    };
    if (this.state.closedAt !== undefined) return;
    const directory = this.cast.directoryOn(addDays(day, 1));
    const colleague = directory.users.find(
      ({ id, unit, grants, staff }) =>
        staff &&
        id !== owner &&
        unit === this.state.unit &&
        grants.some(({ role }) => role === 'saksbehandler' || role === 'leder'),
    )?.id;
    const manager = managerOf(directory, this.state.unit)?.id ?? 'admin';
    const successor = colleague ?? manager;
    if (leaves(owner)) this.giveAsFirst([manager, 'admin'], { type: 'assignOwner', owner: successor }, day);
    if (leaves(this.state.contact))
      this.giveAsFirst([manager, 'admin'], { type: 'changeContact', contact: this.state.owner, note: 'text:n' }, day);
  }

  private measure(day: LocalDate): void {
    const { state } = this;
    if (state.state !== 'OPEN') return;
    const directory = this.cast.directoryOn(day);
    if (!isCarried(state, directory, day))
      this.idleDays.push({ day, where: `${state.phase} ${[...this.blockingActs].sort().join(' + ')}` });
    const offered = new Set([...this.planned.values()].map(({ act }) => act));
    const situation = { state, directory, now: this.simulation.now(), blockingActs: this.blockingActs };
    for (const finding of compareCauses(situation, offered)) {
      const key = `${finding.verdict} ${finding.code} ${finding.truth}`;
      if (!this.findings.has(key)) this.findings.set(key, finding);
    }
  }
}
