import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { TestInstallation } from '#support/test-installation.js';
import { hasFocus, launchChromium, look, openVisitor } from './web-browser.js';
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
    await page.getByRole('heading', { name: 'Siden i går' }).waitFor();
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

describe('the step of a matter', () => {
  it('is done in its row, is taken back, and says what is missing', async () => {
    const { page, context, faults } = await openVisitor(browser, stafett, { user: 'mottak' });
    await page.goto('/min-dag');
    // Other journeys send enquiries in, which wait for the same.
    const row = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: 'Ta kontakt med den som henvendte seg' }) })
      .filter({ hasText: 'Gågrupper for eldre' });
    await row.locator('.matter__do').getByRole('button').first().click();
    const form = row.locator('form');
    const day = form.getByLabel('Gjelder dato');
    expect(await day.inputValue()).toBe('26.11.2026');
    await day.fill('37.11');
    await form.locator('[type="submit"]').click();
    await form.getByText('Skriv en dato, for eksempel 26.11 eller i morgen.').waitFor();
    expect(await hasFocus(page, day)).toBe(true);
    expect(await look(page, 'my-day-form')).toEqual([]);
    // What is written is there after the page was closed.
    await day.fill('i dag');
    for (const field of await form.locator('textarea').all()) await field.fill('Ringte og avtalte møte.');
    await page.reload();
    await row.locator('.matter__do').getByRole('button').first().click();
    for (const field of await form.locator('textarea').all())
      expect(await field.inputValue()).toBe('Ringte og avtalte møte.');
    for (const set of await form
      .locator('fieldset')
      .filter({ has: page.getByRole('radio') })
      .all())
      await set.getByRole('radio').first().check();
    await form.locator('[type="submit"]').click();
    await page.getByText('Registrert.').waitFor();
    await row.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Angre' }).click();
    await row.waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is found and opened by keys alone', async () => {
    const { page, context } = await openVisitor(browser, stafett, { user: 'mottak' });
    await page.goto('/min-dag');
    const links = page.locator('.matter__link');
    await links.first().focus();
    await page.keyboard.press('j');
    expect(await hasFocus(page, links.nth(1))).toBe(true);
    await page.keyboard.press('k');
    await page.keyboard.press('e');
    await page.locator('.matter__form').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.matter__form').waitFor({ state: 'detached' });
    await context.close();
  });
});

describe('a manager', () => {
  it('sees what was escalated and what is stuck, with a way out in each row', async () => {
    const { page, context, faults } = await openVisitor(browser, stafett, { user: 'leder.oppvekst' });
    await page.goto('/min-dag');
    await page.getByRole('heading', { name: /^Varslet til deg/ }).waitFor();
    await page.getByRole('heading', { name: 'Stafetten i Oppvekst' }).waitFor();
    await page.getByRole('heading', { name: 'Neste 90 dager' }).waitFor();
    await page.getByRole('button', { name: 'Flere valg for «Hold fagmøte»' }).click();
    await page.getByRole('button', { name: 'Gi ny dato' }).click();
    expect(await look(page, 'manager')).toEqual([]);
    await page.getByLabel('Begrunnelse').fill('Møtet holdes når alle er tilbake.');
    await page.locator('.matter__form').getByRole('button', { name: 'Gi ny dato' }).click();
    await page.getByText('Registrert.').waitFor();
    await page.getByRole('button', { name: 'Flere valg for «Hold fagmøte»' }).waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('a long section', () => {
  it('shows the rest when asked for', async () => {
    const { page, context, faults } = await openVisitor(browser, stafett, { user: 'leder.oppvekst' });
    await page.goto('/min-dag');
    await page.getByText('Venter på andre').first().click();
    const more = page.getByRole('button', { name: /^Vis (flere|én frist)/ });
    await more.click();
    await more.waitFor({ state: 'detached' });
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
