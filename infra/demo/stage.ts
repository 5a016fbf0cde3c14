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

const OPENS = 9;
/** Minutes between two things done on the same day, so that a day's work looks like one. */
const PACE = 11;
/** What is not done by then is left for the next working day. */
const CLOSES = 16;
const MINUTE = 60_000;
/** The demonstration's words are no secret: their hashes need no real key. */
const SECRET = 'demo';

/** One case on its way through the past: people act on it in office hours, and the clock does what it owes in between. */
export interface Stage {
  readonly days: Days;
  /** Its number among the demonstration's cases, 1 to 16. */
  readonly n: number;
  readonly events: readonly CaseEvent[];
  readonly words: readonly KeptWords[];
  /** What people asked for, word for word. */
  readonly requests: readonly { readonly user: UserId; readonly body: CommandRequest }[];
  state(): Case;
  today(): LocalDate;
  /**
   * Time passes to the morning of `date`, and whoever has the case does meanwhile what recurs, in good time.
   * @throws Error when that is in the past.
   */
  on(date: LocalDate): void;
  /** The same, but nothing happens when `date` is past already. */
  from(date: LocalDate): void;
  /** Time passes by so many working days. */
  later(workingDays: number): void;
  /** Gives a command, words and all, as a person would through the API. @throws Error when it is refused. */
  give(user: UserId, body: CommandRequest): void;
  /** What this story notes in words of its own, or leaves undone, from now on. */
  keep(habits: Habits): void;
  /** Time passes up to the start; the story is told. */
  end(): void;
}

/** Everything a stage needs to begin. */
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
  const words: KeptWords[] = [];
  const requests: { user: UserId; body: CommandRequest }[] = [];
  const first = `demo-${name}-000`;
  const titleKey = `text:${demoId(name, first, 0)}`;
  words.push({ key: titleKey, command: first, field: '/title', body: title });
  const command = { id: first, hash: keyedHash(SECRET, { title, ...opening }) };
  const received = { ...opening, id: demoId(name), title: titleKey, command };
  const play = startPlay({ core, speed: 1, rules: RULES }, received, receivedAt);
  let habits = usualHabits;

  const past = (instant: Instant): Instant => {
    if (instant >= days.start) throw new Error(`story ${n} reaches ${instant}, after the start`);
    return instant;
  };
  const morning = (date: LocalDate): void => {
    const opens = atOslo(date, OPENS, n);
    if (opens > play.now()) play.until(past(opens));
  };
  /** Everything of habit before `date`. */
  const chores = (date: LocalDate): void => {
    for (;;) {
      const chore = choreOf(play.state(), habits, stage.today());
      if (!chore || chore.day >= date) return;
      morning(chore.day);
      const { fact, data, on } = chore;
      stage.give(play.state().owner, { type: 'registerFact', fact, data, ...(on !== undefined && { on }) });
      if (choreOf(play.state(), habits, stage.today())?.debt === chore.debt)
        throw new Error(`story ${n}, ${chore.day}: ${fact} does not meet ${chore.debt}`);
    }
  };
  const stage: Stage = {
    days,
    n,
    words,
    requests,
    events: play.events,
    state: () => play.state(),
    today: () => osloDateOf(play.now()),
    on(date) {
      if (date < stage.today()) throw new Error(`story ${n} is at ${stage.today()} and cannot go back to ${date}`);
      chores(date);
      morning(date);
    },
    from: (date) => stage.on(later(date, stage.today())),
    later: (workingDays) => stage.on(workingDaysAfter(stage.today(), workingDays)),
    give(user, request) {
      if (play.now() >= atOslo(stage.today(), CLOSES)) stage.later(1);
      const today = stage.today();
      const id = `demo-${name}-${String(requests.length + 1).padStart(3, '0')}`;
      let keys = 0;
      const newKey = (): string => `text:${demoId(name, id, (keys += 1))}`;
      const { body, texts } = withKeys(newestProcess, play.state(), request, newKey);
      const hash = keyedHash(SECRET, { by: user, body: request });
      const refusal = play.give({ id, hash, by: actorOn(today, user), people: peopleOn(today), body });
      if (refusal)
        throw new Error(`story ${n}, ${today}: ${user} ${JSON.stringify(body)}: ${refusal.code} ${refusal.detail}`);
      requests.push({ user, body: request });
      for (const [key, { field, body: inner }] of texts) words.push({ key, command: id, field, body: inner });
      play.until(past(addMillis(play.now(), PACE * MINUTE)));
    },
    keep: (own) => void (habits = { ...habits, ...own }),
    end() {
      chores(days.D);
      play.until(days.start);
    },
  };
  return stage;
}
