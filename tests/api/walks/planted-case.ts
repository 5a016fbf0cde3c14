import { instantInOslo, osloDateOf } from '#domain/calendar/oslo-time.js';
import { deepMerge, minimalBody } from '#domain/next/minimal-body.js';
import { nextSteps } from '#domain/next/next-steps.js';
import { addDays } from '#domain/time.js';
import type { CommandRequest } from '#contracts/http/cases/command.js';
import type { Case } from '#domain/model/case.js';
import type { NextStep } from '#domain/next/next-steps.js';
import type { LocalDate } from '#domain/time.js';
import { nameDeputy, registerFact } from '#infra/demo/actions.js';
import { entrepreneurOf } from '#infra/demo/build-stories.js';
import type { BuiltStory } from '#infra/demo/build-stories.js';
import { demoId } from '#infra/demo/demo-id.js';
import { startStorySimulation } from '#infra/demo/simulation.js';
import type { StorySimulation } from '#infra/demo/simulation.js';
import type { StoryDays } from '#infra/demo/story-days.js';
import { newestProcess } from '#processes/versions.js';
import { demoDirectory } from '#support/simulated-case.js';

/** A case whose life up to the start is played by the rules alone, so that a walk begins where it becomes interesting. */
export interface PlantedCase {
  readonly openedOn: LocalDate;
  readonly build: (simulation: StorySimulation) => void;
}

/** Plays the first contact until only the meeting that was promised is left of it. */
export function untilTheMeeting(simulation: StorySimulation, handler: string): void {
  simulation.submit('mottak', { type: 'assignOwner', owner: handler });
  for (const fact of ['contactMade', 'deputyConfirmed', 'preliminaryReplySent'])
    registerFact(simulation, handler, fact);
  registerFact(simulation, handler, 'nextStepChosen', { step: 'MENTORING', reason: 'Passer.' });
}

const ENTREPRENEURS = 16;
const AREA = 'helse-og-mestring';
const UNIT = 'helse';
const USUAL_HOUR = 9;

/** @param n  from 1; every sixteenth case has the same entrepreneur, for another organisation. */
export function plant({ openedOn, build }: PlantedCase, days: StoryDays, n: number): BuiltStory {
  const title = `Vandring ${n}`;
  const caseNumber = `${openedOn.slice(0, 4)}-${String(n).padStart(4, '0')}`;
  const receivedAt = instantInOslo(openedOn, USUAL_HOUR, n);
  const opening = {
    number: caseNumber,
    organisation: demoId('organisation', n),
    entrepreneur: entrepreneurOf(((n - 1) % ENTREPRENEURS) + 1),
    owner: 'mottak',
    unit: UNIT,
    channel: 'web',
    origin: 'enquiry',
    area: AREA,
    by: null,
  } as const;
  const simulation = startStorySimulation({ days, storyNumber: n, opening, title, receivedAt });
  build(simulation);
  simulation.finish();
  const told = { description: 'En henvendelse til vandringen.', channel: 'web', area: AREA } as const;
  const story = { ...told, organisation: `Vandring ${n} AS`, title, openedOn: () => openedOn, build };
  return { story, storyNumber: n, title, caseNumber, receivedAt, simulation };
}

/**
 * Takes the first step of `next`, again and again, until `isReached` holds.
 * @param chosen  a way to take when it is among the steps.
 */
export function followUntil(
  simulation: StorySimulation,
  isReached: (state: Case) => boolean,
  chosen: (step: NextStep) => boolean = () => false,
): void {
  for (let steps = 0; !isReached(simulation.state()); steps += 1) {
    const now = instantInOslo(simulation.today(), USUAL_HOUR + 7);
    const offered = nextSteps(newestProcess, simulation.state(), demoDirectory, now);
    const step = offered.find(chosen) ?? offered[0];
    const user = step?.by[0]?.user;
    if (!step || user === undefined || steps > 150) throw new Error(`never got there from ${simulation.state().gate}`);
    if (step.notBefore !== undefined && step.notBefore > now)
      simulation.advanceTo(addDays(osloDateOf(step.notBefore), 0));
    simulation.submit(
      user,
      deepMerge({ type: step.command, ...step.body }, minimalBody(step.input)) as unknown as CommandRequest,
    );
  }
}

/** The new owner does what a new owner owes in the first days. */
export function settleIn(simulation: StorySimulation): void {
  nameDeputy(simulation, 'saksbehandler.helse');
  registerFact(simulation, simulation.state().owner, 'contactMade', { note: 'Hilste på entreprenøren.' });
}
