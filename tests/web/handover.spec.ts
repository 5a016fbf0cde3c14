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
    // Every way to it leads to the same page, also from a row of the day.
    await page.goto('/');
    await page.getByRole('link', { name: 'Skriv overleveringen' }).first().click();
    await page.waitForURL('**/saker/2026-0003/overlevering/ny');
    await page.getByRole('heading', { level: 1, name: 'Overlever til anskaffelse' }).waitFor();
    await page.getByRole('heading', { name: 'Dette ba mottakeren om' }).waitFor();
    // With something missing the button leads to a list of it, and that to each.
    await page.getByText('Bekreft at overleveringen er mottatt: Innkjøper, Leder, Hjemmetjenesten').waitFor();
    await page.getByRole('button', { name: 'Send overleveringen' }).click();
    await page.getByText('Fyll ut dette først: Hva mottakeren gjør først.').waitFor();
    expect(await hasFocus(page, page.locator('ds-error-summary, .ds-error-summary').first())).toBe(true);
    const first = page.getByLabel('Skriv: Hva mottakeren gjør først');
    expect(await look(page, 'compose')).toEqual([]);
    await first.fill('Lag konkurransegrunnlaget innen 11. desember.');
    await page.getByRole('button', { name: 'Endre «Behovet, uten leverandør»' }).click();
    await page
      .getByLabel('Skriv: Behovet, uten leverandør')
      .fill('Pårørende trenger oversikt og avlastning på kort varsel.');
    // Sent in vain it stays a draft, which nobody was asked about, and which opens with its own words.
    const json = { type: 'about:blank', title: '', status: 409, code: 'gate-blocked', detail: 'Ikke nå.' };
    await page.route('**/commands', (route) =>
      route.request().postData()?.includes('sendHandover') ? route.fulfill({ status: 409, json }) : route.continue(),
    );
    await page.getByRole('button', { name: 'Send overleveringen' }).click();
    await page.getByText('Ikke nå.').first().waitFor();
    await page.unroute('**/commands');
    await page.goto('/saker/2026-0003');
    await page.getByText('Utkast, ikke sendt').waitFor();
    await page.getByText('Behovet er skrevet rundt én leverandør.', { exact: false }).first().waitFor();
    expect(await page.getByText('Har ikke svart.').count()).toBe(0);
    await page.getByRole('link', { name: 'Send overleveringen' }).first().click();
    await page.getByRole('heading', { name: 'Dette ba mottakeren om' }).waitFor();
    await page.getByText('Utkastet er lagret i saken', { exact: false }).waitFor();
    expect(await first.inputValue()).toBe('Lag konkurransegrunnlaget innen 11. desember.');
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
    // The condition stands when all have taken over, and says whose it is; only whoever asked for something reads that they did.
    const leader = await openVisitor(browser, stafett, { user: 'leder.hjemme' });
    await leader.page.goto(receiver.page.url());
    await leader.page.getByRole('heading', { name: 'Dette ba Innkjøper om sist' }).waitFor();
    await leader.page.getByRole('button', { name: 'Overta saken' }).click();
    await leader.page.locator('.schema-form').getByRole('button', { name: 'Overta saken' }).click();
    await leader.page.getByRole('heading', { name: 'Det mottakerne svarte' }).waitFor();
    await leader.page.getByText('På vilkår: Budsjettet må være på plass.', { exact: false }).waitFor();
    await leader.page.goto('/saker/2026-0003');
    await leader.page.getByRole('heading', { name: 'Vilkår', exact: true }).waitFor();
    await leader.page.getByText('«Budsjettet må være på plass.»').waitFor();
    expect(leader.faults).toEqual([]);
    await leader.context.close();
    await receiver.context.close();
    await sender.context.close();
  });
});
