import { beforeEach, describe, expect, it } from '@jest/globals';
import { peopleOfSteps } from '#domain/model/meetings.js';
import { daysLater, openSimulatedCase } from '#support/simulated-case.js';
import type { Actor, CommandBodies } from '#domain/model/command.js';
import type { SimulatedCase } from '#support/simulated-case.js';

const MONDAY = '2027-01-11T08:00:00.000Z';
const OWNER = 'saksbehandler.helse';
const ENTREPRENEUR: Actor = { user: 'entreprenor.01', grants: [], speaksFor: ['org:org'] };
const THURSDAY = '2027-01-14';
const FRIDAY = '2027-01-15';
const HERS = { entrepreneur: true } as const;

let simulated: SimulatedCase;
beforeEach(() => {
  simulated = openSimulatedCase(MONDAY);
  simulated.submit(OWNER, { type: 'assignOwner', owner: OWNER });
});

type NextStep = CommandBodies['holdMeeting']['nextSteps'][number];

const hold = (more: Partial<CommandBodies['holdMeeting']> = {}) =>
  ({ type: 'holdMeeting', meeting: 'm1', on: THURSDAY, present: [HERS], nextSteps: [], ...more }) as const;
const held = (nextSteps: NextStep[], more: Partial<CommandBodies['holdMeeting']> = {}) =>
  simulated.submit(OWNER, {
    type: 'holdMeeting',
    template: 'FREE',
    on: '2027-01-11',
    present: [HERS],
    nextSteps,
    ...more,
  });
const agreed = (owner: NextStep['owner'], by = FRIDAY): NextStep => ({ what: 'text:what', owner, by });
const debt = (id: string) => {
  const found = simulated.state().deadlines.find((it) => it.id === id);
  if (!found) throw new Error(`there is no ${id}`);
  return found;
};
const days = (count: number) => simulated.advanceTo(daysLater(simulated.now(), count));

describe('what was put down wrongly of a meeting', () => {
  const correct = (more: Partial<CommandBodies['correctMeeting']>) =>
    ({ type: 'correctMeeting', meeting: 'm1', reason: 'text:why', ...more }) as const;

  it('is corrected by whoever held it or has the case, and what stood before stays to be read', () => {
    held([agreed(HERS)], { summary: 'text:first' });
    simulated.submit(OWNER, correct({ summary: 'text:second' }));
    const present = [HERS, { person: OWNER }];
    simulated.submit(OWNER, correct({ present }));
    const [meeting] = simulated.state().meetings ?? [];
    expect(meeting?.held).toMatchObject({ present, summary: 'text:second' });
    expect(meeting?.corrected?.map(({ by, reason, before }) => [by, reason, before.summary])).toEqual([
      [OWNER, 'text:why', 'text:first'],
      [OWNER, 'text:why', 'text:second'],
    ]);
    expect(meeting?.steps).toHaveLength(1);
  });

  it('has its fact corrected with its day, so that what waits for the fact counts from there', () => {
    const on = '2027-01-11';
    const body = { type: 'holdMeeting', template: 'CLARIFICATION', on, present: [HERS], nextSteps: [] } as const;
    days(1);
    simulated.submit(OWNER, body);
    simulated.submit(OWNER, correct({ on: '2027-01-12' }));
    expect(simulated.state().facts.findLast(({ fact }) => fact === 'meetingHeld')?.on).toBe('2027-01-12');
    expect(simulated.eventsOfType('factCorrected')).toMatchObject([{ data: { reason: 'text:why', on: '2027-01-12' } }]);
    expect(simulated.eventsOfType('factRegistered').filter(({ data }) => data.fact === 'meetingHeld')).toHaveLength(1);
  });

  it.each([
    ['nothing', {}, 'out-of-range'],
    ['a day to come', { on: '2027-01-29' }, 'in-the-future'],
    ['another meeting', { meeting: 'm9', summary: 'text:s' }, 'not-found'],
  ])('is not corrected to %s', (_what, more, code) => {
    held([]);
    expect(simulated.trySubmit(OWNER, correct(more))?.code).toBe(code);
  });

  it('is not corrected by others, before it is held, or in a closed case', () => {
    simulated.submit(OWNER, { type: 'planMeeting', template: 'FREE', on: THURSDAY, at: '10:00' });
    expect(simulated.trySubmit(OWNER, correct({ summary: 'text:s' }))?.code).toBe('superseded');
    days(4);
    simulated.submit(OWNER, hold());
    expect(simulated.trySubmit('leder.helse', correct({ summary: 'text:s' }))?.code).toBe('not-yours');
    expect(simulated.trySubmitAs(ENTREPRENEUR, correct({ summary: 'text:s' }))?.code).toBe('not-yours');
    simulated.submit('kommunalsjef.velferd', { type: 'stop', reason: 'text:r' });
    expect(simulated.trySubmit(OWNER, correct({ summary: 'text:s' }))?.code).toBe('already-closed');
  });

  it('and was no agreement is taken back: nobody owes it, reads the case for it, or explains that it is late', () => {
    held([agreed({ person: 'saksbehandler.nav' }), agreed(HERS)]);
    days(7);
    expect(debt('delay.explain:meeting.step:s1').state).toBe('OPEN');
    const takeBack = (step: string) => ({ type: 'withdrawNextStep', step, reason: 'text:why' }) as const;
    expect(simulated.trySubmit('saksbehandler.nav', takeBack('s1'))?.code).toBe('not-yours');
    expect(simulated.trySubmit(OWNER, takeBack('s9'))?.code).toBe('not-found');
    simulated.submit(OWNER, takeBack('s1'));
    simulated.submit(OWNER, takeBack('s2'));
    const kinds = ['meeting.step:s1', 'delay.explain:meeting.step:s1', 'meeting.herStep:s2'];
    expect(kinds.map((id) => debt(id).state)).toEqual(kinds.map(() => 'CANCELLED'));
    expect(peopleOfSteps(simulated.state())).toEqual([]);
    expect(simulated.state().meetings?.[0]?.steps[0]?.withdrawn).toMatchObject({ by: OWNER, reason: 'text:why' });
    expect(simulated.trySubmit(OWNER, takeBack('s1'))?.code).toBe('superseded');
    expect(simulated.trySubmit('saksbehandler.nav', { type: 'completeNextStep', step: 's1' })?.code).toBe('superseded');
    expect(simulated.next().filter(({ command }) => command === 'completeNextStep')).toEqual([]);
  });

  it('is not taken back when it is done', () => {
    held([agreed(HERS)]);
    simulated.submit(OWNER, { type: 'completeNextStep', step: 's1' });
    expect(simulated.trySubmit(OWNER, { type: 'withdrawNextStep', step: 's1', reason: 'text:r' })?.code).toBe(
      'superseded',
    );
  });
});
