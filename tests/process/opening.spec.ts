import { describe, expect, it } from '@jest/globals';
import { isWorkingDay } from '#domain/calendar/holidays.js';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { simulateCase } from '#domain/case/case-simulation.js';
import { dayText } from '#domain/model/words/day-text.js';
import { RULE_LEVEL } from '#domain/model/rule-context.js';
import { coreOf } from '#domain/process/process-core.js';
import { addDays } from '#domain/time.js';
import { newestProcess } from '#processes/versions.js';
import { demoCommandPeople, enquiry, openSimulatedCase } from '#support/simulated-case.js';
import type { Actor } from '#domain/model/command.js';

const core = coreOf(newestProcess);

/** As jsonb gives a document back: short keys first. */
const asStored = {
  ...core,
  deadlines: Object.fromEntries(
    Object.entries(core.deadlines).sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1)),
  ),
};

describe('a case that is opened', () => {
  it('says from the start by when it is to be made ready, and what the next step is: a working day, moved by nothing', () => {
    for (let day = '2027-01-01'; day < '2028-01-01'; day = addDays(day, 1)) {
      const { events } = simulateCase(
        { core: asStored, speed: 1, ruleLevel: RULE_LEVEL },
        enquiry,
        `${day}T09:00:00.000Z`,
      );
      const opened = events.flatMap((event) => (event.type === 'deadlineOpened' ? [event.data.deadline] : []));
      const moved = events.filter(({ type }) => type === 'deadlineMoved');
      const dates = ['gate.prepare', 'firstContact.nextStep'].map(
        (kind) => opened.find((it) => it.kind === kind)?.dueOn,
      );
      expect({ day, moved, off: dates.filter((it) => it === undefined || !isWorkingDay(it)) }).toEqual({
        day,
        moved: [],
        off: [],
      });
      expect((dates[0] ?? '') < addDays(day, 120)).toBe(true);
    }
  });
});

describe('the name of the case handler', () => {
  it.each([
    ['by one who has cases in the unit', false, 'MET'],
    ['by the front line, which only receives', true, 'OPEN'],
  ])('is given or owed when a case is opened %s', (_by, isReceived, state) => {
    const opened = { ...enquiry, by: enquiry.owner, isReceived };
    const simulated = simulateCase({ core, speed: 1, ruleLevel: RULE_LEVEL }, opened, '2027-01-11T09:00:00.000Z');
    const { deadlines } = simulated.state();
    expect(deadlines.find(({ id }) => id === 'firstContact.handler')?.state).toBe(state);
  });
});

describe('a fact of more than a year before the enquiry', () => {
  const simulated = openSimulatedCase('2027-01-11T09:00:00.000Z');
  const { owner } = simulated.state();
  const everywhere = ['personvern', 'jurist'].map((role) => ({ role, unit: simulated.state().unit }));
  const by = { user: owner, grants: [...(demoCommandPeople[owner]?.grants ?? []), ...everywhere] } as Actor;
  const on = addDays(osloDateOf(simulated.now()), -367);
  const refused = Object.keys(newestProcess.facts).filter((fact) =>
    simulated
      .trySubmitAs(by, { type: 'registerFact', fact, on, data: {} })
      ?.detail.nb.startsWith(`Saken kom inn ${dayText(osloDateOf(simulated.now())).nb}.`),
  );

  it('is refused, with the day on which the case came in, but for what may have stood before it', () => {
    const allowed = Object.keys(newestProcess.facts).filter((fact) => !refused.includes(fact));
    expect(new Set(allowed)).toEqual(
      new Set([
        ...['aidAwarded', 'dialogueLogged', 'adviceGranted', 'officeGranted', 'baselineRecorded'],
        ...['marketDialogueHeld', 'agreementSigned', 'pilotAgreementSigned'],
      ]),
    );
  });

  it('is not made of another by a correction', () => {
    simulated.submit(owner, { type: 'registerFact', fact: 'contactMade', data: {} });
    const event = simulated.eventsOfType('factRegistered').at(-1)?.seq ?? 0;
    const corrected = simulated.trySubmit(owner, { type: 'correctFact', event, on, reason: 'text:r' });
    expect(corrected).toMatchObject({ code: 'out-of-range' });
  });
});
