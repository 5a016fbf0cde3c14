import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { TestInstallation } from '#support/test-installation.js';
import { sendEnquiry } from '../e2e/send-enquiry.js';
import { glance, hasFocus, launchChromium, NARROW, openVisitor } from './web-browser.js';
import type { Visitor } from './web-browser.js';
import { webInstallation } from './web-installation.js';

const HIM = 'mottak';
const LONG_NAME = `${'Samvirkelaget for nabolag og arbeid i alle bydeler '.repeat(4).slice(0, 196)} SA!`;
const FROM_RIGHT = 'مقهى الحي للجميع';
const WORDS = 'Vi møttes på torget.';

let stafett: TestInstallation;
let browser: Browser;
beforeAll(async () => {
  stafett = await webInstallation();
  browser = await launchChromium();
}, 120_000);
afterAll(() => browser?.close());

/** A case that came in just now, and its number. */
async function newCase(title: string): Promise<{ readonly id: string; readonly number: string }> {
  const id = await sendEnquiry(stafett, title);
  const reader = await stafett.signIn('controller');
  return { id, number: String((await reader.get<{ number: string }>(`/collaborations/${id}`)).number) };
}

const form = (page: Page) => page.locator('.next__form form');

/** Opens a step of the case that is not the first one. */
async function openStep(page: Page, label: string): Promise<void> {
  await page.locator('.next__do summary').click();
  await page.locator('.next__others').getByRole('button', { name: label }).click();
  await form(page).waitFor();
}

async function openMeeting(number: string): Promise<Visitor> {
  const visitor = await openVisitor(browser, stafett, { user: HIM });
  await visitor.page.goto(`/saker/${number}`);
  await openStep(visitor.page, 'Registrer: Møte holdt');
  return visitor;
}

const send = (page: Page) => form(page).locator('[type="submit"]').click();

/** How many facts are registered in the case. */
async function factsOf(id: string): Promise<number> {
  const events = await (await stafett.signIn('controller')).timeline(id);
  return events.filter(({ type }) => type === 'factRegistered').length;
}

