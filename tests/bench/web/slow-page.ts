import type { Browser, Page } from 'playwright-core';

/** A phone of some years on a poor line, as the aim of the web says. */
const CPU_SLOWER = 4;
const LATENCY_MS = 150;
const DOWN_BYTES_PER_S = 1.6e6 / 8;
const UP_BYTES_PER_S = 0.75e6 / 8;
/** For nothing larger to be drawn; pages of those who are signed in keep a line open, so that it never falls silent. */
const SETTLED_MS = 2_500;

const OBSERVE = `
  window.largestAt = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.largestAt = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });`;

export interface Visit {
  readonly url: string;
  readonly user: string | undefined;
  readonly isPhone: boolean;
}

/** Does something in a new window without a cache, on the slow line and with the slow processor. */
export async function onSlowPage<T>(
  browser: Browser,
  { url, user, isPhone }: Visit,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const viewport = isPhone ? { width: 390, height: 844 } : { width: 1280, height: 900 };
  const context = await browser.newContext({ baseURL: url, viewport, reducedMotion: 'reduce' });
  context.setDefaultTimeout(60_000);
  if (user !== undefined) await context.request.post('/api/v1/demo/sign-in', { data: { user } });
  const page = await context.newPage();
  await page.addInitScript(OBSERVE);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: DOWN_BYTES_PER_S,
    uploadThroughput: UP_BYTES_PER_S,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWER });
  try {
    return await work(page);
  } finally {
    await context.close();
  }
}

/** Milliseconds from asking for the address until the largest text or picture was drawn. */
export async function largestPaintMs(page: Page, address: string): Promise<number> {
  await page.goto(address);
  for (;;) {
    const [at, now] = await page.evaluate<[number, number]>('[window.largestAt, performance.now()]');
    if (at > 0 && now - at > SETTLED_MS) return at;
    await page.waitForTimeout(200);
  }
}

/**
 * Milliseconds to fetch a page that runs nothing, and as many bytes as the address that was just opened did: what the line alone takes.
 */
export async function fetchMs(page: Page, files: readonly string[]): Promise<number> {
  await page.goto('/api/v1/health/live');
  return page.evaluate<number>(`(async (files) => {
    const from = performance.now();
    await Promise.all(files.map(async (file) => (await fetch(file, { cache: 'no-store' })).arrayBuffer()));
    return performance.now() - from;
  })(${JSON.stringify(files)})`);
}

/** The files of the build that the page has loaded. */
export const loadedFiles = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(
    `performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('/assets/'))`,
  );

/** Milliseconds from doing something until what it leads to is there. */
export async function timed(act: () => Promise<unknown>, seen: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await act();
  await seen();
  return performance.now() - from;
}
