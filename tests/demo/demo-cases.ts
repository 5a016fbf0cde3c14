import { describe, expect, it } from '@jest/globals';
import { countForward } from '#domain/calendar/count.js';
import { isQuiet } from '#domain/calendar/quiet-periods.js';
import { isWorkingDay } from '#domain/calendar/holidays.js';
import { workingDayOnOrAfter } from '#domain/calendar/working-days.js';
import { instantInOslo, endOfDay, osloDateOf } from '#domain/calendar/oslo-time.js';
import { decide } from '#domain/case/decide.js';
import { fold } from '#domain/case/evolve.js';
import { RULE_LEVEL } from '#domain/model/rule-context.js';
import { isOwed } from '#domain/deadline/owed.js';
import { promiseState } from '#domain/model/promise.js';
import { coreOf } from '#domain/process/process-core.js';
import { stuckStatus } from '#domain/stuck/stuck-status.js';
import { standingYes } from '#domain/rules/standing-yes.js';
import { addDays, addMonths, daysBetween, yearOf } from '#domain/time.js';
import { actorOn, peopleOn } from '#infra/demo/people-on-date.js';
import { storyDaysFrom } from '#infra/demo/story-days.js';
import { buildStories } from '#infra/demo/build-stories.js';
import { newestProcess } from '#processes/versions.js';
import { EXPECTED_CASES, RESTED } from './expected-cases.js';
import type { Case, Deadline, Fact } from '#domain/model/case.js';
import type { CaseEvent } from '#domain/model/events.js';
import type { StoryDays } from '#infra/demo/story-days.js';
import type { BuiltStory } from '#infra/demo/build-stories.js';

const core = coreOf(newestProcess);

const openDebts = (state: Case): Deadline[] => state.deadlines.filter((it) => it.nature === 'DEBT' && isOwed(it));
const newestDeadline = (state: Case, kind: string): Deadline | undefined =>
  state.deadlines.findLast((it) => it.kind === kind);
const newestFact = (state: Case, fact: string): Fact | undefined => state.facts.findLast((it) => it.fact === fact);
const sum = (state: Case, fact: string, field: string): number =>
  state.facts.reduce((total, it) => total + (it.fact === fact ? Number(it.data[field]) : 0), 0);
const eventsOfType = ({ simulation }: BuiltStory, type: CaseEvent['type']): CaseEvent[] =>
  simulation.events.filter((it) => it.type === type);

/** No deadline of practice runs in a quiet period: what was due in it is due after it. */
const isQuietTime = ({ calendarDay }: StoryDays): boolean =>
  Array.from({ length: 36 }, (_, day) => calendarDay(day - 35)).some((day) => isQuiet(day, core.quietPeriods));

/** Cases that span years: building these four takes as long as all the others together. */
const LONG_STORIES = [10, 11, 12, 16];
const SIXTEEN = Array.from({ length: 16 }, (_, index) => index + 1);
export const SHORT_STORIES = SIXTEEN.filter((n) => !LONG_STORIES.includes(n));

/**
 * Declares the tests of what holds for the demo cases at each start instant.
 * @param which  numbers of the cases; all sixteen by default.
 */