describe('a form of staff', () => {
  it('takes days from the calendar by keys, what is pasted from Word, and leads to what is wrong', async () => {
    const { number } = await newCase('Kafé på torget');
    const { page, context, faults } = await openMeeting(number);
    const day = page.getByRole('textbox', { name: 'Gjelder dato' });
    const note = page.getByRole('textbox', { name: /^Notat/ });
    await page.getByRole('button', { name: 'Åpne kalenderen' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Velg dato: Gjelder dato' });
    await dialog.getByRole('heading', { name: 'november 2026' }).waitFor();
    for (const key of ['PageUp', 'ArrowUp', 'Home']) await page.keyboard.press(key);
    await dialog.getByRole('heading', { name: 'oktober 2026' }).waitFor();
    expect(await hasFocus(page, dialog.getByRole('button', { name: 'mandag 19. oktober 2026' }))).toBe(true);
    // Days to come cannot be chosen here, and a holiday says its name.
    await page.keyboard.press('Shift+PageDown');
    expect(await hasFocus(page, dialog.getByRole('button', { name: 'torsdag 26. november 2026' }))).toBe(true);
    for (let month = 0; month < 11; month += 1) await page.keyboard.press('PageUp');
    await dialog.getByRole('button', { name: 'torsdag 25. desember 2025, 1. juledag' }).waitFor();
    expect(await glance(page, 'calendar')).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await form(page).waitFor();
    expect(await hasFocus(page, page.getByRole('button', { name: 'Åpne kalenderen' }))).toBe(true);
    await day.fill('tirsdag');
    await note.fill('Sam\u00adarbeid\u200b \u201cgodt\u201d\u000bPa\u030a torget.');
    await note.blur();
    expect(await day.inputValue()).toBe('24.11.2026');
    expect(await note.inputValue()).toBe('Samarbeid \u201cgodt\u201d\nPå torget.');
    await note.fill(FROM_RIGHT);
    await note.and(page.locator(':dir(rtl)')).waitFor();
    await note.fill('a'.repeat(4001));
    await day.fill('i morgen');
    await send(page);
    const list = page.getByRole('group', { name: 'Dette må rettes først' });
    expect(await hasFocus(page, list)).toBe(true);
    expect(await glance(page, 'form-wrong')).toEqual([]);
    await list.getByRole('button', { name: 'Datoen kan ikke være etter 26. november.' }).click();
    expect(await hasFocus(page, day)).toBe(true);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('keeps its words when the browser goes back, and is sent once by a double click and a lost answer', async () => {
    const { id, number } = await newCase('Verksted ved elva');
    const { page, context, faults } = await openMeeting(number);
    await page.getByRole('textbox', { name: /^Notat/ }).fill(WORDS);
    await page.getByRole('link', { name: 'Min dag' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Min dag' }).waitFor();
    await page.goBack();
    await openStep(page, 'Registrer: Møte holdt');
    expect(await page.getByRole('textbox', { name: /^Notat/ }).inputValue()).toBe(WORDS);
    let lost = 0;
    await page.route('**/commands', async (route) => {
      if ((lost += 1) > 2) return route.continue();
      // The server takes it and is gone before it can say so; then it is on its way up.
      if (lost === 1) await route.fetch();
      return route.abort('connectionreset');
    });
    await form(page).locator('[type="submit"]').dblclick();
    await page.getByRole('status').getByText('Vi sjekker om det ble lagret.').waitFor();
    await page.getByText('Registrert.').waitFor();
    expect(await factsOf(id)).toBe(1);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('whose session has ended stays under the dialog, and goes on after a new sign-in', async () => {
    const { id, number } = await newCase('Sykling for nybegynnere');
    const { page, context } = await openMeeting(number);
    await page.getByRole('textbox', { name: /^Notat/ }).fill(WORDS);
    await context.clearCookies();
    await send(page);
    const dialog = page.getByRole('dialog', { name: 'Du er logget ut' });
    await dialog.waitFor();
    expect(await page.getByRole('textbox', { name: /^Notat/, includeHidden: true }).inputValue()).toBe(WORDS);
    await dialog.getByRole('link', { name: 'Logg inn igjen' }).click();
    await page.getByLabel('Bruker').selectOption(HIM);
    await page.getByRole('button', { name: 'Logg inn' }).click();
    await page.waitForURL(`**/saker/${number}`);
    await openStep(page, 'Registrer: Møte holdt');
    expect(await page.getByRole('textbox', { name: /^Notat/ }).inputValue()).toBe(WORDS);
    await send(page);
    await page.getByText('Registrert.').waitFor();
    expect(await factsOf(id)).toBe(1);
    await context.close();
  });

  it('that is left open over night says the new day', async () => {
    const { number } = await newCase('Nattåpent bibliotek');
    const visitor = await openVisitor(browser, stafett, { user: HIM });
    const { page, context } = visitor;
    let later = 0;
    await page.route('**/api/v1/clock', async (route) => {
      const answer = await route.fetch();
      const clock = (await answer.json()) as { now: string };
      const now = new Date(Date.parse(clock.now) + later).toISOString();
      await route.fulfill({ json: { ...clock, now } });
    });
    await page.clock.install();
    await page.goto(`/saker/${number}`);
    await openStep(page, 'Registrer: Møte holdt');
    const day = page.getByRole('textbox', { name: 'Gjelder dato' });
    await page.getByRole('textbox', { name: /^Notat/ }).fill(WORDS);
    expect(await day.inputValue()).toBe('26.11.2026');
    later = 24 * 3_600_000;
    const asked = page.waitForResponse('**/api/v1/clock');
    await page.clock.runFor(61_000);
    await asked;
    await page.getByText('fredag', { exact: true }).waitFor();
    expect(await day.inputValue()).toBe('27.11.2026');
    expect(await page.getByRole('textbox', { name: /^Notat/ }).inputValue()).toBe(WORDS);
    await context.close();
  });
});

describe('a page of staff', () => {
  it('says that it takes time, that it was not reached, and what is not there, and is read anew', async () => {
    const { number } = await newCase('Treg bydel');
    const { page, context } = await openVisitor(browser, stafett, { user: HIM });
    let isLet = (): void => undefined;
    const held = new Promise<void>((resolve) => (isLet = resolve));
    await page.route('**/api/v1/collaborations?*', async (route) => {
      await held;
      await route.abort();
    });
    await page.goto(`/saker/${number}`);
    await page.locator('.loading__row').first().waitFor();
    await page.getByText('Dette tar litt tid.').waitFor();
    expect(await glance(page, 'slow')).toEqual([]);
    isLet();
    await page.getByRole('alert').getByText('Ingen forbindelse. Prøv igjen når du er på nett.').waitFor();
    await page.unroute('**/api/v1/collaborations?*');
    await page.getByRole('button', { name: 'Prøv igjen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Treg bydel' }).waitFor();
    await page.goto('/saker/1999-0001');
    await page.getByRole('alert').getByText('Du har ikke tilgang til denne siden, eller den finnes ikke.').waitFor();
    await context.close();
  });

  it('has room for a long name and for words from right to left, also on a narrow screen and opened twice', async () => {
    const { status } = await sendLongName();
    expect(status).toBe(201);
    const { page, context, faults } = await openVisitor(browser, stafett, { user: HIM, size: NARROW });
    await page.goto(`/saker?q=${encodeURIComponent(FROM_RIGHT)}`);
    const link = page.getByRole('link', { name: FROM_RIGHT });
    await link.waitFor();
    expect(await glance(page, 'long-name-list')).toEqual([]);
    await link.click();
    await page.getByRole('heading', { level: 1, name: FROM_RIGHT }).waitFor();
    expect(await glance(page, 'long-name-case')).toEqual([]);
    const second = await context.newPage();
    await second.goto(page.url());
    await second.getByRole('heading', { level: 1, name: FROM_RIGHT }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});

/** An enquiry of an organisation with the longest name there is. */
async function sendLongName() {
  const data = {
    organisation: { name: LONG_NAME },
    contact: { name: 'Kontakt', email: 'kontakt@eksempel.example' },
    title: FROM_RIGHT,
    description: FROM_RIGHT,
  };
  const answer = await fetch(`${stafett.url}/api/v1/enquiries`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'Idempotency-Key': 'long-name' },
    body: JSON.stringify(data),
  });
  return { status: answer.status };
}
