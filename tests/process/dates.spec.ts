import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { workingDayOnOrAfter } from '#domain/calendar/working-days.js';
import { isOwed } from '#domain/deadline/owed.js';
import { occurrences } from '#domain/model/occurrences.js';
import { deepMerge, minimalBody } from '#domain/next/minimal-body.js';
import { coreOf } from '#domain/process/process-core.js';
import { addDays, addMillis } from '#domain/time.js';
import { newestProcess } from '#processes/versions.js';
import { isDayOff, recountDueOn, recountRungDays, rests } from '#support/recount.js';
import { openSimulatedCase } from '#support/simulated-case.js';
import type { Case, Deadline } from '#domain/model/case.js';
import type { CommandBody } from '#domain/model/command.js';
import type { LocalDate } from '#domain/time.js';
import type { SimulatedCase } from '#support/simulated-case.js';

/** An agreed date is a date: whatever happens to a case, and in whatever order, its dates are those of its history. */

const core = coreOf(newestProcess);
const HOUR = 3_600_000;
/** Asks nobody for a pause or a new date. */
const MANAGER = 'leder.innovasjon';

interface Move {
  readonly do: 'step' | 'wait' | 'pause' | 'resume' | 'extend' | 'fact' | 'correct' | 'retract';
  readonly which: number;
}
const move = (what: Move['do'], weight: number) => ({
  weight,
  arbitrary: fc.record({ do: fc.constant(what), which: fc.nat(999) }),
});
const anyLife = fc.array(
  fc.oneof(
    move('step', 9),
    move('wait', 6),
    move('pause', 2),
    move('resume', 2),
    move('extend', 3),
    move('fact', 3),
    move('correct', 3),
    move('retract', 1),
  ),
  { minLength: 10, maxLength: 70 },
);
/** Nights on which the clock changes, Easter, Christmas, quiet July, the leap day, 17 May on Whit Monday. */
const anyStart = fc.constantFrom(
  '2026-03-28T22:30:00.000Z',
  '2026-10-24T21:59:00.000Z',
  '2026-12-22T08:00:00.000Z',
  '2027-03-24T09:00:00.000Z',
  '2027-05-10T08:00:00.000Z',
  '2027-07-05T10:00:00.000Z',
  '2028-02-28T23:30:00.000Z',
);
const FACTS = [
  ['officeGranted', 'until'],
  ['pilotStarted', 'endsOn'],
  ['budgetDateSet', 'inputBy'],
  ['dataBreachDiscovered', 'note'],
  ['accessRequested', 'note'],
  ['agreementSigned', 'endsOn'],
] as const;

/** Asks the entrepreneur for information, gives it for her, or sends it back. */
function aboutInformation({ information = [] }: Case, which: number, day: (days: number) => LocalDate): CommandBody {
  const request = information[which % Math.max(1, information.length)];
  const item = 1 + (which % 2);
  const state = request?.items[item - 1]?.state;
  if (!request || which % 5 === 0)
    return {
      type: 'requestInformation',
      what: ['text:w', 'text:v'],
      ...(which % 2 && { by: workingDayOnOrAfter(day(5 + (which % 40))) }),
    };
  if (state !== 'GIVEN') return { type: 'giveInformation', request: request.id, item, text: 'text:g' };
  return { type: 'returnInformation', request: request.id, item, missing: 'text:m' };
}

