import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { TestInstallation } from '#support/test-installation.js';
import { launchChromium, openVisitor, PHONE } from './web-browser.js';
import { webInstallation } from './web-installation.js';

const PHOTO = path.resolve(import.meta.dirname, '../support/images/located.jpg');
const HER = 'entreprenor.04';
const NUMBER = '2026-0008';
const PAPERS = ['Skatteattest', 'Bevis på forsikring', 'Oversikt over underleverandører'];

let stafett: TestInstallation;
let browser: Browser;
beforeAll(async () => {
  stafett = await webInstallation();
  browser = await launchChromium();
  const owner = await stafett.signIn('mentor.oppvekst');
  const { items } = await owner.get<{ items: { id: string }[] }>(`/collaborations?q=${NUMBER}`);
  const { status } = await owner.post(`/collaborations/${items[0]?.id ?? ''}/commands`, {
    type: 'requestInformation',
    what: PAPERS,
    by: '2026-12-10',
  });
  expect(status).toBe(200);
}, 120_000);
afterAll(() => browser?.close());

const card = (page: Page, what: string) => page.getByRole('article', { name: what });

async function openCase() {
  const visitor = await openVisitor(browser, stafett, { user: HER, size: PHONE });
  await visitor.page.goto(`/p/${NUMBER}`);
  return visitor;
}

describe('an entrepreneur who meets trouble', () => {
  it('is told why a file is not taken, and one whose upload is broken off goes on by itself', async () => {
    const { page, context } = await openCase();
    const asked = card(page, 'Skatteattest');
    const chooser = page.waitForEvent('filechooser');
    await asked.getByRole('button', { name: 'Last opp eller ta bilde' }).click();
    const buffer = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    await (await chooser).setFiles({ name: 'attest.svg', mimeType: 'image/svg+xml', buffer });
    await asked.getByText('Nettsider, tegninger i SVG, skript').waitFor();
    await asked.getByRole('button', { name: 'Fjern attest.svg' }).click();

    let broken = 0;
    await page.route('**/api/v1/uploads/*', async (route) => {
      if (route.request().method() !== 'PATCH' || broken > 0) return route.continue();
      broken += 1;
      return route.abort('connectionreset');
    });
    const again = page.waitForEvent('filechooser');
    await asked.getByRole('button', { name: 'Last opp eller ta bilde' }).click();
    await (await again).setFiles(PHOTO);
    await asked.getByText('located.jpg er lastet opp.').waitFor();
    expect(broken).toBe(1);
    await asked.getByRole('button', { name: 'Send svaret' }).click();
    await page.getByText('Svaret er sendt.').waitFor();
    await page.getByRole('region', { name: 'Dette ser vi på' }).getByText('Skatteattest').waitFor();
    await context.close();
  });

  it('whose session has ended keeps her words, and sends them when she has signed in again', async () => {
    const { page, context } = await openCase();
    const asked = card(page, 'Bevis på forsikring');
    await asked.getByRole('button', { name: 'Skriv svaret her' }).click();
    await asked.getByLabel('Svaret ditt').fill('Forsikringen er i Fjordvik Trygd.');
    await context.clearCookies();
    await asked.getByRole('button', { name: 'Send svaret' }).click();
    const dialog = page.getByRole('dialog', { name: 'Du er logget ut' });
    await dialog.waitFor();
    await context.request.post('/api/v1/demo/sign-in', { data: { user: HER } });
    await dialog.getByRole('button', { name: 'Logg inn' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await asked.getByLabel('Svaret ditt').inputValue()).toBe('Forsikringen er i Fjordvik Trygd.');
    await asked.getByRole('button', { name: 'Send svaret' }).click();
    await page.getByText('Svaret er sendt.').waitFor();
    await context.close();
  });

  it('who asks for a Saturday is told the days around it', async () => {
    const { page, context } = await openCase();
    const asked = card(page, 'Oversikt over underleverandører');
    await asked.getByRole('button', { name: 'Jeg trenger mer tid' }).click();
    await asked.getByLabel('En annen dato').check();
    await asked.getByLabel('Hvorfor trenger du mer tid?').fill('Regnskapsføreren er borte.');
    await asked.getByRole('textbox', { name: 'En annen dato' }).fill('i morgen kanskje');
    await asked.getByRole('button', { name: 'Be om mer tid' }).click();
    await asked.getByText('Skriv en dato, for eksempel 18.12.').waitFor();
    await asked.getByRole('textbox', { name: 'En annen dato' }).fill('19.12');
    await asked.getByRole('button', { name: 'Be om mer tid' }).click();
    await asked.getByText(/De nærmeste arbeidsdagene er 18\. desember 2026 og 21\. desember 2026/).waitFor();
    await asked.getByRole('textbox', { name: 'En annen dato' }).fill('18.12.');
    await asked.getByRole('button', { name: 'Be om mer tid' }).click();
    await asked.getByText('Du har bedt om tid til fredag 18. desember.').waitFor();
    await context.close();
  });
});
