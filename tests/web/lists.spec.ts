import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { TestInstallation } from '#support/test-installation.js';
import { launchChromium, look, openVisitor } from './web-browser.js';
import { webInstallation } from './web-installation.js';

/** The sixteen of the demonstration, and those that other journeys have opened. */
const ALL = /^(1[6-9]|[2-9]\d) saker$/;

let stafett: TestInstallation;
let browser: Browser;
beforeAll(async () => {
  stafett = await webInstallation();
  browser = await launchChromium();
}, 120_000);
afterAll(() => browser?.close());

describe('the list of cases', () => {
  it('is filtered, keeps its view in the address, and leads to a case and back', async () => {
    const { page, context, faults } = await openVisitor(browser, stafett, { user: 'controller' });
    await page.goto('/saker');
    await page.getByText(ALL).waitFor();
    await page.getByLabel('Fase').selectOption('Pilot');
    await page.waitForURL(/fase=PILOT/);
    await page.getByRole('button', { name: 'Står fast' }).click();
    await page.waitForURL(/fast=true/);
    await page.getByLabel(/^Søk etter/).fill('reparasjon');
    await page.waitForURL(/q=/);
    await page.getByText('1 sak', { exact: true }).waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'Reparasjonsverksted drevet av ungdom' }).click();
    await page.waitForURL(/saker\/2026-0004/);
    await page.goBack();
    expect(await page.getByLabel(/^Søk etter/).inputValue()).toBe('reparasjon');
    await page.getByLabel(/^Søk etter/).fill('finnes ikke i noen sak');
    await page.getByText('Ingen saker passer. Fjern et filter for å se flere.').waitFor();
    await page.goto('/saker');
    await page.getByText(ALL).waitFor();
    expect(await look(page, 'cases')).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});
