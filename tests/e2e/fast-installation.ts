import { until } from '#infra/up/shared/wait.js';
import { ApiClient } from '#support/api-client.js';
import { sharedInstallation, type TestInstallation } from '#support/test-installation.js';
import { enquiryBody, sendEnquiry } from './send-enquiry.js';

const START_AT = '2027-03-22T08:00:00+01:00';
const TITLE = 'Urørt henvendelse';
const AREA = 'helse-og-mestring';

/**
 * The installation shared by the specs in which months must pass: a day a second, from Monday of Holy Week 2027 on.
 * The moment domain time begins an enquiry comes in on which nobody acts; `untouched` is its case.
 */
export async function fastInstallation(): Promise<{ readonly stafett: TestInstallation; readonly untouched: string }> {
  const options = { speed: 86_400, startAt: START_AT, seed: 'demo' } as const;
  const { stafett: installation, first } = await sharedInstallation('fast', options, sendFirstEnquiry);
  return { stafett: installation, untouched: first };
}

/** Domain time stands still until the installation is ready; then the rest of that day lasts two thirds of a second. */
async function sendFirstEnquiry(installation: TestInstallation, signal: AbortSignal): Promise<string> {
  await until(() => installation.now(), { withinMs: 120_000, everyMs: 50, signal });
  // Usually refused as too early, but warms up the route, so that the next request is answered at once.
  const { status, body } = await ApiClient.anonymous(installation.url).post('/enquiries', enquiryBody(TITLE, AREA));
  if (status === 201) return String(body.id);
  const clockIsRunning = async (): Promise<void> => {
    if (Date.parse(await installation.now()) <= Date.parse(START_AT)) throw new Error('domain time stands still');
  };
  await until(clockIsRunning, { withinMs: 120_000, everyMs: 20, signal });
  return sendEnquiry(installation, TITLE, AREA);
}
