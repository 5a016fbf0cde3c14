import type { Browser } from 'playwright-core';
import { launchChromium } from '#support/chromium.js';
import { firstLoadsOf } from '#support/first-load-size.js';
import { startInstallation } from '#support/test-installation.js';
import type { TestInstallation } from '#support/test-installation.js';
import { quantile } from '../quantiles.js';
import { figure, figureAtMost, type Figure, type Workload } from '../workload.js';
import { JOURNEYS } from './journeys.js';
import { fetchMs, largestPaintMs, loadedFiles, onSlowPage } from './slow-page.js';

const START_AT = '2026-11-26T08:14:00+01:00';
const ROUNDS = 3;
const MOST_MS = 2_500;
const MOST_SCRIPT_KB = 220;

/** Screens that people open from nothing: by a bookmark, or by a link in a letter. */
const SCREENS = [
  { what: 'My day', address: '/min-dag', user: 'saksbehandler.oppvekst', isPhone: false },
  { what: 'a case', address: '/saker/2026-0008', user: 'saksbehandler.oppvekst', isPhone: false },
  { what: "an entrepreneur's case", address: '/p/2026-0009', user: 'entreprenor.03', isPhone: true },
  { what: 'the landing page', address: '/', user: undefined, isPhone: true },
  { what: 'the public form', address: '/ny', user: undefined, isPhone: true },
] as const;

/**
 * The pages of the web in Chromium, with a processor four times slower and a line of 1.6 Mbit/s and 150 ms. Beside each screen stands how
 * long the same files take on that line when nothing runs: only the ratio can be compared between machines.
 */
export const web: Workload = {
  name: 'w7',
  title: 'First load of the pages, and steps on them',
  async run() {
    const browser = await launchChromium();
    try {
      const stafett = await startInstallation({ startAt: START_AT, seed: 'demo' });
      try {
        return [...sizes(), ...(await screens(browser, stafett)), ...(await journeys(browser, stafett))];
      } finally {
        await stafett.remove();
      }
    } finally {
      await browser.close();
    }
  },
};

function sizes(): readonly Figure[] {
  return (['index.html', 'portal.html'] as const).flatMap((page) => {
    const loads = firstLoadsOf(page);
    const entry = page === 'index.html' ? 'staff' : 'portal';
    const most = (of: 'scriptKb' | 'styleKb') => Math.max(...loads.map((load) => load[of]));
    return [
      figureAtMost(`script of ${entry}, largest first screen, gzip`, most('scriptKb'), 'kB', MOST_SCRIPT_KB),
      figure(`style of ${entry}, gzip`, most('styleKb'), 'kB'),
    ];
  });
}

async function screens(browser: Browser, { url }: TestInstallation): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const { what, address, ...visit } of SCREENS) {
    const paints: number[] = [];
    const fetches: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await onSlowPage(browser, { url, ...visit }, async (page) => {
        paints.push(await largestPaintMs(page, address));
        fetches.push(await fetchMs(page, await loadedFiles(page)));
      });
    }
    const [paint, fetching] = [quantile(paints, 0.5), quantile(fetches, 0.5)];
    figures.push(
      figureAtMost(`${what}, largest contentful paint`, paint, 'ms', MOST_MS),
      figure(`${what}, the same files, nothing run`, fetching, 'ms'),
      figure(`${what}, ratio`, paint / fetching, ''),
    );
  }
  return figures;
}

/** A step beside one answer of the api on the same line. */
async function journeys(browser: Browser, stafett: TestInstallation): Promise<readonly Figure[]> {
  const { url } = stafett;
  const figures: Figure[] = [];
  for (const { what, user, times, prepare } of JOURNEYS) {
    const steps: number[] = [];
    const answers: number[] = [];
    for (let n = 0; n < times; n += 1) {
      const measure = await prepare(stafett, n);
      await onSlowPage(browser, { url, user, isPhone: false }, async (page) => {
        steps.push(await measure(page));
        answers.push(await fetchMs(page, ['/api/v1/me']));
      });
    }
    const [step, answer] = [quantile(steps, 0.5), quantile(answers, 0.5)];
    figures.push(figure(what, step, 'ms'), figure(`${what}, ratio to one answer of the api`, step / answer, ''));
  }
  return figures;
}
