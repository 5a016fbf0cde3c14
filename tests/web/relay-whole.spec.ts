import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { TestInstallation } from '#support/test-installation.js';
import { carryByMouse } from './relay-driver.js';
import { launchChromium, openVisitor } from './web-browser.js';
import { webInstallation } from './web-installation.js';

const TITLE = 'Systue for hele bydelen';

let stafett: TestInstallation;
let browser: Browser;
beforeAll(async () => {
  stafett = await webInstallation();
  browser = await launchChromium();
}, 120_000);
afterAll(() => browser?.close());

const next = (page: Page, name = 'Neste') => page.getByRole('button', { name, exact: true }).click();

/** Sends the idea by the public form. */
async function sendIdea(): Promise<void> {
  const { page, context, faults } = await openVisitor(browser, stafett, {});
  await page.goto('/ny');
  await page.getByLabel('Navn på virksomheten eller ideen').fill('Systua');
  await next(page);
  await page.getByLabel('Hva heter ideen?').fill(TITLE);
  await page.getByLabel('Hva vil dere gjøre').fill('Vi syr om klær sammen med dem som er ute av jobb.');
  await next(page);
  await page.getByLabel('Navnet ditt').fill('Nål Tråd');
  await page.getByLabel('E-postadresse').fill('nal@systua.example');
  await next(page, 'Se over');
  await next(page, 'Send ideen');
  await page.getByRole('heading', { name: 'Takk. Vi har fått ideen din.' }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
}

describe('the whole relay', () => {
  it('is run by mouse from the public form to the end, each doing what it waits for them to do', async () => {
    await sendIdea();
    const reader = await stafett.signIn('controller');
    const { items } = await reader.get<{ items: { id: string }[] }>(`/collaborations?q=${encodeURIComponent(TITLE)}`);
    const { phases, people, steps, faults } = await carryByMouse({
      browser,
      stafett,
      reader,
      id: items[0]?.id ?? '',
      special: {
        // Registered afterwards: it has run for half a year, and the first measurement can be taken.
        operationStarted: (form) => form.getByLabel('Gjelder dato').fill('20.05.2026'),
      },
    });
    expect(phases).toEqual(['FIRST_CONTACT', 'MENTORING', 'PILOT', 'PROCUREMENT', 'OPERATION', 'EFFECT_EVALUATION']);
    expect(steps).toBeGreaterThan(60);
    expect(people.length).toBeGreaterThan(8);
    expect(faults).toEqual([]);
    const { page, context } = await openVisitor(browser, stafett, { user: 'controller' });
    await page.goto(`/saker?q=${encodeURIComponent(TITLE)}&tilstand=COMPLETED`);
    await page.getByRole('link', { name: TITLE }).waitFor();
    await context.close();
  }, 600_000);
});
