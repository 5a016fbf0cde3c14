import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '#domain/time.js';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { workingDayOnOrAfter } from '#domain/calendar/working-days.js';
import { blockers } from '#domain/gate/blockers.js';
import { isAwaitingAnswer } from '#domain/model/handover-state.js';
import { actKey } from '#domain/next/act.js';
import { carryingActs } from '#domain/next/carrying-acts.js';
import { debtActs } from '#domain/next/debt-acts.js';
import { minimalBody, deepMerge } from '#domain/next/minimal-body.js';
import { stepFinder } from '#domain/next/next-steps.js';
import { openDebts } from '#domain/next/ordered-acts.js';
import { STUCK_CODES } from '#domain/stuck/stuck-causes.js';
import { stuckStatus } from '#domain/stuck/stuck-status.js';
import { openQuestions } from '#domain/model/questions.js';
import { standingYes } from '#domain/rules/standing-yes.js';
import { newestProcess } from '#processes/versions.js';
import { continueCase } from '#support/continued-case.js';
import { followNextSteps } from '#support/follow-next-steps.js';
import { daysLater, demoDirectory, openSimulatedCase } from '#support/simulated-case.js';
import type { Case, Deadline } from '#domain/model/case.js';
import type { CommandBody } from '#domain/model/command.js';
import type { StuckCause, StuckCode } from '#domain/stuck/stuck-causes.js';
import type { Instant } from '#domain/time.js';
import type { ContinuedCase } from '#support/continued-case.js';

const ROUTES = ['DIRECT_BELOW_THRESHOLD', 'PART_III_EEA', 'IN_HOUSE'];

interface Place {
  readonly state: Case;
  readonly now: Instant;
}

/** Every state that prompt people lead a case through, by three routes. */
async function placesOnTheWay(): Promise<Place[]> {
  const places: Place[] = [];
  for (const route of ROUTES) {
    const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z');
    await followNextSteps(
      {
        readCase: () => {
          places.push({ state: simulated.state(), now: simulated.now() });
          return { ...simulated.state(), next: simulated.next() };
        },
        submit: (user, body) => simulated.submit(user, body as unknown as CommandBody),
        waitUntil: (instant) => simulated.advanceTo(instant),
      },
      ({ body }) => (body['data'] as { route?: string } | undefined)?.route === route,
    );
  }
  return places.filter(({ state }) => state.state === 'OPEN');
}

/** A blocker: where it can be planted, how, and how many days later it is what the case stands still for. */
interface Plant {
  readonly fits: (place: Place) => boolean;
  readonly act?: (played: ContinuedCase) => void;
  readonly waitDays: readonly [from: number, to: number];
}

const isSent = ({ state }: Place): boolean => isAwaitingAnswer(state.handovers.at(-1));
const hasOpenItems = ({ state }: Place): boolean =>
  !state.decision &&
  state.gateStands !== 'REFUSED' &&
  !isAwaitingAnswer(state.handovers.at(-1)) &&
  openQuestions(state).length === 0 &&
  blockers(newestProcess, state).length > 0;

function blocksGate({ state }: Place, debt: Deadline): boolean {
  const carrying = new Set(carryingActs(newestProcess, state).map(actKey));
  const isMeasure = newestProcess.deadlines[debt.kind]?.ends.some((it) => it === 'gateReady' || it.startsWith('left:'));
  return !isMeasure && debtActs(newestProcess, state, debt).some((act) => carrying.has(actKey(act)));
}

const receiverOf = ({ state }: ContinuedCase): string =>
  state()
    .handovers.at(-1)
    ?.receivers.find((it) => it.state !== 'ACCEPTED')?.person ?? '';

/** The dates of all that stands between the case and its gate lie further off than this. */
const nothingBlocksFor = (days: number, place: Place): boolean =>
  openDebts(place.state).every((it) => !blocksGate(place, it) || it.dueAt > daysLater(place.now, days));

const measureOf = ({ deadlines }: Case): Deadline | undefined =>
  openDebts({ deadlines }).find(({ kind }) => newestProcess.deadlines[kind]?.phaseSla);
const endOf = (state: Case): Instant => measureOf(state)?.dueAt ?? state.phaseSince;