function take(simulated: SimulatedCase, { do: what, which }: Move): void {
  const state = simulated.state();
  const day = (days: number) => addDays(osloDateOf(simulated.now()), days);
  const submit = (body: CommandBody) => simulated.trySubmit(state.owner, body);
  const asManager = (body: CommandBody) => simulated.trySubmit(MANAGER, body);
  const fact = state.facts[which % Math.max(1, state.facts.length)];
  switch (what) {
    case 'wait':
      return simulated.advanceTo(addMillis(simulated.now(), (1 + (which % 600)) * HOUR));
    case 'pause':
      return void asManager({
        type: 'suspend',
        reason: 'text:r',
        resumeOn: workingDayOnOrAfter(day(30)),
        approvedBy: MANAGER,
      });
    case 'resume':
      return void submit({ type: 'resume' });
    case 'extend': {
      const owed = state.deadlines.filter((it) => isOwed(it) && it.effect === 'PRACTICE' && it.nature === 'DEBT');
      const deadline = owed[which % Math.max(1, owed.length)];
      if (!deadline) return;
      const until = workingDayOnOrAfter(addDays(deadline.dueOn > day(0) ? deadline.dueOn : day(0), 1 + (which % 40)));
      return void asManager({ type: 'extend', deadline: deadline.id, until, reason: 'text:r' });
    }
    case 'fact': {
      const [id, field] = FACTS[which % FACTS.length] ?? FACTS[0];
      if (which % 3 === 0) return void submit(aboutInformation(state, which, day));
      const dated = field !== 'note';
      return void submit({ type: 'registerFact', fact: id, data: dated ? { [field]: day(10 + (which % 200)) } : {} });
    }
    case 'correct': {
      const dates = Object.entries(fact?.data ?? {}).filter(([, value]) => /^\d{4}-\d\d-\d\d$/.test(String(value)));
      const data = Object.fromEntries(
        dates.map(([field, value]) => [field, addDays(String(value), (which % 60) - 20)]),
      );
      const on = which % 2 ? { on: addDays(fact?.on ?? day(0), -(which % 9)) } : {};
      return void submit({
        type: 'correctFact',
        event: fact?.revisionSeqs.at(-1) ?? 0,
        ...on,
        data: { ...fact?.data, ...data },
        reason: 'text:r',
      });
    }
    case 'retract':
      return void submit({ type: 'retractFact', event: fact?.revisionSeqs.at(-1) ?? 0, reason: 'text:r' });
    case 'step': {
      const steps = simulated.next();
      const step = steps[which % Math.min(3, Math.max(1, steps.length))];
      if (!step || step.notBefore) return;
      const body = deepMerge({ type: step.command, ...step.body }, minimalBody(step.input)) as unknown as CommandBody;
      return void simulated.trySubmit(step.by[0]?.user ?? '', body);
    }
  }
}

/** Checks after every move, so that a wrong date that a later move would mend is found too. */
function live(start: string, moves: readonly Move[], check: (simulated: SimulatedCase) => void): SimulatedCase {
  const simulated = openSimulatedCase(start);
  for (const one of moves) {
    take(simulated, one);
    check(simulated);
  }
  return simulated;
}

/** The lives are the same each run: below it is counted what they reach. DATES_SEED=2 plays others. */
const runs = { numRuns: 50, seed: Number(process.env['DATES_SEED'] ?? 1) };

