import { newestProcess } from '#processes/versions.js';
import type { CommandRequest } from '#contracts/http/cases/command.js';
import { workingDaysAfter, workingDaysBefore } from './story-days.js';
import type { UnitId, UserId } from '#domain/model/case.js';
import type { HandoverPart } from '#domain/model/handover-parts.js';
import type { Decision, Phase } from '#domain/process/process-document.js';
import type { LocalDate } from '#domain/time.js';
import type { FactFields } from './routines.js';
import type { StorySimulation } from './simulation.js';

/** One function for each thing a person does in a story: it submits the command that the API would receive. */

export function registerFact(
  simulation: StorySimulation,
  user: UserId,
  fact: string,
  data: FactFields = {},
  on?: LocalDate,
): void {
  simulation.submit(user, { type: 'registerFact', fact, data, ...(on !== undefined && { on }) });
}

export function tickItems(simulation: StorySimulation, user: UserId, ...items: readonly string[]): void {
  for (const item of items) {
    const isLegal = newestProcess.items[item]?.requirement === 'LEGAL';
    const number = 100 * simulation.storyNumber + simulation.requests.length;
    const reference = `Journalpost ${simulation.today().slice(0, 4)}/${number}`;
    simulation.submit(user, { type: 'tickItem', item, ...(isLegal && { reference }) });
  }
}

type HeldMeeting = Extract<CommandRequest, { type: 'holdMeeting' }>;

/** A meeting with the entrepreneur is held today, and the next steps are agreed. */
export function holdMeeting(
  simulation: StorySimulation,
  user: UserId,
  meeting: Pick<HeldMeeting, 'template' | 'summary' | 'nextSteps'>,
): void {
  const present = [{ entrepreneur: true } as const, { person: user }];
  simulation.submit(user, { type: 'holdMeeting', on: simulation.today(), present, ...meeting });
}

/** The owner names a deputy, or confirms the present one. */
export function nameDeputy(simulation: StorySimulation, deputy: UserId): void {
  const { owner, deputy: currentDeputy } = simulation.state();
  if (currentDeputy === deputy) registerFact(simulation, owner, 'deputyConfirmed');
  else simulation.submit(owner, { type: 'nameDeputy', deputy });
}

/** The unit's manager makes somebody in the unit owner, whether or not the unit has the case already. */
export function assignOwner(simulation: StorySimulation, manager: UserId, owner: UserId): void {
  simulation.submit(manager, { type: 'assignOwner', owner });
}

/** A unit is asked for a role in the case, and its leader says yes on the same day. */
export function agreeOnRole(
  simulation: StorySimulation,
  asker: UserId,
  { unit, kind, conditions }: { unit: UnitId; kind: 'HOST' | 'RECEIVE' | 'BENEFIT'; conditions?: string },
): void {
  simulation.submit(asker, {
    type: 'askUnit',
    unit,
    kind,
    question: ROLE_QUESTIONS[kind],
    answerBy: workingDaysAfter(simulation.today(), 10),
  });
  const question = simulation.state().questions?.at(-1)?.id ?? '';
  const given = conditions === undefined ? {} : { conditions };
  simulation.submit(`leder.${unit}`, { type: 'answerQuestion', question, answer: 'YES', ...given });
}

const ROLE_QUESTIONS = {
  HOST: 'Vil dere være vertsenhet for piloten, med folk og lokaler mens den varer?',
  RECEIVE: 'Vil dere ta imot tilbudet dersom piloten lykkes, og på hvilke vilkår?',
  BENEFIT: 'Vil dere eie gevinsten og følge opp at den blir tatt ut?',
} as const;

export interface GateDecisionOptions {
  readonly decision?: Decision;
  readonly toPhase?: Phase;
  readonly route?: string;
  readonly reason: string;
}

export function decideGate(
  simulation: StorySimulation,
  user: UserId,
  { decision = 'PROCEED', ...rest }: GateDecisionOptions,
): void {
  simulation.submit(user, { type: 'decideGate', decision, ...rest });
}

export type Receivers = readonly (readonly [unit: UnitId, person: UserId])[];

/** Parts of a handover's package; `sendHandover` fills the usual ones that a story leaves out. */
export interface PackageSections extends Partial<Readonly<Record<HandoverPart, string>>> {
  readonly status: string;
  readonly firstStep: string;
}

/** The owner drafts the handover and sends it. */
export function sendHandover(
  simulation: StorySimulation,
  to: Receivers,
  sections: PackageSections,
  purpose: 'PHASE' | 'TRANSFER' = 'PHASE',
): void {
  const { owner, decision } = simulation.state();
  const allSections = {
    openTasks: 'Ingen åpne løfter utover fristene i saken.',
    told: 'Entreprenøren vet hvem saken går til, og når svaret skal komme.',
    ...sections,
  };
  simulation.submit(owner, {
    type: 'draftHandover',
    purpose,
    ...(purpose === 'PHASE' && { toPhase: decision?.toPhase }),
    receivers: to.map(([unit, person]) => ({ unit, person })),
    package: allSections,
  });
  simulation.submit(owner, { type: 'sendHandover' });
}

export function acceptHandover(simulation: StorySimulation, person: UserId, conditions?: string): void {
  simulation.submit(person, { type: 'acceptHandover', ...(conditions !== undefined && { conditions }) });
}

/**
 * A handover without delays: sent three working days before `acceptedOn`, acknowledged the day after, accepted by all
 * receivers on `acceptedOn`. The new owner greets the entrepreneur and names the deputy on the next working day.
 */
export function completeHandover(
  simulation: StorySimulation,
  {
    to,
    sections,
    acceptedOn,
    deputy,
  }: { to: Receivers; sections: PackageSections; acceptedOn: LocalDate; deputy?: UserId },
): void {
  simulation.advanceToAtLeast(workingDaysBefore(acceptedOn, 3));
  sendHandover(simulation, to, sections);
  simulation.advanceToAtLeast(workingDaysBefore(acceptedOn, 2));
  for (const [, person] of to) simulation.submit(person, { type: 'acknowledgeHandover' });
  simulation.advanceTo(acceptedOn);
  const { contact } = simulation.state();
  for (const [, person] of to) acceptHandover(simulation, person);
  const isNewToThem = simulation.state().contact !== contact;
  if (!isNewToThem && deputy === undefined) return;
  simulation.advanceWorkingDays(1);
  if (isNewToThem) registerFact(simulation, simulation.state().contact, 'contactMade');
  if (deputy !== undefined) nameDeputy(simulation, deputy);
}
