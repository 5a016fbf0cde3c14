import { until } from '#infra/up/wait.js';
import { Client } from '#support/client.js';
import { sharedStafett, type Stafett } from '#support/stafett.js';
import { enquiry, sendEnquiry } from './enquiry.js';

const START_AT = '2027-03-22T08:00:00+01:00';
const TITLE = 'Urørt henvendelse';
const AREA = 'helse-og-mestring';

/**
 * The installation of the specs that need much time to pass: a day a second, from the Monday of Holy Week 2027 on. The
 * moment its time begins an enquiry comes in that nobody ever touches; `untouched` is its case.
 */
export async function fastStafett(): Promise<{ readonly stafett: Stafett; readonly untouched: string }> {
  const options = { speed: 86_400, startAt: START_AT, seed: 'demo' } as const;
  const { stafett, first } = await sharedStafett('fast', options, openAtOnce);
  return { stafett, untouched: first };
}

/** Domain time stands still until the installation is ready; what is left of that day passes in two thirds of a second. */
async function openAtOnce(stafett: Stafett, signal: AbortSignal): Promise<string> {
  await until(() => stafett.now(), { withinMs: 120_000, everyMs: 50, signal });
  // Too early, mostly; but now the form has been used once, and answers the next time without delay.
  const { status, body } = await Client.passerBy(stafett.url).post('/enquiries', enquiry(TITLE, AREA));
  if (status === 201) return String(body.id);
  const running = async (): Promise<void> => {
    if (Date.parse(await stafett.now()) <= Date.parse(START_AT)) throw new Error('domain time stands still');
  };
  await until(running, { withinMs: 120_000, everyMs: 20, signal });
  return sendEnquiry(stafett, TITLE, AREA);
}