describe('in any life of a case', () => {
  it('each deadline is due when a recount of the whole history says', () => {
    const seen = { pauses: 0, extensions: 0, corrections: 0, moved: 0 };
    fc.assert(
      fc.property(anyStart, anyLife, (start, moves) => {
        const { events } = live(start, moves, (simulated) => {
          const state = simulated.state();
          for (const deadline of state.deadlines) {
            if (!isInForce(simulated, deadline) || !isStillStarted(simulated, deadline)) continue;
            expect([deadline.id, deadline.state, deadline.dueOn]).toEqual([
              deadline.id,
              deadline.state,
              recountDueOn(core, state, simulated.events, deadline),
            ]);
          }
        });
        for (const { type } of events) {
          if (type === 'caseResumed') seen.pauses += 1;
          if (type === 'deadlineExtended') seen.extensions += 1;
          if (type === 'factCorrected') seen.corrections += 1;
          if (type === 'deadlineMoved') seen.moved += 1;
        }
      }),
      runs,
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(25);
  });

  it('every rung of the date in force that lies ahead and has not fired is waiting for its day', () => {
    fc.assert(
      fc.property(anyStart, anyLife, (start, moves) => {
        live(start, moves, (simulated) => {
          const today = osloDateOf(simulated.now());
          for (const deadline of simulated.state().deadlines) {
            const rule = core.deadlines[deadline.kind];
            const ladder = core.ladders[rule?.ladder ?? ''] ?? [];
            const stands = deadline.state === 'OPEN' || (deadline.state === 'BREACHED' && !deadline.metAt);
            const basis = isStillStarted(simulated, deadline);
            if (!rule || !stands || !basis || simulated.state().state === 'SUSPENDED') continue;
            const { events } = simulated;
            const expected = recountRungDays({ from: basis.on, dueOn: deadline.dueOn, ladder, rule, events });
            const hasFired = (rung: string) =>
              deadline.rungs.some((it) => it.rung === rung && it.done?.dueOn === deadline.dueOn);
            const ahead = [...expected].filter(([rung, day]) => day > today && !hasFired(rung)).sort();
            const pending = deadline.rungs.filter(({ done, at }) => !done && osloDateOf(at) > today);
            expect([deadline.id, pending.map(({ rung, at }) => [rung, osloDateOf(at)]).sort()]).toEqual([
              deadline.id,
              ahead,
            ]);
          }
        });
      }),
      runs,
    );
  });

  it('no rung fires twice for one date, or while the case is paused, or on a day off unless the law sets it', () => {
    let fired = 0;
    fc.assert(
      fc.property(anyStart, anyLife, (start, moves) => {
        const { events } = live(start, moves, () => undefined);
        const dueOn = new Map<string, string>();
        const firedFor = new Set<string>();
        let pausedSince: string | null = null;
        for (const event of events) {
          if (event.type === 'caseSuspended') pausedSince = event.recordedAt;
          if (event.type === 'caseResumed') pausedSince = null;
          if (event.type === 'deadlineOpened')
            dueOn.set(event.data.deadline.id, `${event.seq} ${event.data.deadline.dueOn}`);
          if (event.type === 'deadlineMoved')
            dueOn.set(event.data.deadline, `${dueOn.get(event.data.deadline)?.split(' ')[0]} ${event.data.to}`);
          if (event.type !== 'reminderDue' && event.type !== 'escalated' && event.type !== 'deadlineBreached') continue;
          const rule = core.deadlines[event.data.deadline.split(':')[0] ?? ''];
          if (event.type === 'deadlineBreached') {
            if (rule && rests(rule)) expect([event.data, pausedSince]).toEqual([event.data, null]);
            continue;
          }
          fired += 1;
          const instance = `${event.data.deadline} ${event.data.rung} ${dueOn.get(event.data.deadline)}`;
          expect([instance, firedFor.has(instance)]).toEqual([instance, false]);
          firedFor.add(instance);
          if (!rule || rule.effect !== 'PRACTICE') continue;
          expect([instance, isDayOff(osloDateOf(event.at))]).toEqual([instance, false]);
          if (rests(rule)) expect([instance, pausedSince]).toEqual([instance, null]);
        }
      }),
      runs,
    );
    expect(fired).toBeGreaterThan(200);
  });
});

/** Owed, or ended in a way that a later correction may still change. */
function isInForce(simulated: SimulatedCase, deadline: Deadline): boolean {
  const rule = core.deadlines[deadline.kind];
  if (!rule || deadline.state === 'CANCELLED' || deadline.calendar === 'HOURS') return false;
  const outlivesPhase = rule.scope === 'BEYOND' || (rule.scope === 'CASE' && simulated.state().closedAt === undefined);
  return isOwed(deadline) || (rule.cancels === undefined && outlivesPhase);
}

/** The occurrence that the deadline counts from; undefined when a retraction has taken it away after the deadline ended. */
function isStillStarted(simulated: SimulatedCase, deadline: Deadline) {
  const rule = core.deadlines[deadline.kind];
  const { seq, about } = deadline.basis;
  return (
    rule && occurrences(simulated.state(), rule.starts).find((it) => it.seq === seq && it.about?.place === about?.place)
  );
}
