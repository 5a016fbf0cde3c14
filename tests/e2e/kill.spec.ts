import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '#infra/up/shared/wait.js';
import { ApiClient, type TimelineEvent } from '#support/api-client.js';
import { startInstallation, type ProgramName, type TestInstallation } from '#support/test-installation.js';
import { enquiryBody, sendEnquiry } from './send-enquiry.js';
import { CommandStream, appliedKeys } from './command-stream.js';

/** Two domain hours a second, so that the reminders of the next morning come soon. */
let installation: TestInstallation;
let mottak: ApiClient;
beforeAll(async () => {
  installation = await startInstallation({ speed: 7_200, startAt: '2027-06-07T00:00:00+02:00', seed: 'demo' });
  mottak = await installation.signIn('mottak');
}, 180_000);
afterAll(() => installation?.remove(), 60_000);

const isReady = async (): Promise<void> => void (await ApiClient.anonymous(installation.url).get('/health/ready'));

/** Expects a timeline without gaps in which every acknowledged command took effect exactly once. */
function expectEachOnce(events: readonly TimelineEvent[], keys: readonly string[]): void {
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  expect(appliedKeys(events)).toEqual(keys);
}

async function expectVerified(): Promise<void> {
  const { code, output } = await installation.runTool('verify');
  expect(`${code} ${output}`).toMatch(/^0 /);
}

describe('while the engine is down', () => {
  it('enquiries are taken in, commands say so, and both take effect by themselves when it is back', async () => {
    const before = await sendEnquiry(installation, 'Før stansen', 'eldreomsorg');
    await mottak.submit(before, { type: 'nameDeputy', deputy: 'leder.sykehjem' }, { key: 'in-time' });

    installation.kill('temporal', 'SIGSTOP');
    const sent = enquiryBody('Midt i stansen', 'eldreomsorg');
    const { status, body } = await mottak.post('/enquiries', sent, { key: 'sent-in-vain' });
    expect([status, typeof body.number, typeof body.replyBy]).toEqual([201, 'string', 'string']);
    const command = { type: 'registerFact', fact: 'organisationChecked', data: {} };
    const path = `/collaborations/${before}/commands`;
    const refused = await mottak.post(path, command, { key: 'asked-in-vain' });
    expect(refused.status).toBe(503);
    expect(['unavailable', 'outcome-unknown']).toContain(refused.body.code);
    installation.kill('temporal', 'SIGCONT');

    await mottak.submit(before, command, { key: 'asked-in-vain' });
    await mottak.submit(before, command, { key: 'asked-in-vain' });
    expectEachOnce(await mottak.timeline(before), ['in-time', 'asked-in-vain']);
    expect((await mottak.post('/enquiries', sent, { key: 'sent-in-vain' })).body).toEqual(body);

    const remindedByItself = async (): Promise<void> => {
      const events = await mottak.timeline(String(body.id));
      if (!events.some(({ type, by }) => type === 'reminderDue' && by === null)) throw new Error('no reminder yet');
    };
    await until(remindedByItself, { withinMs: 60_000, everyMs: 300 });
    await until(isReady, { withinMs: 60_000, everyMs: 200 });
  }, 180_000);
});

describe('under a stream of commands', () => {
  it('kill -9 of worker, api, Temporal and Postgres in turn loses no acknowledged command and doubles none', async () => {
    const ids = [
      await sendEnquiry(installation, 'En', 'kultur-og-fritid'),
      await sendEnquiry(installation, 'To', 'kultur-og-fritid'),
    ];
    const streams = ids.map((id, index) => new CommandStream(mottak, id, `stream-${index}`));
    const waitForMoreOfEach = () => Promise.all(streams.map((stream) => stream.waitForMore(5)));
    await waitForMoreOfEach();
    const old = installation.pids();
    for (const part of ['worker', 'api', 'temporal', 'postgres'] as const satisfies readonly ProgramName[]) {
      installation.kill(part);
      await waitForMoreOfEach();
      await until(isReady, { withinMs: 60_000, everyMs: 200 });
    }
    await waitForMoreOfEach();
    await Promise.all(streams.map((stream) => stream.stop()));

    const now = installation.pids();
    expect(now.start).toBe(old.start);
    for (const part of ['worker', 'api', 'temporal', 'postgres'] as const) {
      expect(now[part]).toBeDefined();
      expect(now[part]).not.toBe(old[part]);
    }
    for (const { id, acknowledged } of streams) {
      const last = acknowledged.at(-1) ?? '';
      const recorded = async (): Promise<TimelineEvent[]> => {
        const events = await mottak.timeline(id);
        if (!events.some(({ command }) => command === last)) throw new Error(`${last} is not seen yet`);
        return events;
      };
      expectEachOnce(await until(recorded, { withinMs: 30_000, everyMs: 200 }), acknowledged);
    }
    await expectVerified();
  }, 300_000);
});
