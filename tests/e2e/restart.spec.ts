import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityOf, isRunning, type ProcessIdentity } from '#infra/up/process/process-identity.js';
import { until } from '#infra/up/shared/wait.js';
import type { ApiClient, TimelineEvent } from '#support/api-client.js';
import { startInstallation, type TestInstallation } from '#support/test-installation.js';
import { sendEnquiry } from './send-enquiry.js';

/** Ten domain days: a day a second, from a Monday in June 2027 that no holiday follows until late summer. */
const TEN_DAYS_MS = 10_000;

let installation: TestInstallation;
let id: string;
beforeAll(async () => {
  installation = await startInstallation({ speed: 86_400, startAt: '2027-06-07T08:00:00+02:00', seed: 'demo' });
  id = await sendEnquiry(installation, 'Før pausen', 'eldreomsorg');
}, 180_000);
afterAll(() => installation?.remove(), 60_000);

const processes = (): ProcessIdentity[] => Object.values(installation.pids()).flatMap((pid) => identityOf(pid) ?? []);

const timeline = async (): Promise<TimelineEvent[]> => (await reader()).timeline(id);
const reader = (): Promise<ApiClient> => installation.signIn('kommunedirektor');

describe('an installation that is asked to stop', () => {
  it('ends every process, exits 0, and after ten days tells once, in order, what fell due meanwhile', async () => {
    const running = processes();
    expect(running).toHaveLength(5);
    expect(await installation.stop()).toBe(0);
    const stoppedAt = Date.now();
    expect(running.filter(isRunning)).toEqual([]);

    const tenDaysOn = async (): Promise<void> => {
      if (Date.now() < stoppedAt + TEN_DAYS_MS) throw new Error('ten domain days have not passed yet');
    };
    await until(tenDaysOn, { withinMs: 2 * TEN_DAYS_MS });
    await installation.start();

    // Enquiry of Monday 7 June: contact by the 9th, case handler by the 10th. A day ends at 24:00 in Oslo, 22:00 UTC.
    const due = [
      ['reminderDue', '2027-06-08T06:00:00.000Z'],
      ['reminderDue', '2027-06-09T06:00:00.000Z'],
      ['reminderDue', '2027-06-09T06:00:00.000Z'],
      ['deadlineBreached', '2027-06-09T22:00:00.000Z'],
      ['escalated', '2027-06-10T06:00:00.000Z'],
      ['reminderDue', '2027-06-10T06:00:00.000Z'],
      ['deadlineBreached', '2027-06-10T22:00:00.000Z'],
      ['escalated', '2027-06-11T06:00:00.000Z'],
      ['escalated', '2027-06-16T06:00:00.000Z'],
      ['escalated', '2027-06-17T06:00:00.000Z'],
    ];
    const readDueEvents = async (): Promise<TimelineEvent[]> => {
      const events = await timeline();
      const about = new Set(events.slice(0, 6).flatMap(({ data }) => promiseIdsIn(data)));
      const found = events.filter((event) => fellDue(event) && about.has(String(event.data.deadline)));
      if (found.length < due.length) throw new Error(`${found.length} of ${due.length} told`);
      return found;
    };
    const found = await until(readDueEvents, { withinMs: 30_000, everyMs: 200 });
    const facts = found.map(({ type, at }) => [type, at]);
    expect([...facts].sort(byTime)).toEqual([...due].sort(byTime));
    const times = (await timeline()).filter(fellDue).map(({ at }) => at);
    expect(times).toEqual([...times].sort());
    const late = found.filter(({ at, recordedAt }) => Date.parse(recordedAt) - Date.parse(at) > 5 * 86_400_000);
    expect(late.length).toBeGreaterThan(0);
    expect(new Set(found.map(({ data, type }) => `${String(data.deadline)} ${type} ${String(data.rung)}`)).size).toBe(
      found.length,
    );
    expect((await installation.runTool('verify')).code).toBe(0);
  }, 180_000);
});

describe('an installation whose npm start was killed', () => {
  it('is cleared up by the next start, which goes on where it was', async () => {
    const before = await timeline();
    const left = processes().filter(({ pid }) => pid !== installation.pids().start);
    expect(left).toHaveLength(4);
    installation.kill('start');
    await installation.start();
    expect(left.filter(isRunning)).toEqual([]);
    expect((await timeline()).slice(0, before.length)).toEqual(before);
    const mottak = await installation.signIn('mottak');
    const { deputy } = await mottak.submit(id, { type: 'nameDeputy', deputy: 'leder.sykehjem' });
    expect(deputy?.id).toBe('leder.sykehjem');
    expect((await installation.runTool('verify')).code).toBe(0);
    expect(await installation.stop()).toBe(0);
  }, 180_000);
});

const fellDue = ({ type }: TimelineEvent): boolean =>
  /^(reminderDue|escalated|deadlineBreached|deadlinePassed)$/.test(type);

/** Ids of the two deadlines that fall due first: contact, and a case handler. */
function promiseIdsIn(data: TimelineEvent['data']): string[] {
  const opened = data.deadline as { id?: string; dueOn?: string; owedTo?: { party: string } } | undefined;
  const soon = opened?.dueOn === '2027-06-09' || opened?.dueOn === '2027-06-10';
  return soon && opened?.id !== undefined && opened.owedTo?.party === 'ENTREPRENEUR' ? [opened.id] : [];
}

const byTime = ([type = '', at = '']: readonly string[], [otherType = '', other = '']: readonly string[]): number =>
  `${at} ${type}` < `${other} ${otherType}` ? -1 : 1;