const PLANTS: Partial<Record<StuckCode, Plant>> = {
  HANDOVER_LAPSED: { fits: isSent, waitDays: [100, 125] },
  HANDOVER_OPEN: { fits: isSent, waitDays: [36, 50] },
  GATE_UNDECIDED: {
    fits: ({ state }) => state.gateStands === 'READY' && !state.decision,
    waitDays: [35, 70],
  },
  NOT_SENT: {
    fits: ({ state }) => openDebts(state).some(({ kind }) => kind === 'handover.send'),
    waitDays: [35, 70],
  },
  HANDOVER_RETURNED: {
    fits: isSent,
    act: (played) => played.submit(receiverOf(played), { type: 'returnHandover', gaps: 'text:gaps' }),
    waitDays: [18, 60],
  },
  MOVED_AROUND: {
    fits: (place) => hasOpenItems(place) && place.state.phase === 'FIRST_CONTACT',
    act: (played) => {
      for (const unit of ['kultur', 'oppvekst', 'nav']) {
        const person = `leder.${unit}`;
        const { owner } = played.state();
        played.submit(owner, {
          type: 'draftHandover',
          purpose: 'TRANSFER',
          receivers: [{ unit, person }],
          package: 'p',
        });
        played.submit(owner, { type: 'sendHandover' });
        played.submit(person, { type: 'declineHandover', reason: 'text:r', alternative: 'text:a' });
      }
    },
    waitDays: [0, 30],
  },
  NO_RECEIVING_UNIT: {
    fits: ({ state }) =>
      state.phase === 'PILOT' &&
      !state.decision &&
      !isAwaitingAnswer(state.handovers.at(-1)) &&
      standingYes(newestProcess, state, 'RECEIVE') !== undefined,
    act: (played) =>
      played.submit(played.state().owner, { type: 'registerFact', fact: 'receivingUnitWithdrew', data: {} }),
    waitDays: [0, 40],
  },
  QUESTION_UNANSWERED: {
    fits: hasOpenItems,
    act: (played) =>
      played.submit(played.state().owner, {
        type: 'askUnit',
        unit: 'kultur',
        kind: 'QUESTION',
        question: 'text:q',
        answerBy: workingDayOnOrAfter(addDays(osloDateOf(played.now()), 3)),
      }),
    waitDays: [6, 40],
  },
  OVERDUE_FOR_GATE: {
    fits: (place) =>
      hasOpenItems(place) &&
      openDebts(place.state).some((it) => blocksGate(place, it) && it.dueAt < daysLater(place.now, 50)),
    waitDays: [65, 80],
  },
  OVERDUE: {
    fits: (place) => hasOpenItems(place) && nothingBlocksFor(40, place),
    act: (played) => played.submit(played.state().owner, { type: 'registerFact', fact: 'contactLeft', data: {} }),
    waitDays: [20, 30],
  },
  PHASE_OVERDUE: {
    fits: (place) =>
      hasOpenItems(place) &&
      place.state.phase === 'PROCUREMENT' &&
      place.state.route !== 'PART_III_EEA' &&
      measureOf(place.state) !== undefined &&
      openDebts(place.state).every((it) => !blocksGate(place, it) || it.dueAt > daysLater(endOf(place.state), 20)),
    act(played) {
      meetOthers(played);
      played.advanceTo(endOf(played.state()));
    },
    waitDays: [10, 14],
  },
};

/** Meets all that is owed besides, so that nothing else is late. */
function meetOthers(played: ContinuedCase): void {
  for (const debt of openDebts(played.state())) {
    const place = { state: played.state(), now: played.now() };
    if (blocksGate(place, debt) || newestProcess.deadlines[debt.kind]?.ends.some((it) => /^(gateReady|left)/.test(it)))
      continue;
    const step = stepFinder(newestProcess, place.state, demoDirectory, place.now).stepFor(debt);
    if (step && step.notBefore === undefined) take(played, step);
  }
}

type Step = NonNullable<ReturnType<ReturnType<typeof stepFinder>['stepOf']>>;

function take(played: ContinuedCase, step: Step): void {
  if (step.notBefore !== undefined) played.advanceTo(step.notBefore);
  const body = deepMerge(step.body, minimalBody(step.input)) as unknown as CommandBody;
  played.submit(step.by[0]?.user ?? '', body);
}

const thingOf = ({ code, deadline, handover, owedBy }: StuckCause): string =>
  [code, deadline ?? handover, owedBy.user ?? `${owedBy.role}@${owedBy.unit}`].join(' ');

describe('a case with one known blocker', () => {
  let places: Place[];
  beforeAll(async () => {
    places = await placesOnTheWay();
  }, 60_000);

  it('names exactly that first, and meeting its step moves the case', () => {
    const counts = new Map<string, number>();
    fc.assert(
      fc.property(fc.constantFrom(...(Object.keys(PLANTS) as StuckCode[])), fc.nat(), fc.nat(), (code, where, long) => {
        const plant = PLANTS[code] as Plant;
        const fitting = places.filter(plant.fits);
        const place = fitting[where % fitting.length];
        if (!place) throw new Error(`nowhere to plant ${code}`);
        const played = continueCase(place.state, place.now);
        plant.act?.(played);
        const [from, to] = plant.waitDays;
        played.advanceTo(daysLater(played.now(), from + (long % (to - from))));
        fc.pre(played.state().state === 'OPEN');
        const [first] = stuckStatus(newestProcess, played.state(), played.now()).causes;
        expect(first?.code).toBe(code);
        if (!first) return;
        const step = stepFinder(newestProcess, played.state(), demoDirectory, played.now()).stepOf(first.nextAction);
        if (!step) throw new Error(`nobody can ${JSON.stringify(first.nextAction)} for ${code}`);
        const before = played.state().version;
        take(played, step);
        expect(played.state().version).toBeGreaterThan(before);
        meetUntilGone(played, first);
        counts.set(code, (counts.get(code) ?? 0) + 1);
      }),
      { numRuns: 500, seed: 24 },
    );
    console.log(JSON.stringify(Object.fromEntries([...counts].sort())));
    expect([...counts.keys()].sort()).toEqual(Object.keys(PLANTS).sort());
  }, 240_000);

  it('is told apart by one order, which every code has a place in', () => {
    expect(new Set(STUCK_CODES).size).toBe(STUCK_CODES.length);
    expect(STUCK_CODES.filter((code) => !(code in PLANTS))).toEqual(['EXPIRING', 'SILENT']);
  });
});

/** A cause may take more than one step: a draft is written and then sent. Each is the step that the cause names then. */
function meetUntilGone(played: ContinuedCase, cause: StuckCause): void {
  for (let steps = 0; steps < 12; steps += 1) {
    const same = stuckStatus(newestProcess, played.state(), played.now()).causes.find(
      (it) => thingOf(it) === thingOf(cause),
    );
    if (!same) return;
    const step = stepFinder(newestProcess, played.state(), demoDirectory, played.now()).stepOf(same.nextAction);
    if (!step) throw new Error(`nobody can ${JSON.stringify(same.nextAction)}`);
    take(played, step);
  }
  throw new Error(`${cause.code} is still there`);
}
