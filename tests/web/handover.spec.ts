import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { TestInstallation } from '#support/test-installation.js';
import { axeFaults, hasFocus, launchChromium, look, openVisitor } from './web-browser.js';
import { webInstallation } from './web-installation.js';

let stafett: TestInstallation;
let browser: Browser;
beforeAll(async () => {
  stafett = await webInstallation();
  browser = await launchChromium();
}, 120_000);
afterAll(() => browser?.close());

describe('a handover that came back', () => {
  it('stands among those that are stuck, with what each receiver said', async () => {
    const { page, context, faults } = await openVisitor(browser, stafett, { user: 'controller' });
    await page.goto('/overleveringer');
    await page.getByText('Ingen overleveringer venter på svar fra deg.').waitFor();
    await page.getByRole('link', { name: 'Står fast' }).click();
    await page.waitForURL(/vis=star-fast/);
    await page.getByRole('heading', { name: 'App som gir pårørende oversikt og avlastning' }).waitFor();
    await page.getByText('Sendte tilbake 10. november.').waitFor();
    expect(await look(page, 'handovers')).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is on its case, which says who has it and since when, who is to take over, what is next, and why each date', async () => {
    const { page, context, faults } = await openVisitor(browser, stafett, { user: 'pilotleder.hjemme' });
    await page.goto('/saker/2026-0003');
    await page.getByRole('heading', { level: 1, name: 'App som gir pårørende oversikt og avlastning' }).waitFor();
    const track = page.getByRole('list', { name: 'De seks fasene' });
    expect(await track.locator('[aria-current="step"]').innerText()).toContain('Pilot');
    await page.getByText('Pilotleder, siden 15. april').waitFor();
    await page.getByText('Sendte tilbake 10. november.').waitFor();
    await page.getByText('Behovet er skrevet rundt én leverandør.', { exact: false }).first().waitFor();
    // What happened last leaves out the reminders, of which there are many.
    await page.locator('.event').first().waitFor();
    expect(await page.locator('.event', { hasText: 'Påminnelse' }).count()).toBe(0);
    await page.getByText('Hvorfor 24. november?').click();
    await page.getByText(/arbeidsdager regnet fra 10\.\snovember/).waitFor();
    expect(await look(page, 'case')).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is written with what was asked for beside it, sent, and answered from its own page', async () => {
    const sender = await openVisitor(browser, stafett, { user: 'pilotleder.hjemme' });
    const { page } = sender;
    await page.goto('/saker/2026-0003');
    await page
      .getByRole('link', { name: /overleveringen/i })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: 'Overlever til anskaffelse' }).waitFor();
    await page.getByRole('heading', { name: 'Dette ba mottakeren om' }).waitFor();
    // With something missing the button leads to a list of it, and that to each.
    await page.getByText('Bekreft at overleveringen er mottatt: Innkjøper, Leder, Hjemmetjenesten').waitFor();
    await page.getByRole('button', { name: 'Send overleveringen' }).click();
    await page.getByText('Skriv dette først: Hva mottakeren gjør først.').waitFor();
    expect(await hasFocus(page, page.locator('ds-error-summary, .ds-error-summary').first())).toBe(true);
    const first = page.getByLabel('Skriv: Hva mottakeren gjør først');
    expect(await look(page, 'compose')).toEqual([]);
    await first.fill('Lag konkurransegrunnlaget innen 11. desember.');
    await page.getByRole('button', { name: 'Endre «Behovet, uten leverandør»' }).click();
    await page
      .getByLabel('Skriv: Behovet, uten leverandør')
      .fill('Pårørende trenger oversikt og avlastning på kort varsel.');
    await page.getByRole('button', { name: 'Send overleveringen' }).click();
    await page.waitForURL(/overlevering\/h\d+$/);
    await page.getByText(/^Sendt · fra Pilotleder/).waitFor();
    await page.getByRole('button', { name: 'Trekk tilbake' }).waitFor();
    expect(sender.faults).toEqual([]);

    const receiver = await openVisitor(browser, stafett, { user: 'innkjoper' });
    await receiver.page.goto('/overleveringer');
    await receiver.page.getByRole('link', { name: 'Åpne overleveringen' }).first().click();
    await receiver.page.getByRole('heading', { name: 'Det du ba om sist' }).waitFor();
    await receiver.page.getByText('Pårørende trenger oversikt og avlastning på kort varsel.').first().waitFor();
    expect(await look(receiver.page, 'answer')).toEqual([]);
    await receiver.page.getByRole('button', { name: 'Bekreft mottatt' }).click();
    await receiver.page.getByText('Registrert.').waitFor();
    await receiver.page.getByRole('button', { name: 'Overta saken' }).click();
    await receiver.page.getByLabel(/^Vilkår/).fill('Budsjettet må være på plass.');
    expect(await axeFaults(receiver.page)).toEqual([]);
    await receiver.page.getByRole('button', { name: 'Overta saken' }).click();
    await receiver.page.getByText(/Overtok 26\.\snovember\. På vilkår: Budsjettet må være på plass\./).waitFor();
    expect(receiver.faults).toEqual([]);
    await receiver.context.close();
    await sender.context.close();
  });
});
