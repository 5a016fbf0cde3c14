import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { TestInstallation } from '#support/test-installation.js';
import { csvOf } from '../../apps/web/src/cases/lists/case-csv.js';
import { glance, launchChromium, openVisitor } from './web-browser.js';
import { webInstallation } from './web-installation.js';

let stafett: TestInstallation;
let browser: Browser;
beforeAll(async () => {
  stafett = await webInstallation();
  browser = await launchChromium();
}, 120_000);
afterAll(() => browser?.close());

describe('the list of cases', () => {
  it('keeps a view by name, is ordered by its columns, and is saved as a file with all of its rows', async () => {
    const { page, context, faults } = await openVisitor(browser, stafett, { user: 'controller' });
    await page.goto('/saker?fast=true');
    await page.getByRole('button', { name: 'Lagre visning' }).click();
    await page.getByLabel('Navn på visningen').fill('Det som står fast');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Fjern «Det som står fast»' }).waitFor();
    await page.goto('/saker');
    await page.getByRole('navigation', { name: 'Mine visninger' }).getByText('Det som står fast').click();
    await page.waitForURL(/fast=true/);
    await page.goto('/saker');
    await page.getByRole('button', { name: 'Neste frist' }).click();
    await page.waitForURL(/sort=due/);
    await page.locator('th[aria-sort="ascending"]', { hasText: 'Neste frist' }).waitFor();
    const { total } = await (await context.request.get('/api/v1/collaborations?total=true&limit=1')).json();
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Last ned som CSV' }).click();
    const file = readFileSync(await (await waiting).path(), 'utf8');
    expect(file.startsWith('\ufeffNr.;Sak;Virksomhet;')).toBe(true);
    expect(file.trimEnd().split('\r\n')).toHaveLength(total + 1);
    expect(file).toContain('2026-0011;Leksehjelp tre ettermiddager i uka;Leksekroken SA;');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('tells what can be moved before anything is, and moves it', async () => {
    const { page, context, faults } = await openVisitor(browser, stafett, { user: 'leder.oppvekst' });
    const title = 'Prøvesak som flyttes';
    const opening = { title, description: title, unit: 'oppvekst', channel: 'phone' };
    const opened = await (await context.request.post('/api/v1/collaborations', { data: opening })).json();
    const other = await openVisitor(browser, stafett, { user: 'saksbehandler2.oppvekst' });
    const theirs = await (await other.context.request.post('/api/v1/collaborations', { data: opening })).json();
    await other.context.close();
    await page.goto('/saker');
    await page.getByLabel(`Velg ${opened.number}`).check();
    await page.getByLabel(`Velg ${theirs.number}`).check();
    const moving = page.getByRole('region', { name: 'Flytt saker' });
    await moving.getByLabel('Gi til').selectOption('Saksbehandler 2, Oppvekst');
    await moving.getByRole('button', { name: 'Se hva som kan flyttes' }).click();
    await moving.getByText('2 valgt. 1 kan flyttes, 1 ikke.').waitFor();
    await moving.getByText(`${theirs.number}: Har saken allerede.`).waitFor();
    expect(await glance(page, 'move-cases')).toEqual([]);
    const owner = async (): Promise<string> =>
      (await (await context.request.get(`/api/v1/collaborations/${opened.id}`)).json()).owner.id;
    expect(await owner()).toBe('leder.oppvekst');
    await moving.getByRole('button', { name: 'Flytt sakene' }).click();
    await moving.waitFor({ state: 'detached' });
    expect(await owner()).toBe('saksbehandler2.oppvekst');
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('a file for a spreadsheet', () => {
  it('has no cell that is run as a formula, and keeps semicolons, quotes and lines inside their cells', () => {
    const cells = ['=1+1', '+47 900', '-1', '@a', 'a;b', 'si «hei» og "ha det"', 'to\nlinjer', 'Å'];
    expect(csvOf([cells])).toBe(`\ufeff'=1+1;'+47 900;'-1;'@a;"a;b";"si «hei» og ""ha det""";"to\nlinjer";Å\r\n`);
  });
});
