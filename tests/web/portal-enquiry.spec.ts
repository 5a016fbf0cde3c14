import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { TestInstallation } from '#support/test-installation.js';
import { glance, launchChromium, look, openVisitor, PHONE } from './web-browser.js';
import { webInstallation } from './web-installation.js';

let stafett: TestInstallation;
let browser: Browser;
beforeAll(async () => {
  stafett = await webInstallation();
  browser = await launchChromium();
}, 120_000);
afterAll(() => browser?.close());

const next = (page: Page, name = 'Neste') => page.getByRole('button', { name, exact: true }).click();

/** Writes what must be written, up to the look over. */
async function write(page: Page, title: string): Promise<void> {
  await page.getByLabel('Navn på virksomheten eller ideen').fill('Sykkelkjøkkenet');
  await next(page);
  await page.getByLabel('Hva heter ideen?').fill(title);
  await page.getByLabel('Hva vil dere gjøre').fill('Vi reparerer sykler sammen med dem som er ute av jobb.');
  await next(page);
  await page.getByLabel('Navnet ditt').fill('Åse Sykkel');
  await page.getByLabel('E-postadresse').fill('ase@sykkel.example');
  await next(page, 'Se over');
  await page.getByRole('heading', { name: 'Se over og send' }).waitFor();
}

/** How many cases have the title. */
async function casesCalled(title: string): Promise<number> {
  const client = await stafett.signIn('controller');
  const address = `/collaborations?q=${encodeURIComponent(title)}`;
  return (await client.get<{ items: unknown[] }>(address)).items.length;
}

/** The link that was sent to an address, from the mailbox of the demonstration. */
async function linkSentTo(page: Page, email: string): Promise<string> {
  const client = await stafett.signIn('mottak');
  for (let tries = 0; tries < 40; tries += 1) {
    const { items } = await client.get<{ items: { id: string; to: string }[] }>('/demo/mailbox');
    const letter = items.find(({ to }) => to.includes(email));
    const text = letter && (await client.get<{ text: string }>(`/demo/mailbox/${letter.id}`)).text;
    const link = /http\S+/.exec(text ?? '')?.[0];
    if (link !== undefined) return link;
    await page.waitForTimeout(250);
  }
  throw new Error(`no link was sent to ${email}`);
}

