import { instantInOslo, osloDateOf } from '#domain/calendar/oslo-time.js';
import { RULE_LEVEL } from '#domain/model/rule-context.js';
import { simulateCase } from '#domain/case/case-simulation.js';
import { coreOf } from '#domain/process/process-core.js';
import { addMillis } from '#domain/time.js';
import { keyedHash } from '#platform/session/token.js';
import { actorOn, peopleOn } from './people-on-date.js';
import { laterOf, workingDaysAfter } from './story-days.js';
import { demoId } from './demo-id.js';
import { nextRoutineTask, defaultRoutines } from './routines.js';
import { newestProcess } from '#processes/versions.js';
import type { Case, UserId } from '#domain/model/case.js';
import type { CaseEvent } from '#domain/model/events.js';
import type { CaseOpening } from '#domain/case/opening-events.js';
import { factIn, replaceTexts } from '#contracts/http/cases/command-texts.js';
import type { CommandRequest } from '#contracts/http/cases/command.js';
import type { Instant, LocalDate } from '#domain/time.js';
import type { StoryDays } from './story-days.js';
import type { NewStoryDocument, StoryDocument, StoryMessage, StoryNote, StoryPapers } from './story-papers.js';
import type { Routines } from './routines.js';

/** A private text of a command. Like the API, the demo stores it apart from the case's events. */
export interface StoredText {
  readonly key: string;
  readonly command: string;
  /** JSON pointer to the field in the command's body. */
  readonly field: string;
  readonly body: unknown;
}

const OPENING_HOUR = 9;
/** Time between two commands on the same day. */
const MINUTES_BETWEEN_COMMANDS = 11;
/** A command given after this hour waits for the next working day. */
const CLOSING_HOUR = 16;
const MINUTE_MS = 60_000;
/** Key of the request hashes. The demo texts are public, so it need not be secret. */
const HASH_KEY = 'demo';

/** One case, simulated from its opening up to the start. People act in office hours; due timers fire in between. */
export interface StorySimulation {
  readonly days: StoryDays;
  /** Number of the story, 1 to 16 (domain.md F). */
  readonly storyNumber: number;
  readonly events: readonly CaseEvent[];
  readonly texts: readonly StoredText[];
  /** The commands as people gave them, texts included. */
  readonly requests: readonly { readonly user: UserId; readonly body: CommandRequest }[];
  readonly papers: StoryPapers;
  state(): Case;
  today(): LocalDate;
  /**
   * Advances to the morning of `date`. The owner does the routine tasks that fall before it.
   * @throws Error when `date` is in the past.
   */
  advanceTo(date: LocalDate): void;
  /** The same, but does nothing when `date` is in the past. */
  advanceToAtLeast(date: LocalDate): void;
  advanceWorkingDays(workingDays: number): void;
  /** Submits a command with its texts, as a person would through the API. @throws Error when it is refused. */
  submit(user: UserId, body: CommandRequest): void;
  writeNote(user: UserId, note: Pick<StoryNote, 'visibility' | 'body'>): void;
  writeMessage(user: UserId, body: string): void;
  /** @returns its id, by which a command names it as proof. */
  bringDocument(user: UserId, document: NewStoryDocument): string;
  /** Replaces routines from now on; null turns one off. */
  overrideRoutines(habits: Routines): void;
  /** Advances to the start, where every story ends. */
  finish(): void;
}

export interface StorySimulationOptions {
  readonly days: StoryDays;
  readonly storyNumber: number;
  readonly opening: Omit<CaseOpening, 'id' | 'title' | 'command'>;
  readonly title: string;
  readonly receivedAt: Instant;
}

const core = coreOf(newestProcess);

