import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { TestInstallation } from '#support/test-installation.js';
import { launchChromium, look, openVisitor } from './web-browser.js';
import { webInstallation } from './web-installation.js';

let stafett: TestInstallation;
let browser: Browser;
beforeAll(async () => {
  stafett = await webInstallation();
  browser = await launchChromium();
}, 120_000);
afterAll(() => browser?.close());

describe('a case handler', () => {
  it('who is not signed in is led to the sign-in and back, and signs out from the menu with nothing left behind', async () => {
    const { page, context, faults } = await openVisitor(browser, stafett, {});
    await page.goto('/min-dag');
    await page.getByRole('link', { name: 'Logg inn' }).click();
    // The issuer of the demonstration is another origin, as the real one is.
    await page.getByLabel('Bruker').selectOption('saksbehandler.oppvekst');
    await page.getByRole('button', { name: 'Logg inn' }).click();
    await page.getByRole('heading', { level: 1, name: 'Min dag' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/min-dag');
    await page.getByRole('button', { name: 'Bytt til mørkt utseende' }).click();
    expect(await page.evaluate('localStorage.length')).toBe(1);
    await page.getByRole('button', { name: /meny$/ }).click();
    await page.getByRole('button', { name: 'Logg ut' }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/min-dag'));
    expect((await context.request.get('/api/v1/me')).status()).toBe(401);
    await page.goto('/');
    expect(await page.evaluate('localStorage.length')).toBe(0);
    // How far the pages were scrolled, written as the last one closes.
    expect(await page.evaluate('Object.keys(sessionStorage)')).toEqual([expect.stringContaining('scroll')]);
    expect(faults.filter((fault) => !fault.startsWith('request to'))).toEqual([]);
    await context.close();
  });

  it('sees what the day holds, in a sentence', async () => {
    const { page, context, faults } = await openVisitor(browser, stafett, { user: 'saksbehandler.oppvekst' });
    await page.goto('/');
    await page.getByRole('heading', { level: 1, name: 'Min dag' }).waitFor();
    await page.getByText('Torsdag 26. november.').waitFor();
    await page.getByText(/frist(er)? (går ut i dag|er ikke holdt)\./).waitFor();
    expect(await look(page, 'my-day')).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('may read it in English', async () => {
    const { page, context, faults } = await openVisitor(browser, stafett, {
      user: 'saksbehandler.oppvekst',
      language: 'en',
    });
    await page.goto('/min-dag');
    await page.getByRole('heading', { level: 1, name: 'My day' }).waitFor();
    await page.getByText(/deadlines? (falls? today|(is|are) missed)\./).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('whoever comes without being signed in', () => {
  it('is shown where to begin', async () => {
    const { page, context, faults } = await openVisitor(browser, stafett, {});
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await look(page, 'landing')).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});
