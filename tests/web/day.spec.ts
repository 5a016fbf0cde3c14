import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { TestInstallation } from '#support/test-installation.js';
import { glance, hasFocus, launchChromium, openVisitor, PHONE } from './web-browser.js';
import { webInstallation } from './web-installation.js';

let stafett: TestInstallation;
let browser: Browser;
beforeAll(async () => {
  stafett = await webInstallation();
  browser = await launchChromium();
}, 120_000);
afterAll(() => browser?.close());

describe('a manager with five minutes', () => {
  it('finds a case that is stuck, sees why, and does in its row what it waits for, in less than a minute', async () => {
    const { page, context, faults } = await openVisitor(browser, stafett, { user: 'leder.oppvekst' });
    const began = Date.now();
    let steps = 0;
    await page.goto('/min-dag');
    const told = page.getByRole('region', { name: /^Varslet til deg/ });
    const row = told.locator('li.stuck', { hasText: '2026-0011' }).first();
    await row.getByText('Saken er sendt mellom enheter uten at noen tok den').waitFor();
    expect(await row.getByText('Må handle').first().isVisible()).toBe(true);
    // A case stands once, with what else is late in it folded.
    expect(await told.locator('.matter__link', { hasText: 'Leksehjelp tre ettermiddager' }).count()).toBe(1);
    await row.getByRole('button', { name: 'Navngi saksbehandler' }).first().click();
    steps += 1;
    await row.locator('form').getByText('Saksbehandler 2, Oppvekst', { exact: true }).click();
    steps += 1;
    await row.locator('form').getByRole('button', { name: 'Navngi saksbehandler' }).click();
    steps += 1;
    await page.getByText('Registrert.').waitFor();
    await told.getByRole('heading', { name: 'Navngi saksbehandler' }).waitFor({ state: 'detached' });
    // The form went with what it did; the next matter of the row begins with its button.
    expect(await told.locator('form').count()).toBe(0);
    const seconds = (Date.now() - began) / 1000;
    process.stdout.write(`from My day to what the case waited for: ${seconds.toFixed(1)} s, ${steps} clicks\n`);
    expect(seconds).toBeLessThan(60);
    const [freed] = (await (await context.request.get('/api/v1/collaborations?q=2026-0011')).json()).items;
    expect(freed.owner.id).toBe('saksbehandler2.oppvekst');
    const codes = freed.stuck.causes.map(({ code }: { code: string }) => code);
    expect(codes).not.toContain('OVERDUE_FOR_GATE');
    expect(codes).not.toContain('MOVED_AROUND');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('sees on a phone how the units stand and what comes, and names a substitute for whoever has none', async () => {
    const { page, context, faults } = await openVisitor(browser, stafett, { user: 'leder.oppvekst', size: PHONE });
    await page.goto('/min-dag');
    const { dates } = await (await context.request.get('/api/v1/overview')).json();
    const ahead = page.getByRole('region', { name: 'Neste 90 dager' });
    await ahead.waitFor();
    expect(await ahead.getByRole('listitem').count()).toBe(dates.length);
    const away = page.getByRole('region', { name: /^Borte uten stedfortreder/ });
    await away.getByRole('button', { name: 'Velg stedfortreder for Mentor, Oppvekst' }).click();
    expect(await glance(page, 'manager-phone')).toEqual([]);
    await away.getByLabel('Stedfortreder for Mentor, Oppvekst').selectOption('Saksbehandler, Oppvekst');
    await away.getByRole('button', { name: 'Velg stedfortreder' }).click();
    await away.waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('whoever has rows that can wait', () => {
  it('puts one away until tomorrow by keys, takes it out again, and may have rows closer', async () => {
    const { page, context, faults } = await openVisitor(browser, stafett, { user: 'leder.oppvekst' });
    await page.goto('/min-dag');
    const later = page.getByRole('region', { name: /^(Snart|Senere)/ });
    const row = later.locator('li.matter').filter({ hasText: '2026-0002' }).first();
    const task = (await row.getByRole('heading').innerText()).trim();
    await row.locator('.matter__link').focus();
    await page.keyboard.press('u');
    await row.getByRole('button', { name: 'Utsett til i morgen' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await hasFocus(page, row.getByRole('button', { name: 'Utsett til i morgen' }))).toBe(true);
    await page.keyboard.press('Enter');
    await row.filter({ hasText: task }).waitFor({ state: 'detached' });
    await page.reload();
    await page.getByText('Utsatt av deg').click();
    const back = page.getByRole('button', { name: `Ta fram igjen «${task}» i 2026-0002` });
    await back.waitFor();
    expect(await glance(page, 'my-day-put-away')).toEqual([]);
    await back.click();
    await later.getByRole('heading', { name: task }).first().waitFor();
    // What is late has no such choice.
    const late = page
      .getByRole('region', { name: /^Ikke holdt/ })
      .locator('li.matter')
      .first();
    await late.locator('.matter__menu').click();
    await late.getByRole('link', { name: 'Åpne saken' }).waitFor();
    expect(await late.getByRole('button', { name: /^Utsett/ }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /meny$/ }).click();
    await page.getByRole('button', { name: 'Tette rader' }).click();
    await page.locator('html[data-density="tight"]').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});
