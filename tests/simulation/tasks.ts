import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { debtor } from '#domain/deadline/debtor-creditor.js';
import { actKey } from '#domain/next/act.js';
import { carryingActs } from '#domain/next/carrying-acts.js';
import { debtActs } from '#domain/next/debt-acts.js';
import { nextSteps, stepFor } from '#domain/next/next-steps.js';
import { openDebts } from '#domain/next/ordered-acts.js';
import { peopleOwing } from '#domain/people/duty-holders.js';
import { collaboration } from '#processes/collaboration/document.js';
import { whoseJob } from './jobs.js';
import type { Case, Deadline, ResolvedParty, UserId } from '#domain/model/case.js';
import type { Directory } from '#domain/policy/directory.js';
import type { NextStep } from '#domain/next/next-steps.js';
import type { Instant, LocalDate } from '#domain/time.js';

/** Something that somebody has to do, as `next` or their My day shows it. */
export interface Task {
  /** What is to be done, without whose it is: `registerFact pilotEnded`, `decideGate`. */
  readonly act: string;
  /** Whose job it is, by the simulation's own knowledge. */
  readonly person: UserId;
  readonly ways: readonly NextStep[];
  /** The case cannot go on without it. */
  readonly blocking: boolean;
  readonly dueOn: LocalDate | null;
  readonly since: LocalDate;
  /** Done on its date, neither before nor after: the end of a period, the next of a series. */
  readonly onTheDay: boolean;
}

/** What `next` shows, and what the My day of those who owe something shows besides. */
export function tasksOf(state: Case, directory: Directory, now: Instant): Task[] {
  const debts = openDebts(state);
  const steps = nextSteps(collaboration, state, directory, now);
  const offered = new Set(steps.map(keyOf));
  const shown = debts
    .filter((debt) => !actsMeeting(state, debt).some((act) => [...offered].some((key) => key.startsWith(act))))
    .flatMap((debt) => stepFor(collaboration, state, directory, debt, now) ?? []);
  const carrying = new Set(carryingActs(collaboration, state).map(({ command, body }) => actOf(command, body)));
  const found = new Map<string, Task>();
  for (const step of [...steps, ...shown].flatMap(eachReceiver)) {
    const act = actOf(step.command, step.body);
    const key = keyOf(step);
    const debt = debtMetBy(state, debts, act);
    found.set(key, {
      act,
      person: personOf(state, directory, step, debt, now),
      blocking: carrying.has(act),
      ways: [...(found.get(key)?.ways ?? []), step],
      dueOn: debt?.dueOn ?? null,
      since: osloDateOf(debt?.basis.at ?? now),
      onTheDay: debt !== undefined && isOnTheDay(debt),
    });
  }
  return [...found.values()];
}

const isAnswer = ({ command }: NextStep): boolean => command === 'acknowledgeHandover' || command === 'acceptHandover';

/** Each receiver answers for themselves; of everything else one person does it. */
const eachReceiver = (step: NextStep): NextStep[] =>
  isAnswer(step) ? step.by.map((person) => ({ ...step, by: [person] })) : [step];

function keyOf(step: NextStep): string {
  return `${actOf(step.command, step.body)}${isAnswer(step) ? ` ${step.by[0]?.user}` : ''}`;
}

/** The name of an act: of a command, and of the fact or item that it is about. */
export function actOf(command: string, body: Readonly<Record<string, unknown>>): string {
  const about = body['fact'] ?? body['item'] ?? body['question'] ?? body['meeting'] ?? body['step'];
  return typeof about === 'string' ? `${command} ${about}` : command;
}

/** The acts that meet a debt: the facts that end it, and what the case can do now to end it. */
export function actsMeeting(state: Case, debt: Deadline): string[] {
  const { ends = [] } = collaboration.deadlines[debt.kind] ?? {};
  const facts = ends.filter((end) => end.startsWith('fact:')).map((end) => `registerFact ${end.slice('fact:'.length)}`);
  const now = debtActs(collaboration, state, debt).map(({ command, body }) => actOf(command, body));
  return [...new Set([...facts, ...now])];
}

/** Of several debts that the act meets, the one that least else meets. */
function debtMetBy(state: Case, debts: readonly Deadline[], act: string): Deadline | undefined {
  const acts = (debt: Deadline): string[] => actsMeeting(state, debt);
  const met = debts.filter((debt) => !isMeasure(debt) && !isOfTheWholeGate(debt) && acts(debt).includes(act));
  return met.sort((a, b) => acts(a).length - acts(b).length)[0];
}

/** What the decider owes; making it ready is the case handler's. */
const isDecision = ({ kind }: Deadline): boolean =>
  collaboration.deadlines[kind]?.ends.every((end) => end.startsWith('decided')) === true;

/** The time that a phase should take: nobody's own job, and over when the phase is. */
const isMeasure = ({ kind }: Deadline): boolean => collaboration.deadlines[kind]?.phaseSla === true;

/** It is met when all is ready, so it says nothing of when each part is done. */
const isOfTheWholeGate = ({ kind }: Deadline): boolean =>
  collaboration.deadlines[kind]?.ends.includes('gateReady') === true;

/** Whether somebody at work, or the entrepreneur, owes what brings the case on. */
export function isCarried(state: Case, directory: Directory, on: LocalDate): boolean {
  const carrying = new Set(carryingActs(collaboration, state).map(actKey));
  return openDebts(state).some((debt) => {
    if (isMeasure(debt) || !debtActs(collaboration, state, debt).some((act) => carrying.has(actKey(act)))) return false;
    return peopleOf(state, directory, debtor(collaboration, state, debt, on), on).length > 0;
  });
}

const ENDS_OF_PERIODS = /^(pilot[.](end|baseline)|office[.]end|agreement[.](expiry|extended))$/;

/** Ends on a date that was agreed, or comes again by itself. */
function isOnTheDay({ kind }: Deadline): boolean {
  const rule = collaboration.deadlines[kind];
  if (!rule) return false;
  const comesAgain = rule.ends.some((end) => rule.starts.includes(end)) || kind === 'effect.dataPoint';
  return ENDS_OF_PERIODS.test(kind) || rule.starts.includes('suspended') || comesAgain;
}

function personOf(state: Case, directory: Directory, step: NextStep, debt: Deadline | undefined, now: Instant): UserId {
  const fact = step.body['fact'];
  const job = typeof fact === 'string' ? whoseJob(state, directory, fact) : null;
  if (job !== null) return job;
  const on = osloDateOf(now);
  const party = debt && debtor(collaboration, state, debt, on);
  const offered = step.by[0]?.user ?? state.owner;
  const isPreparation = step.command !== 'decideGate' && debt !== undefined && isDecision(debt);
  if (!party || step.command.startsWith('a') || isPreparation) return offered;
  return party.user ?? peopleOf(state, directory, party, on)[0] ?? offered;
}

/** The people who owe what a party owes; of the entrepreneur, who is not in the directory, the one that the case knows. */
export function peopleOf(state: Case, directory: Directory, party: ResolvedParty, on: LocalDate): readonly UserId[] {
  if (party.party === 'ENTREPRENEUR') return state.entrepreneur === null ? [] : [state.entrepreneur];
  if (party.party !== 'MUNICIPALITY') return [];
  return peopleOwing(directory, party, state, on).map(({ id }) => id);
}