export function startStorySimulation({
  days,
  storyNumber,
  opening,
  title,
  receivedAt,
}: StorySimulationOptions): StorySimulation {
  const name = String(storyNumber).padStart(2, '0');
  const storedTexts: StoredText[] = [];
  const requests: { user: UserId; body: CommandRequest }[] = [];
  const papers = { notes: [] as StoryNote[], messages: [] as StoryMessage[], documents: [] as StoryDocument[] };
  const first = `demo-${name}-000`;
  const titleKey = `text:${demoId(name, first, 0)}`;
  storedTexts.push({ key: titleKey, command: first, field: '/title', body: title });
  const command = { id: first, hash: keyedHash(HASH_KEY, { title, ...opening }) };
  const received = { ...opening, id: demoId(name), title: titleKey, command };
  const caseSimulation = simulateCase({ core, speed: 1, ruleLevel: RULE_LEVEL }, received, receivedAt);
  let routines = defaultRoutines;

  const requireBeforeStart = (instant: Instant): Instant => {
    if (instant >= days.start) throw new Error(`story ${storyNumber} reaches ${instant}, after the start`);
    return instant;
  };
  const advanceToMorning = (date: LocalDate): void => {
    const opens = instantInOslo(date, OPENING_HOUR, storyNumber);
    if (opens > caseSimulation.now()) caseSimulation.advanceTo(requireBeforeStart(opens));
  };
  /** Does the routine tasks that fall before `date`. */
  const performRoutines = (date: LocalDate): void => {
    for (;;) {
      const task = nextRoutineTask(caseSimulation.state(), routines, simulation.today());
      if (!task || task.registeredOn >= date) return;
      advanceToMorning(task.registeredOn);
      const { fact, data, factOn } = task;
      simulation.submit(caseSimulation.state().owner, {
        type: 'registerFact',
        fact,
        data,
        ...(factOn !== undefined && { on: factOn }),
      });
      if (nextRoutineTask(caseSimulation.state(), routines, simulation.today())?.deadlineId === task.deadlineId)
        throw new Error(`story ${storyNumber}, ${task.registeredOn}: ${fact} does not meet ${task.deadlineId}`);
    }
  };
  const waitForOffice = (): void => {
    if (caseSimulation.now() >= instantInOslo(simulation.today(), CLOSING_HOUR)) simulation.advanceWorkingDays(1);
  };
  const spendTime = (): void =>
    caseSimulation.advanceTo(requireBeforeStart(addMillis(caseSimulation.now(), MINUTES_BETWEEN_COMMANDS * MINUTE_MS)));
  /** Who brings something along, when, for which side, and its id. */
  const brought = (by: UserId, kind: keyof StoryPapers) => {
    waitForOffice();
    const id = demoId(name, kind, papers[kind].length + 1);
    const from = by === caseSimulation.state().entrepreneur ? ('ENTREPRENEUR' as const) : ('STAFF' as const);
    return { id, by, from, at: caseSimulation.now() };
  };
  const simulation: StorySimulation = {
    days,
    storyNumber,
    texts: storedTexts,
    requests,
    papers,
    events: caseSimulation.events,
    state: () => caseSimulation.state(),
    today: () => osloDateOf(caseSimulation.now()),
    advanceTo(date) {
      if (date < simulation.today())
        throw new Error(`story ${storyNumber} is at ${simulation.today()} and cannot go back to ${date}`);
      performRoutines(date);
      advanceToMorning(date);
    },
    advanceToAtLeast: (date) => simulation.advanceTo(laterOf(date, simulation.today())),
    advanceWorkingDays: (workingDays) => simulation.advanceTo(workingDaysAfter(simulation.today(), workingDays)),
    submit(user, request) {
      waitForOffice();
      const today = simulation.today();
      const id = `demo-${name}-${String(requests.length + 1).padStart(3, '0')}`;
      let keys = 0;
      const newKey = (): string => `text:${demoId(name, id, (keys += 1))}`;
      const fact = factIn(newestProcess, caseSimulation.state(), request);
      const { body, texts } = replaceTexts(request, fact?.schema, newKey);
      const hash = keyedHash(HASH_KEY, { by: user, body: request });
      const refusal = caseSimulation.submit({ id, hash, by: actorOn(today, user), people: peopleOn(today), body });
      if (refusal)
        throw new Error(
          `story ${storyNumber}, ${today}: ${user} ${JSON.stringify(body)}: ${refusal.code} ${refusal.detail.nb}`,
        );
      requests.push({ user, body: request });
      for (const [key, { field, body: inner }] of texts) storedTexts.push({ key, command: id, field, body: inner });
      spendTime();
    },
    writeNote(user, note) {
      const { id, by, at } = brought(user, 'notes');
      papers.notes.push({ id, by, at, ...note });
      spendTime();
    },
    writeMessage(user, body) {
      papers.messages.push({ ...brought(user, 'messages'), body });
      spendTime();
    },
    bringDocument(user, document) {
      const added = { ...brought(user, 'documents'), ...document };
      papers.documents.push(added);
      spendTime();
      return added.id;
    },
    overrideRoutines: (own) => void (routines = { ...routines, ...own }),
    finish() {
      performRoutines(days.D);
      caseSimulation.advanceTo(days.start);
    },
  };
  return simulation;
}
