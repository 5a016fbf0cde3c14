import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { TestInstallation } from '#support/test-installation.js';
import { glance, hasFocus, launchChromium, look, openVisitor, PHONE } from './web-browser.js';
import { webInstallation } from './web-installation.js';

let stafett: TestInstallation;
let browser: Browser;
beforeAll(async () => {
  stafett = await webInstallation();
  browser = await launchChromium();
}, 120_000);
afterAll(() => browser?.close());

/** Types into the field that has focus, and goes on to the next one. */
async function write(page: Page, words: string): Promise<void> {
  await page.keyboard.type(words);
  await page.keyboard.press('Tab');
}

describe('the front line on the telephone', () => {
  it('opens a case and gives it on in less than two minutes, by keys alone', async () => {
    const { page, context, faults } = await openVisitor(browser, stafett, { user: 'mottak' });
    await page.goto('/min-dag');
    await page.getByRole('link', { name: 'Ny sak' }).first().focus();
    const began = Date.now();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Ny sak' }).waitFor();
    const name = page.getByLabel('Hvem ringte?');
    await name.waitFor();
    expect(await hasFocus(page, name)).toBe(true);
    await write(page, 'Kari Nes');
    await write(page, '900 11 222');
    await page.keyboard.type('lekse');
    await page.getByRole('option', { name: /Leksekroken SA/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    // The case that they may have called about stands beside.
    await page.getByRole('button', { name: 'Legg til som notat i 2026-0011' }).waitFor();
    expect(await page.getByLabel('Organisasjonsnummer').inputValue()).toBe('310401382');
    expect(await look(page, 'intake')).toEqual([]);
    await page.getByLabel('Organisasjonsnummer').focus();
    await page.keyboard.press('Tab');
    await write(page, 'Sommerskole i svømming');
    await write(page, 'De vil ha svømmehallen to uker i juni.');
    await page.keyboard.type('Barn og unge');
    await page.keyboard.press('Tab');
    const to = page.getByLabel('Gi videre til');
    await to.getByRole('option', { name: 'Saksbehandler, Oppvekst', exact: true }).waitFor({ state: 'attached' });
    expect(await to.inputValue()).toBe('saksbehandler.oppvekst');
    for (let n = 0; n < 4; n += 1) await page.keyboard.press('Tab');
    expect(await hasFocus(page, page.getByRole('button', { name: 'Opprett og gi videre' }))).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Sommerskole i svømming' }).waitFor();
    const seconds = (Date.now() - began) / 1000;
    process.stdout.write(`from the call to the case: ${seconds.toFixed(1)} s, axe and pictures among them\n`);
    expect(seconds).toBeLessThan(120);
    const number = new URL(page.url()).pathname.split('/')[2];
    const mine = await context.request.get(`/api/v1/collaborations?q=${number}`);
    expect((await mine.json()).items).toMatchObject([{ owner: { id: 'saksbehandler.oppvekst' }, unit: 'oppvekst' }]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('keeps what is written, opens one case however often it is sent, and is told what is missing', async () => {
    const { page, context, faults } = await openVisitor(browser, stafett, { user: 'mottak', size: PHONE });
    await page.goto('/saker/ny');
    await page.getByLabel('Hva gjelder det?').fill('Korps for alle');
    await page.getByRole('combobox', { name: /^Virksomhet/ }).fill('Fjordvik korps');
    await page.getByLabel('Organisasjonsnummer').fill('123456789');
    await page.getByText('Nummeret er ikke riktig.').waitFor();
    await page.getByLabel('Organisasjonsnummer').fill('310 401 382');
    await page.getByText('Dette er nummeret til Leksekroken SA.').waitFor();
    await page.getByLabel('Organisasjonsnummer').fill('');
    await page.getByRole('button', { name: 'Opprett', exact: true }).click();
    expect(await hasFocus(page, page.getByLabel('Hvem ringte?'))).toBe(true);
    await page.getByText('Dette må fylles ut.').first().waitFor();
    expect(await glance(page, 'intake-faults')).toEqual([]);
    await page.getByLabel('Hvem ringte?').fill('Per Ås');
    await page.getByLabel('Telefon').fill('90011333');
    await page.reload();
    expect(await page.getByLabel('Hva gjelder det?').inputValue()).toBe('Korps for alle');
    // The answer is lost on the way, and the same words are sent again.
    let sent = 0;
    await page.route('**/api/v1/collaborations', async (route) => {
      sent += 1;
      if (sent > 1) return route.continue();
      await route.fetch();
      await route.abort('connectionreset');
    });
    await page.getByRole('button', { name: 'Opprett', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Korps for alle' }).waitFor();
    expect(sent).toBe(2);
    const found = await context.request.get('/api/v1/collaborations?q=Korps%20for%20alle');
    expect((await found.json()).items).toHaveLength(1);
    expect(await page.evaluate("localStorage.getItem('stafett.draft.intake')")).toBeNull();
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('the search', () => {
  it('finds a case by what is remembered of it, by keys alone, and leaves single letters to those who want them', async () => {
    const { page, context, faults } = await openVisitor(browser, stafett, { user: 'controller' });
    await page.goto('/min-dag');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox');
    await field.waitFor();
    expect(await hasFocus(page, field)).toBe(true);
    await page.keyboard.type('barnevern');
    const first = page.getByRole('option').first();
    await first.locator('mark').first().waitFor();
    expect(await glance(page, 'search')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('/');
    await field.waitFor();
    await page.keyboard.type('2026-0002');
    await page.getByRole('option', { name: /2026-0002/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/saker\/2026-0002/);
    await page.getByRole('button', { name: /meny$/ }).click();
    await page.getByRole('button', { name: 'Hurtigtaster med én bokstav' }).click();
    await page.keyboard.press('Escape');
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('button', { name: /meny$/ }).click();
    await page.getByRole('button', { name: 'Hurtigtaster med én bokstav', pressed: false }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('main').focus();
    await page.keyboard.press('/');
    await page.keyboard.press('Control+k');
    await field.waitFor();
    expect(await page.getByRole('dialog').count()).toBe(1);
    expect(await field.inputValue()).toBe('');
    expect(faults).toEqual([]);
    await context.close();
  });
});
