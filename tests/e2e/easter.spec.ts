import { beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import type { DeadlineView, deadlineExplanationView } from '#contracts/http/cases/deadline.js';
import type { letterView } from '#contracts/http/mailroom.js';
import { until } from '#infra/up/shared/wait.js';
import type { ApiClient, TimelineEvent } from '#support/api-client.js';
import type { TestInstallation } from '#support/test-installation.js';
import { fastInstallation } from './fast-installation.js';

type Letter = z.infer<typeof letterView>;

/**
 * An enquiry of Monday 22 March 2027 on which nobody acts. Counted by hand: 25 and 26 March are Maundy Thursday and Good
 * Friday, 27 and 28 a weekend, 29 Easter Monday; summer time begins on the 28th. Working days after the 22nd: 23, 24, 30,
 * 31 March, 1, 2, 5, 6, 7, 8, 9, 12, 13, 14, 15 April.
 */
const OWNER = 'mottak';
const MANAGER = 'leder.helse';
const DIRECTOR = 'kommunalsjef.velferd';
const winter = (day: string, hour = '08'): string => new Date(`2027-${day}T${hour}:00:00+01:00`).toISOString();
const summer = (day: string, hour = '08'): string => new Date(`2027-${day}T${hour}:00:00+02:00`).toISOString();

let installation: TestInstallation;
let untouched: string;
let reader: ApiClient;
let deadlines: readonly DeadlineView[];
let events: readonly TimelineEvent[];
let letters: readonly Letter[];

beforeAll(async () => {
  ({ stafett: installation, untouched } = await fastInstallation());
  await installation.waitUntil('2027-04-24T00:00:00+02:00');
  reader = await installation.signIn('kommunedirektor');
  const lastBreachIsRecorded = async (): Promise<void> => {
    events = await reader.timeline(untouched);
    const last = summer('04-23', '00');
    if (!events.some(({ type, at }) => type === 'deadlineBreached' && at === last))
      throw new Error(`nothing of ${last} yet`);
  };
  await until(lastBreachIsRecorded, { withinMs: 20_000, everyMs: 200 });
  letters = await reader.getAllPages<Letter>(`/letters?collaboration=${untouched}`);
  ({ items: deadlines } = await reader.get<{ items: DeadlineView[] }>(`/collaborations/${untouched}/deadlines`));
}, 240_000);

/** The one deadline opened with the case that is owed to the entrepreneur and due on `dueOn`. */
function promiseDueOn(dueOn: string, effect: DeadlineView['effect'] = 'PRACTICE'): DeadlineView {
  const openedAt = events[0]?.at;
  const found = deadlines.filter(
    (it) => it.since === openedAt && it.dueOn === dueOn && it.effect === effect && it.owedTo.party === 'ENTREPRENEUR',
  );
  expect(found).toHaveLength(1);
  return found[0] as DeadlineView;
}

/** For every letter about a deadline: when it was due, and its recipient. */
const lettersAbout = ({ id }: DeadlineView) =>
  letters.filter((it) => it.deadline === id).map(({ dueAt, to }) => [dueAt, to.id]);

/** Every rung of a deadline in the timeline: when it was due, and its event type. */
const rungsOf = ({ id }: DeadlineView) =>
  events
    .filter(({ data, type }) => data.deadline === id && /^(reminderDue|escalated)$/.test(type))
    .map(({ at, type }) => [at, type]);

const breachOf = ({ id }: DeadlineView) =>
  events.find(({ data, type }) => data.deadline === id && type === 'deadlineBreached')?.at;

const LADDER = ['reminderDue', 'reminderDue', 'escalated', 'escalated'];

describe('an enquiry of the Monday before Easter 2027 that nobody touches', () => {
  it('came in on that Monday', () => {
    expect(Date.parse(events[0]?.at ?? '')).toBeGreaterThan(Date.parse(winter('03-22')));
    expect(Date.parse(events[0]?.at ?? '')).toBeLessThan(Date.parse(winter('03-23', '00')));
  });

  it('makes the front line be reminded of contact on 23 and 24 March, the manager told on 30 March, the director on 5 April', () => {
    const contact = promiseDueOn('2027-03-24');
    const due = [winter('03-23'), winter('03-24'), summer('03-30'), summer('04-05')];
    expect(lettersAbout(contact)).toEqual([
      [due[0], OWNER],
      [due[1], OWNER],
      [due[2], MANAGER],
      [due[3], DIRECTOR],
    ]);
    expect(rungsOf(contact)).toEqual(due.map((at, index) => [at, LADDER[index]]));
    expect(breachOf(contact)).toBe(winter('03-25', '00'));
    expect(contact).toMatchObject({ state: 'BREACHED', calendar: 'WORKING_DAYS_EEA' });
  });

  it('is to have a case handler by 30 March: reminded on 24 and 30 March, escalated on 31 March and 6 April', () => {
    const handler = promiseDueOn('2027-03-30');
    const due = [winter('03-24'), summer('03-30'), summer('03-31'), summer('04-06')];
    expect(lettersAbout(handler)).toEqual([
      [due[0], OWNER],
      [due[1], OWNER],
      [due[2], MANAGER],
      [due[3], DIRECTOR],
    ]);
    expect(rungsOf(handler)).toEqual(due.map((at, index) => [at, LADDER[index]]));
    expect(breachOf(handler)).toBe(summer('03-31', '00'));
  });

  it('says why that is the date: five days of Easter are not counted', async () => {
    const path = `/collaborations/${untouched}/deadlines/${encodeURIComponent(promiseDueOn('2027-03-30').id)}/why`;
    const why = await reader.get<z.infer<typeof deadlineExplanationView>>(path);
    expect(why).toMatchObject({ basis: { event: 1 }, count: 3, calendar: 'WORKING_DAYS_EEA', paused: [], moved: [] });
    const days = ['2027-03-25', '2027-03-26', '2027-03-27', '2027-03-28', '2027-03-29'];
    expect(why.skipped.map(({ date }) => date)).toEqual(days);
  });

  it('is to have had its meeting by 15 April: reminded on 14 and 15 April, escalated on 16 and 22 April', () => {
    const meeting = promiseDueOn('2027-04-15');
    const due = [summer('04-14'), summer('04-15'), summer('04-16'), summer('04-22')];
    expect(lettersAbout(meeting)).toEqual([
      [due[0], OWNER],
      [due[1], OWNER],
      [due[2], MANAGER],
      [due[3], DIRECTOR],
    ]);
    expect(breachOf(meeting)).toBe(summer('04-16', '00'));
  });

  it('is owed a preliminary reply by 22 April: the owner is warned on 12 April, the manager told on 19 April', () => {
    const reply = promiseDueOn('2027-04-22', 'LEGAL');
    expect(reply.calendar).toBe('MONTHS');
    expect(lettersAbout(reply)).toEqual([
      [summer('04-12'), OWNER],
      [summer('04-19'), MANAGER],
    ]);
    expect(breachOf(reply)).toBe(summer('04-23', '00'));
  });

  it('tells nobody twice of the same rung, and every letter names its rung', () => {
    const keys = letters.filter((it) => it.deadline !== undefined).map((it) => `${it.deadline} ${it.rung} ${it.to.id}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => key.includes('undefined'))).toEqual([]);
    expect(letters.filter(({ status }) => status === 'FAILED')).toEqual([]);
  });
});