describe('whoever has an idea', () => {
  it('finds an open area with somebody to call, writes in three short steps, and gets a receipt that stays true', async () => {
    const { page, context, faults } = await openVisitor(browser, stafett, { size: PHONE });
    await page.goto('/personvern');
    await page.getByText('Fjordvik kommune er ansvarlig for opplysningene.', { exact: false }).waitFor();
    expect(await glance(page, 'privacy')).toEqual([]);
    await page.getByRole('link', { name: 'Tilgjengelighet' }).click();
    await page.getByRole('heading', { name: 'Dette er ikke prøvd' }).waitFor();
    await page.getByRole('link', { name: 'Fjordvik kommune' }).click();
    await page.getByRole('heading', { level: 1, name: 'Samarbeid med Fjordvik kommune' }).waitFor();
    const area = page.getByRole('listitem').filter({ hasText: 'Arbeid og inkludering' });
    await area.getByText('Svar innen 2 arbeidsdager').waitFor();
    expect(await area.getByRole('link', { name: /^\d\d/ }).getAttribute('href')).toMatch(/^tel:/);
    await area.getByRole('link', { name: /^Meld en idé/ }).click();

    await next(page);
    await page.getByText('Dette må rettes').waitFor();
    expect(await glance(page, 'enquiry-wrong')).toEqual([]);
    await page.getByLabel('Navn på virksomheten eller ideen').fill('Sykkelkjøkkenet');
    await page.getByLabel('Organisasjonsnummer').fill('123');
    await next(page);
    await page.getByText('Nummeret stemmer ikke.').waitFor();
    await page.getByLabel('Organisasjonsnummer').fill('310 400 017');
    await next(page);
    expect(await page.getByLabel('Arbeid og inkludering').isChecked()).toBe(true);
    await page.getByLabel('Hva heter ideen?').fill('Sykkelverksted på torget');
    await page.getByLabel('Hva vil dere gjøre').fill('Vi reparerer sykler.');
    expect(await glance(page, 'enquiry-idea')).toEqual([]);
    await next(page);
    // The back button goes a step back; another tab has the same words, and goes on from there.
    await page.getByLabel('Navnet ditt').waitFor();
    await page.goBack();
    expect(await page.getByLabel('Hva heter ideen?').inputValue()).toBe('Sykkelverksted på torget');
    const tab = await context.newPage();
    await tab.goto('/ny');
    await tab.getByLabel('Hva vil dere gjøre').fill('Vi reparerer sykler på torget.');
    await next(page);
    await page.getByLabel('Navnet ditt').fill('Åse Sykkel');
    await page.getByLabel('E-postadresse').fill('ase@sykkel.example');
    await page.getByLabel('Telefon').fill('12');
    await next(page, 'Se over');
    await page.getByText('Skriv hele telefonnummeret').waitFor();
    await page.getByLabel('Telefon').fill('');
    await next(page, 'Se over');
    await page.getByText('Vi reparerer sykler på torget.').waitFor();
    expect(await glance(page, 'enquiry-check')).toEqual([]);
    await page.getByRole('button', { name: 'Send ideen' }).dblclick();

    await page.getByRole('heading', { name: 'Takk. Vi har fått ideen din.' }).waitFor();
    await page.getByText(/tar kontakt med deg innen mandag\s30\.\snovember\./).waitFor();
    expect(await look(page, 'enquiry-receipt')).toEqual([]);
    expect(await casesCalled('Sykkelverksted på torget')).toBe(1);
    expect(await tab.getByLabel('Navn på virksomheten eller ideen').inputValue()).toBe('');
    await tab.close();
    expect(await page.evaluate("localStorage.getItem('stafett.draft.enquiry')")).toBeNull();

    const { pathname } = new URL(page.url());
    await page.goto(`/api/v1/enquiries/status/${pathname.split('/').at(-1) ?? ''}`);
    await page.getByRole('heading', { level: 1, name: 'Sykkelverksted på torget' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(pathname);

    // She comes back by a link to sign in, and finds her case without anybody having given her a role.
    await page.goto('/p');
    await page.getByLabel('E-postadresse').fill('ase@sykkel.example');
    await page.getByRole('button', { name: 'Send meg lenken' }).click();
    await page.getByRole('status').filter({ hasText: /\w/ }).first().waitFor();
    await page.goto(await linkSentTo(page, 'ase@sykkel.example'));
    await page.getByRole('button').first().click();
    await page.waitForURL(/\/p\/2026-\d+$/);
    await page.getByRole('heading', { level: 1, name: 'Sykkelverksted på torget' }).waitFor();
    await page.getByText('Saken er opprettet').waitFor();
    await page.getByLabel('Meldingen din').waitFor();
    expect(await page.getByText('Slik ser den sosiale entreprenøren siden.').count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('whose answer was lost on the way sends it again, and the municipality has it once', async () => {
    const { page, context } = await openVisitor(browser, stafett, { size: PHONE });
    // A tab that is older than the build asks for a file that is no more: it is loaded anew.
    let documents = 0;
    page.on('request', (request) => (documents += request.isNavigationRequest() ? 1 : 0));
    await page.route('**/assets/enquiry-page-*.js', (route) =>
      documents < 2 ? route.fulfill({ status: 404 }) : route.continue(),
    );
    await page.goto('/ny');
    await write(page, 'Sykkelkjøkken for nattevakter');
    await page.route('**/api/v1/enquiries', async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    await page.getByRole('button', { name: 'Send ideen' }).click();
    await page.getByText('Ingen forbindelse. Det du har skrevet, er tatt vare på').waitFor();
    await page.unroute('**/api/v1/enquiries');
    await page.reload();
    await page.getByText('Sykkelkjøkken for nattevakter').waitFor();
    await page.getByRole('button', { name: 'Send ideen' }).click();
    await page.getByRole('heading', { name: 'Takk. Vi har fått ideen din.' }).waitFor();
    expect(await casesCalled('Sykkelkjøkken for nattevakter')).toBe(1);
    await context.close();
  });

  it('may paste from Word, is told what has no room, and is led back to what the server does not take', async () => {
    const { page, context } = await openVisitor(browser, stafett, { size: PHONE, language: 'en' });
    await page.goto('/ny');
    await page.getByLabel('Name of the organisation or the idea').fill('x'.repeat(201));
    await page.getByLabel('Organisation number').fill('310 400 018');
    await next(page, 'Next');
    await page.getByText('There is room for 200 letters here.').waitFor();
    await page.getByText('The number is not right.').waitFor();
    // A ring that stands alone, a space that does not break, a soft hyphen and curved quotes.
    await page.getByLabel('Name of the organisation or the idea').fill('\u201cSyk\u00adkel\u201d\u00a0pa\u030a hjul ');
    await page.getByLabel('Organisation number').fill('');
    await next(page, 'Next');
    await page.getByLabel('What is the idea called?').fill('Sykler som kommer til deg');
    await page.getByLabel('What do you want to do').fill('We mend them for 01010012356.');
    await next(page, 'Next');
    await page.getByLabel('Your name').fill('Åse');
    await page.getByLabel('E-mail address').fill('ase@sykkel.example');
    await next(page, 'Check');
    await next(page, 'Send the idea');
    await page.getByText('Step 2 of 3').waitFor();
    await page.getByLabel('What do you want to do').fill('We mend them.');
    await next(page, 'Next');
    await next(page, 'Check');
    await next(page, 'Send the idea');
    await page.getByRole('heading', { name: 'Thank you. We have your idea.' }).waitFor();
    const client = await stafett.signIn('controller');
    const { items } = await client.get<{ items: { organisation: { name: string } }[] }>(
      `/collaborations?q=${encodeURIComponent('Sykler som kommer til deg')}`,
    );
    expect(items.map(({ organisation }) => organisation.name)).toEqual(['“Sykkel” på hjul']);
    await context.close();
  });

  it('with a link that does not work is told so', async () => {
    const { page, context } = await openVisitor(browser, stafett, {});
    await page.goto('/ny/kvittering/ikke-en-lenke');
    await page.getByText('Lenken virker ikke.').waitFor();
    expect(await glance(page, 'enquiry-no-receipt')).toEqual([]);
    await context.close();
  });
});
