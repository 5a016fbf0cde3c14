import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { TestInstallation } from '#support/test-installation.js';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };
export const NARROW = { width: 320, height: 640 };

export { launchChromium } from '#support/chromium.js';

/** A window of somebody who is signed in, or of nobody, and what must not happen in it. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests to other origins, errors of scripts, and what the content security policy stopped. */
  readonly faults: readonly string[];
}

export interface VisitorOptions {
  readonly user?: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly colours?: 'light' | 'dark';
  readonly language?: 'nb' | 'en';
}

/** Opens a window. @param options.user  a user of the demonstration, signed in. */
export async function openVisitor(
  browser: Browser,
  stafett: TestInstallation,
  { user, size = DESKTOP, colours = 'light', language = 'nb' }: VisitorOptions,
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: stafett.url,
    viewport: size,
    colorScheme: colours,
    locale: 'en-US',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(30_000);
  if (language === 'en') await context.addInitScript("localStorage.setItem('stafett.language', 'en')");
  if (user !== undefined) await context.request.post('/api/v1/demo/sign-in', { data: { user } });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== stafett.url) faults.push(`request to ${origin}`);
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) faults.push(message.text());
  });
  return { page, context, faults };
}

/** What axe finds wrong with the page as it stands: a line for each rule and place. */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** Whether the page must be scrolled sideways. */
export const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth');

/** Keeps a picture of the whole page where `STAFETT_PICTURES` says. */
export async function takePicture(page: Page, name: string): Promise<void> {
  const folder = process.env['STAFETT_PICTURES'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}

/** Looks at a page as it stands before one visitor. @returns what is wrong with it. */
export async function glance(page: Page, name: string): Promise<readonly string[]> {
  await takePicture(page, name);
  return [...(await axeFaults(page)), ...((await isTooWide(page)) ? ['scrolls sideways'] : [])];
}

/** Looks at a page in the ways people see it: both colours, wide, phone and narrow. @returns what is wrong in any of them. */
export async function look(page: Page, name: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const colours of ['light', 'dark'] as const)
    for (const [view, size] of Object.entries({ desktop: DESKTOP, phone: PHONE, narrow: NARROW })) {
      if (view === 'narrow' && colours === 'dark') continue;
      await page.evaluate(`document.documentElement.dataset.colorScheme = '${colours}'`);
      await page.setViewportSize(size);
      // Colours are judged wide and dark on a phone; what else axe looks for does not depend on them.
      const isJudged = (colours === 'dark') === (view === 'phone');
      const found = isJudged ? await axeFaults(page) : [];
      faults.push(...found.map((fault) => `${name} ${view} ${colours}: ${fault}`));
      if (await isTooWide(page)) faults.push(`${name} ${view}: scrolls sideways`);
      if (view !== 'narrow') await takePicture(page, `${name}-${view}-${colours}`);
    }
  await page.setViewportSize(DESKTOP);
  return faults;
}

/** Whether the element has the keyboard's focus. */
export const hasFocus = async (page: Page, element: Locator): Promise<boolean> =>
  (await element.and(page.locator(':focus')).count()) === 1;
