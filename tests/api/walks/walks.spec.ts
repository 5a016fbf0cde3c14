import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { gates } from './gates.js';
import { meetings } from './meetings.js';
import { operation } from './operation.js';
import { promises } from './promises.js';
import { unansweredHandovers } from './unanswered-handovers.js';
import { units } from './units.js';
import { startWalks } from './walks.js';
import type { Walked } from './walks.js';

/** Monday, with seven weeks to Christmas. A day lasts two and a half seconds. */
const START = { at: '2027-11-01T08:00:00.000Z', speed: 34_560 };
const walks = [...unansweredHandovers, ...gates, ...units, ...promises, ...meetings, ...operation];

let walked: Walked;
let played: readonly Promise<void>[];
beforeAll(async () => {
  walked = await startWalks(walks, START);
  played = walks.map((walk, index) => {
    const subject = walked.cases[index];
    return subject ? walk.play(subject) : Promise.reject(new Error('not planted'));
  });
  for (const it of played) it.catch(() => undefined);
}, 180_000);
afterAll(() => walked.close());

/** All walks go on at the same time, each in its own case. */
describe('over HTTP, while the days pass', () => {
  it.each(walks.map(({ title }, index) => ({ title, index })))('$title', ({ index }) => played[index], 240_000);
});
