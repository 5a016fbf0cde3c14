import { atOslo, osloDateOf } from '#domain/calendar/oslo.js';
import { RULES } from '#domain/model/context.js';
import { startPlay } from '#domain/case/play.js';
import { coreOf } from '#domain/process/core-of.js';
import { addMillis } from '#domain/time.js';
import { keyedHash } from '#platform/session/token.js';
import { actorOn, peopleOn } from './cast.js';
import { later, workingDaysAfter } from './days.js';
import { demoId } from './demo-id.js';
import { choreOf, usualHabits } from './habits.js';
import { newestProcess } from '#processes/versions.js';
import { withKeys } from './words.js';
import type { Case, UserId } from '#domain/model/case.js';
import type { CaseEvent } from '#domain/model/events.js';
import type { Opening } from '#domain/case/open.js';
import type { CommandRequest } from '#contracts/http/commands.js';
import type { Instant, LocalDate } from '#domain/time.js';
import type { Days } from './days.js';
import type { Habits } from './habits.js';
import type { KeptWords } from './words.js';

const OPENING_HOUR = 9;
/** Time between two commands on the same day. */
const MINUTES_BETWEEN_COMMANDS = 11;
/** A command given after this hour waits for the next working day. */
const CLOSING_HOUR = 16;
const MINUTE_MS = 60_000;
/** Key of the request hashes. The demo texts are public, so it need not be secret. */
const HASH_KEY = 'demo';

/** One case, simulated from its opening up to the start. People act in office hours; due timers fire in between. */
export interface Stage {
  readonly days: Days;
  /** Number of the story, 1 to 16 (domain.md F). */
  readonly n: number;
  readonly events: readonly CaseEvent[];
  readonly words: readonly KeptWords[];
  /** The commands as people gave them, texts included. */
  readonly requests: readonly { readonly user: UserId; readonly body: CommandRequest }[];
  state(): Case;
  today(): LocalDate;
  /**
   * Advances to the morning of `date`. The owner does the routine tasks that fall before it.
   * @throws Error when `date` is in the past.
   */
  on(date: LocalDate): void;
  /** The same, but does nothing when `date` is in the past. */
  from(date: LocalDate): void;
  later(workingDays: number): void;
  /** Submits a command with its texts, as a person would through the API. @throws Error when it is refused. */
  give(user: UserId, body: CommandRequest): void;
  /** Replaces routines from now on; null turns one off. */
  keep(habits: Habits): void;
  /** Advances to the start, where every story ends. */
  end(): void;
}

export interface Setting {
  readonly days: Days;
  readonly n: number;
  readonly opening: Omit<Opening, 'id' | 'title' | 'command'>;
  readonly title: string;
  readonly receivedAt: Instant;
}

const core = coreOf(newestProcess);

export function openStage({ days, n, opening, title, receivedAt }: Setting): Stage {
  const name = String(n).padStart(2, '0');
  const storedTexts: KeptWords[] = [];
  const requests: { user: UserId; body: CommandRequest }[] = [];
  const first = `demo-${name}-000`;
  const titleKey = `text:${demoId(name, first, 0)}`;
  storedTexts.push({ key: titleKey, command: first, field: '/title', body: title });
  const command = { id: first, hash: keyedHash(HASH_KEY, { title, ...opening }) };
  const received = { ...opening, id: demoId(name), title: titleKey, command };
  const caseSimulation = startPlay({ core, speed: 1, rules: RULES }, received, receivedAt);
  let routines = usualHabits;

  const requireBeforeStart = (instant: Instant): Instant => {
    if (instant >= days.start) throw new Error(`story ${n} reaches ${instant}, after the start`);
    return instant;
  };
  const advanceToMorning = (date: LocalDate): void => {
    const opens = atOslo(date, OPENING_HOUR, n);
    if (opens > caseSimulation.now()) caseSimulation.until(requireBeforeStart(opens));
  };
  /** Does the routine tasks that fall before `date`. */
  const performRoutines = (date: LocalDate): void => {
    for (;;) {
      const task = choreOf(caseSimulation.state(), routines, simulation.today());
      if (!task || task.day >= date) return;
      advanceToMorning(task.day);
      const { fact, data, on } = task;
      simulation.give(caseSimulation.state().owner, {
        type: 'registerFact',
        fact,
        data,
        ...(on !== undefined && { on }),
      });
      if (choreOf(caseSimulation.state(), routines, simulation.today())?.debt === task.debt)
        throw new Error(`story ${n}, ${task.day}: ${fact} does not meet ${task.debt}`);
    }
  };
  const simulation: Stage = {
    days,
    n,
    words: storedTexts,
    requests,
    events: caseSimulation.events,
    state: () => caseSimulation.state(),
    today: () => osloDateOf(caseSimulation.now()),
    on(date) {
      if (date < simulation.today())
        throw new Error(`story ${n} is at ${simulation.today()} and cannot go back to ${date}`);
      performRoutines(date);
      advanceToMorning(date);
    },
    from: (date) => simulation.on(later(date, simulation.today())),
    later: (workingDays) => simulation.on(workingDaysAfter(simulation.today(), workingDays)),
    give(user, request) {
      if (caseSimulation.now() >= atOslo(simulation.today(), CLOSING_HOUR)) simulation.later(1);
      const today = simulation.today();
      const id = `demo-${name}-${String(requests.length + 1).padStart(3, '0')}`;
      let keys = 0;
      const newKey = (): string => `text:${demoId(name, id, (keys += 1))}`;
      const { body, texts } = withKeys(newestProcess, caseSimulation.state(), request, newKey);
      const hash = keyedHash(HASH_KEY, { by: user, body: request });
      const refusal = caseSimulation.give({ id, hash, by: actorOn(today, user), people: peopleOn(today), body });
      if (refusal)
        throw new Error(`story ${n}, ${today}: ${user} ${JSON.stringify(body)}: ${refusal.code} ${refusal.detail}`);
      requests.push({ user, body: request });
      for (const [key, { field, body: inner }] of texts) storedTexts.push({ key, command: id, field, body: inner });
      caseSimulation.until(requireBeforeStart(addMillis(caseSimulation.now(), MINUTES_BETWEEN_COMMANDS * MINUTE_MS)));
    },
    keep: (own) => void (routines = { ...routines, ...own }),
    end() {
      performRoutines(days.D);
      caseSimulation.until(days.start);
    },
  };
  return simulation;
}