export function describeDemoCases(starts: readonly string[], which: readonly number[] = SIXTEEN): void {
  describe.each(starts)(`the ${which.length} collaborations, started %s`, (at) => {
    const itFor = (n: number, promise: string, assertPromise: () => void): void => {
      if (which.includes(n)) it(`${n} ${promise}`, assertPromise);
    };
    const days: StoryDays = storyDaysFrom(`${at}:00.000Z`);
    let builtCases: readonly BuiltStory[] = [];
    const storyOf = (n: number): BuiltStory => {
      const found = builtCases.find((it) => it.storyNumber === n);
      if (!found) throw new Error(`no story ${n}`);
      return found;
    };
    const state = (n: number): Case => storyOf(n).simulation.state();
    const monthsEnding = (after: readonly number[]): string[] =>
      Array.from({ length: 11 }, (_, index) => days.calendarDay(index - 32)).filter((opened) =>
        after.map(days.calendarDay).includes(countForward({ from: opened, count: 1, calendar: 'MONTHS' }).date),
      );

    it('are told by the rules alone, up to the start and no further', () => {
      builtCases = buildStories(days.start, which);
      expect(builtCases).toHaveLength(which.length);
      for (const { simulation, caseNumber, receivedAt } of builtCases) {
        const { events } = simulation;
        expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
        expect(simulation.state().version).toBe(events.length);
        expect(fold(events)).toEqual(simulation.state());
        expect(events.every((event) => event.recordedAt <= days.start && event.at <= days.start)).toBe(true);
        expect(events.map((event) => event.recordedAt)).toEqual(events.map((event) => event.recordedAt).sort());
        for (const { by, recordedAt } of events.filter(({ by }) => by !== null)) {
          expect([by, recordedAt, isWorkingDay(osloDateOf(recordedAt))]).toEqual([by, recordedAt, true]);
          expect(
            recordedAt >= instantInOslo(osloDateOf(recordedAt), 9) &&
              recordedAt < instantInOslo(osloDateOf(recordedAt), 17),
          ).toBe(true);
        }
        expect(caseNumber).toMatch(new RegExp(`^${yearOf(osloDateOf(receivedAt))}-\\d{4}$`));
      }
      expect(new Set(builtCases.map(({ caseNumber }) => caseNumber)).size).toBe(which.length);
    });

    it('stand where the field research says', () => {
      const found = builtCases.map(({ story, simulation }) => {
        const { phase, state: is, unit, owner } = simulation.state();
        const { isStuck: stands, warnings } = stuckStatus(core, simulation.state(), days.start);
        return {
          phase,
          state: is,
          unit,
          owner,
          organisation: story.organisation,
          ...(stands && { stuck: true }),
          ...(!stands && warnings.length > 0 && { warned: true }),
        };
      });
      const isRested = which.includes(4) && isQuietTime(days) && found[which.indexOf(4)]?.warned;
      expect(found).toEqual(which.map((n) => (n === 4 && isRested ? RESTED : EXPECTED_CASES[n - 1])));
    });

    it('have an owner, and what is open is owed by somebody by some day', () => {
      for (const { simulation } of builtCases) {
        const { owner, entrepreneur, deadlines, state: is } = simulation.state();
        expect(peopleOn(days.D)[owner]).toBeDefined();
        expect(entrepreneur).toBe(`entreprenor.${String(simulation.storyNumber).padStart(2, '0')}`);
        if (is === 'OPEN' || is === 'SUSPENDED') expect(openDebts(simulation.state()).length).toBeGreaterThan(0);
        expect(deadlines.filter(({ state: open }) => open === 'OPEN').every(({ dueAt }) => dueAt > days.start)).toBe(
          true,
        );
      }
    });

    itFor(1, 'was sent the day before, has its receipt, and is owed a call and a case handler', () => {
      expect(osloDateOf(storyOf(1).receivedAt)).toBe(days.calendarDay(-1));
      expect(eventsOfType(storyOf(1), 'receiptSent')).toHaveLength(1);
      expect(newestDeadline(state(1), 'firstContact.contact')?.state).toBe('OPEN');
      const handler = countForward({
        from: days.calendarDay(-1),
        count: 3,
        calendar: 'WORKING_DAYS_EEA',
        quiet: core.quietPeriods,
      }).date;
      expect(newestDeadline(state(1), 'firstContact.handler')?.dueOn).toBe(handler);
    });

    itFor(2, 'has been to three units and back, and its preliminary reply is due in three or four days', () => {
      const reply = newestDeadline(state(2), 'firstContact.preliminaryReply');
      expect(reply?.state).toBe('OPEN');
      const dueIn = daysBetween(days.D, reply?.dueOn ?? days.D);
      // Otherwise no month that begins about then ends on those days: a weekend, holidays, or the 31st of a shorter month.
      if (![3, 4].includes(dueIn)) expect(monthsEnding([3, 4])).toEqual([]);
      expect(dueIn).toBeLessThanOrEqual(10);
      expect(eventsOfType(storyOf(2), 'handoverDeclined')).toHaveLength(3);
      expect(state(2).handovers.map(({ purpose, state: is }) => `${purpose} ${is}`)).toEqual(
        Array(3).fill('TRANSFER DECLINED'),
      );
      expect(Math.abs(daysBetween(osloDateOf(storyOf(2).receivedAt), days.D) - 27)).toBeLessThanOrEqual(4);
    });

    itFor(3, 'has used six and a half of ten hours, has an office until D+50, and its mid-way check is planned', () => {
      expect(sum(state(3), 'sessionLogged', 'hours')).toBe(6.5);
      expect(sum(state(3), 'adviceGranted', 'hours')).toBe(10);
      expect(newestDeadline(state(3), 'office.end')).toMatchObject({ state: 'OPEN', dueOn: days.calendarDay(50) });
      expect(newestDeadline(state(3), 'mentoring.midway')?.state).toBe('OPEN');
      expect(state(3).meetings).toMatchObject([{ template: 'MENTORING_MIDWAY', state: 'PLANNED' }]);
      expect(newestDeadline(state(3), 'meeting.outcome')).toMatchObject({ state: 'OPEN' });
      expect(osloDateOf(state(3).phaseSince)).toBe(days.workingDayOnOrAfter(-40));
    });

    itFor(4, 'had its last meeting 35 days before D, and its mentor is away', () => {
      expect(newestFact(state(4), 'sessionLogged')?.on).toBe(days.workingDayOnOrAfter(-35));
      expect(newestFact(state(4), 'mentorAbsent')?.data['until']).toBe(days.calendarDay(25));
      expect(newestDeadline(state(4), 'office.end')?.state).toBe('BREACHED');
      const kinds = stuckStatus(core, state(4), days.start).causes.map(({ kind }) => kind);
      expect(isQuietTime(days) || kinds.includes('mentoring.rhythm')).toBe(true);
    });

    itFor(
      5,
      'is in week 14 of 26, with baseline, receiving unit and budget input, and steps agreed with both sides',
      () => {
        const started = newestFact(state(5), 'pilotStarted');
        expect(Math.ceil((daysBetween(started?.on ?? '', days.D) + 1) / 7)).toBe(14);
        expect(daysBetween(started?.on ?? '', String(started?.data['endsOn']))).toBe(26 * 7);
        for (const fact of ['baselineRecorded', 'budgetInputSent']) expect(newestFact(state(5), fact)).toBeDefined();
        expect(standingYes(core, state(5), 'RECEIVE')).toBeDefined();
        const agreed = ['meeting.herStep', 'meeting.step'].map((kind) => newestDeadline(state(5), kind)?.state);
        expect(agreed).toEqual(['OPEN', 'OPEN']);
        expect(state(5).marks.some(({ key }) => key === 'accepted:G3')).toBe(true);
      },
    );

    itFor(6, 'ended 21 days before D with no decision, no receiving unit, and what was agreed since not done', () => {
      expect(newestFact(state(6), 'pilotEnded')?.on).toBe(days.workingDayOnOrAfter(-21));
      expect(state(6)).toMatchObject({ gate: 'G4', decision: null });
      expect(newestDeadline(state(6), 'pilot.decision')?.state).toBe('BREACHED');
      const agreed = newestDeadline(state(6), 'meeting.step');
      expect(agreed && [promiseState(agreed), isOwed(agreed)]).toEqual(['MISSED', true]);
      expect(stuckStatus(core, state(6), days.start).causes.map(({ code }) => code)).toContain('NO_RECEIVING_UNIT');
    });

    itFor(7, 'came back from procurement 16 days before D, with the gaps listed', () => {
      const [returned] = eventsOfType(storyOf(7), 'handoverReturned');
      expect(osloDateOf(returned?.at ?? '')).toBe(days.workingDayOnOrAfter(-16));
      expect(returned?.by).toBe('innkjoper');
      expect(state(7).handovers.at(-1)).toMatchObject({ purpose: 'PHASE', state: 'RETURNED', toPhase: 'PROCUREMENT' });
      expect(state(7).items['dialogueLog']?.state).toBe('DONE');
    });

    itFor(8, 'is a direct purchase of 420 000, outside the act', () => {
      expect(state(8).route).toBe('DIRECT_BELOW_THRESHOLD');
      expect(newestFact(state(8), 'routeChosen')?.data['valueNok']).toBe(420_000);
    });

    itFor(9, 'is about day 6 of a standstill of 10, and signing is held', () => {
      const award = newestFact(state(9), 'awardNotified')?.on ?? '';
      const hold = newestDeadline(state(9), 'procurement.standstill');
      expect(hold).toMatchObject({ nature: 'HOLD', state: 'OPEN', count: 10 });
      expect(hold?.dueOn).toBe(addDays(award, 10));
      // Over Easter the standstill would be past at the start.
      if (days.startOn <= days.calendarDay(4)) expect(award).toBe(days.workingDayOnOrAfter(-6));
      expect(newestFact(state(9), 'routeChosen')?.data).toMatchObject({
        route: 'PART_IV_HEALTH_SOCIAL',
        valueNok: 3_100_000,
        service: 'HEALTH_SOCIAL',
      });
      const body = { type: 'registerFact', fact: 'agreementSigned', data: {} } as const;
      const by = actorOn(days.D, 'innkjoper');
      const signing = { id: 'sign', hash: '', by, people: peopleOn(days.D), body };
      const outcome = decide({ core, speed: 1, ruleLevel: RULE_LEVEL }, state(9), signing, days.start);
      expect(outcome).toMatchObject({
        ok: false,
        refusal: { code: 'held', more: { until: endOfDay(hold?.dueOn ?? '') } },
      });
    });

    itFor(10, 'is run by a third party, with its review and its budget check ahead', () => {
      expect(state(10).route).toBe('THIRD_PARTY_OPERATION');
      const agreed = ['meeting.step', 'meeting.herStep'].map((kind) => newestDeadline(state(10), kind)?.state);
      expect(agreed).toEqual(['MET', 'OPEN']);
      expect(newestDeadline(state(10), 'operation.review')?.state).toBe('OPEN');
      expect(newestDeadline(state(10), 'agreement.budget')?.state).toBe('OPEN');
    });

    itFor(11, 'missed a professional checkpoint, and its option is to be settled by D+80', () => {
      expect(state(11).route).toBe('CO_OWNERSHIP');
      const { warnings } = stuckStatus(core, state(11), days.start);
      expect(warnings.map(({ kind }) => kind)).toEqual(['operation.checkpoint']);
      const option = newestDeadline(state(11), 'agreement.option');
      expect(option).toMatchObject({ state: 'OPEN', dueOn: days.calendarDay(80) });
      const rungs = (option?.rungs ?? []).map(({ rung, at: due, done }) => [rung, osloDateOf(due), done !== undefined]);
      expect(rungs.slice(0, 3)).toEqual([
        ['before-180', days.calendarDay(-100), true],
        ['before-90', days.calendarDay(-10), true],
        ['before-30', days.calendarDay(50), false],
      ]);
    });

    itFor(12, 'has its twelve-month data and its report, and the decision is due', () => {
      const started = newestFact(state(12), 'operationStarted')?.on ?? '';
      expect(state(12).facts.filter(({ fact }) => fact === 'dataPointRecorded')).toHaveLength(2);
      expect((newestFact(state(12), 'dataPointRecorded')?.on ?? '') >= addDays(addMonths(started, 12), -4)).toBe(true);
      expect(newestDeadline(state(12), 'evaluation.decision')?.state).toBe('OPEN');
      expect(state(12)).toMatchObject({ gate: 'G7', decision: null });
    });

    itFor(
      13,
      'was refused kindly and without a right of complaint; 14 by an individual decision with three weeks to complain',
      () => {
        expect(state(13).deadlines.filter(({ nature, state: is }) => nature === 'RIGHT' && is === 'OPEN')).toEqual([]);
        const right = newestDeadline(state(14), 'complaint.right');
        expect(right).toMatchObject({ nature: 'RIGHT', state: 'OPEN', effect: 'LEGAL' });
        expect(right?.dueOn).toBe(workingDayOnOrAfter(addDays(osloDateOf(state(14).closedAt ?? ''), 21)));
        const eur = state(14).facts.reduce(
          (total, { fact, data }) =>
            total + (fact === 'aidAwarded' ? Number(data['amountNok']) / Number(data['nokPerEur']) : 0),
          0,
        );
        expect(Math.round((eur / 300_000) * 100)).toBe(41);
      },
    );

    itFor(
      15,
      'waits for the council: its practice deadlines were shifted by the first pause, and the resume date is ahead',
      () => {
        const paused = state(15).deadlines.filter(({ state: is }) => is === 'PAUSED');
        expect(paused.length).toBeGreaterThan(0);
        expect(paused.some(({ moved }) => moved.some(({ reason }) => reason === 'pause'))).toBe(true);
        expect((state(15).pauses.at(-1)?.resumeOn ?? '') > days.startOn).toBe(true);
      },
    );

    itFor(16, 'went all the way, and what rests on its agreement lives on', () => {
      const phases = eventsOfType(storyOf(16), 'phaseEntered').map((event) =>
        event.type === 'phaseEntered' ? event.data.phase : '',
      );
      expect(phases).toEqual(['MENTORING', 'PILOT', 'PROCUREMENT', 'OPERATION', 'EFFECT_EVALUATION']);
      expect(newestFact(state(16), 'examplePublished')?.data['published']).toBe(true);
      expect(newestDeadline(state(16), 'effect.afterCheck')?.state).toBe('OPEN');
    });
  });
}
