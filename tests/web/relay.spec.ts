import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { LAPSED_CHOICES } from '#domain/model/manager-choice.js';
import { LAPSED_WORDS } from '#domain/next/words/choice-words.js';
import type { TestInstallation } from '#support/test-installation.js';
import { glance, launchChromium, look, openVisitor } from './web-browser.js';
import type { Visitor } from './web-browser.js';
import { webInstallation } from './web-installation.js';

let stafett: TestInstallation;
let browser: Browser;
beforeAll(async () => {
  stafett = await webInstallation();
  browser = await launchChromium();
}, 120_000);
afterAll(() => browser?.close());

/** The id of a case that the visitor sees. */
async function idOf({ context }: Visitor, number: string): Promise<string> {
  const answer = await context.request.get(`/api/v1/collaborations?q=${number}`);
  const { items } = (await answer.json()) as { items: { id: string; number: string }[] };
  return items.find((it) => it.number === number)?.id ?? '';
}

/** Opens a page, and waits until it hears of changes. */
async function openLive({ page }: Visitor, address: string): Promise<void> {
  const stream = page.waitForResponse('**/api/v1/stream');
  await page.goto(address);
  await stream;
}

/** Does something in a case as the visitor, in no window. */
async function give({ context }: Visitor, id: string, data: object): Promise<void> {
  const answer = await context.request.post(`/api/v1/collaborations/${id}/commands`, {
    data,
    headers: { 'Idempotency-Key': randomUUID() },
  });
  expect(`${answer.status()} ${answer.ok() ? '' : await answer.text()}`).toMatch(/^20[02]/);
}

/** What people wrote that could turn the direction of the words around it: text outside of an element of its own. */
const strayTexts = (page: Page): Promise<readonly string[]> =>
  page.evaluate<string[]>(`(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const stray = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.data.includes('\u202E') && !node.parentElement.closest('[dir="auto"], bdi, textarea'))
        stray.push(node.parentElement.outerHTML.slice(0, 200));
    return stray;
  })()`);

describe('what others do in a case', () => {
  it('is told where one writes, moves nothing, and what is written can be sent all the same', async () => {
    const writer = await openVisitor(browser, stafett, { user: 'leder.nav' });
    const other = await openVisitor(browser, stafett, { user: 'innkjoper' });
    const { page } = writer;
    const id = await idOf(writer, '2026-0005');
    await openLive(writer, '/saker/2026-0005/sjekkliste');
    await page
      .locator('.check')
      .getByRole('button', { name: /^Kryss av: Verdien/ })
      .click();
    const reference = page.getByLabel(/^Journalnummer/);
    await reference.fill('Journalpost 2026/17');
    const before = await reference.boundingBox();
    await give(other, id, {
      type: 'askUnit',
      kind: 'QUESTION',
      unit: 'innkjop',
      question: 'Er budsjettet på plass?',
      answerBy: '2026-12-10',
    });
    const strip = page.getByRole('status').filter({ hasText: 'Saken er endret siden du åpnet den:' });
    await strip.getByText(/spurt|spørsmål/i).waitFor();
    expect(await reference.boundingBox()).toEqual(before);
    expect(await reference.inputValue()).toBe('Journalpost 2026/17');
    // The form's own button is for the case that its writer has seen.
    await page
      .locator('.check__form')
      .getByRole('button', { name: /^Kryss av/ })
      .click();
    await page
      .getByRole('alert')
      .getByText(/endret/)
      .waitFor();
    expect(await glance(page, 'stale')).toEqual([]);
    // An answer that nobody understands: it is taken, and the same key says so.
    const keys: (string | null)[] = [];
    await page.route('**/commands', async (route) => {
      keys.push(await route.request().headerValue('Idempotency-Key'));
      const answer = await route.fetch();
      const problem = { type: 'about:blank', title: '', status: 503, code: 'outcome-unknown', detail: '' };
      await route.fulfill(keys.length === 1 ? { status: 503, json: problem } : { response: answer });
    });
    await page.getByRole('button', { name: 'Send likevel' }).click();
    await page.getByText('Vi sjekker om det ble lagret.').waitFor();
    await page.getByText('Registrert.').waitFor();
    expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
    expect(writer.faults).toEqual([]);
    await writer.context.close();
    await other.context.close();
  });

  it('is shown when the reader asks for it, also after the line was lost', async () => {
    const reader = await openVisitor(browser, stafett, { user: 'innkjoper' });
    const other = await openVisitor(browser, stafett, { user: 'leder.nav' });
    const { page, context } = reader;
    const id = await idOf(reader, '2026-0005');
    await openLive(reader, '/saker/2026-0005');
    await page.getByRole('heading', { name: 'Utestående' }).waitFor();
    await give(other, id, { type: 'addParty', party: 'saksbehandler.oppvekst', role: 'mentor' });
    await page.getByRole('button', { name: 'Se endringen' }).click();
    await page.getByRole('button', { name: 'Se endringen' }).waitFor({ state: 'detached' });
    await page
      .locator('.event')
      .first()
      .getByText(/mentor/i)
      .waitFor();
    await context.setOffline(true);
    await page.getByText(/Ingen forbindelse\. Du ser siden slik den var kl\. \d\d\.\d\d\./).waitFor();
    expect(await glance(page, 'offline')).toEqual([]);
    await page.route('**/api/v1/stream', (route) => route.abort());
    await context.setOffline(false);
    await give(other, id, { type: 'endParty', party: 'saksbehandler.oppvekst', role: 'mentor' });
    await page.unroute('**/api/v1/stream');
    await page.getByText(/Ingen forbindelse/).waitFor({ state: 'detached' });
    // What was missed meanwhile is shown, though nobody told of it.
    await page
      .locator('.event')
      .first()
      .getByText(/ikke lenger|sluttet|mentor/i)
      .waitFor();
    expect(reader.faults).toEqual([]);
    await context.close();
    await other.context.close();
  });
});

describe('a question to a unit', () => {
  it('is asked in one window and answered in another, and no word turns those around it', async () => {
    const asker = await openVisitor(browser, stafett, { user: 'leder.nav' });
    const asked = await openVisitor(browser, stafett, { user: 'leder.kultur' });
    const { page } = asker;
    await openLive(asker, '/saker/2026-0005/sporsmal');
    await page.getByRole('button', { name: 'Spør en enhet', exact: true }).click();
    await page.getByRole('combobox', { name: 'Enhet' }).click();
    await page.getByRole('option', { name: 'Kultur', exact: true }).click();
    await page.getByLabel('Spørsmål', { exact: true }).fill('Kan dere låne ut lokaler? \u202Eneteh');
    await page.locator('.schema-form').getByRole('button', { name: 'Spør en enhet' }).click();
    const row = page.getByRole('listitem').filter({ hasText: 'Kan dere låne ut lokaler?' });
    await row.getByText('Kultur skal svare').waitFor();
    expect(await look(page, 'asked')).toEqual([]);

    await openLive(asked, '/saker/2026-0005/sporsmal');
    await asked.page.getByRole('button', { name: /^Svar på spørsmålet/ }).click();
    await asked.page.getByLabel('Svar', { exact: true }).fill('Ja, på tirsdager. \u202Ereggad');
    await asked.page
      .locator('.schema-form')
      .getByRole('button', { name: /^Svar på spørsmålet/ })
      .click();
    await asked.page.getByText('Registrert.').waitFor();

    await page.getByRole('button', { name: 'Se endringen' }).click();
    await row.getByText('Ja, på tirsdager.').waitFor();
    await page.getByRole('link', { name: 'Meldinger' }).click();
    await page.getByLabel('Nytt notat').fill('Husk \u202Edette');
    await page.getByRole('button', { name: 'Lagre notatet' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Husk' }).waitFor();
    const stray: string[] = [];
    for (const tab of ['Meldinger', 'Oversikt', 'Tidslinje', 'Sjekkliste', 'Opplysninger', 'Spørsmål og møter']) {
      await page.getByRole('navigation', { name: 'Deler av saken' }).getByRole('link', { name: tab }).click();
      await page.waitForLoadState('networkidle');
      stray.push(...(await strayTexts(page)));
    }
    expect(stray).toEqual([]);
    expect([...asker.faults, ...asked.faults]).toEqual([]);
    await asker.context.close();
    await asked.context.close();
  });
});

describe('a case that another unit is to have', () => {
  it('is sent to whoever the sender chooses, says what sending today means, and comes back with a way on', async () => {
    const sender = await openVisitor(browser, stafett, { user: 'leder.nav' });
    const { page } = sender;
    await page.goto('/saker/2026-0005');
    await page.getByText(/^(Én annen vei|\d+ andre veier)$/).click();
    await page.getByRole('link', { name: 'Oversend til en annen enhet' }).click();
    await page.getByLabel('Enhet', { exact: true }).selectOption({ label: 'Kultur' });
    await page.waitForURL(/til=kultur/);
    await page.getByLabel('Person', { exact: true }).selectOption({ label: 'Leder, Kultur' });
    const panel = page.getByRole('complementary', { name: 'Send overleveringen' });
    await panel.getByText('Bekreft at overleveringen er mottatt: Leder, Kultur').waitFor();
    await panel.getByText('Dette får entreprenøren vite').waitFor();
    await page.getByLabel('Skriv: Hva mottakeren gjør først').fill('Ring entreprenøren.');
    expect(await look(page, 'transfer')).toEqual([]);
    // What is chosen and written stands when the page is opened again.
    await page.reload();
    await panel.getByText('Bekreft at overleveringen er mottatt: Leder, Kultur').waitFor();
    expect(await page.getByLabel('Skriv: Hva mottakeren gjør først').inputValue()).toBe('Ring entreprenøren.');
    await page.getByRole('button', { name: 'Send overleveringen' }).click();
    await page.waitForURL(/overlevering\/h\d+$/);

    const receiver = await openVisitor(browser, stafett, { user: 'leder.kultur' });
    await openLive(sender, new URL(page.url()).pathname);
    await receiver.page.goto(page.url());
    await receiver.page.getByRole('button', { name: 'Takk nei' }).click();
    await receiver.page.getByLabel('Hvorfor', { exact: true }).fill('Vi har ikke folk.');
    await receiver.page.getByLabel('Hvem kan ta saken?').fill('Oppvekst.');
    await receiver.page.locator('.schema-form').getByRole('button', { name: 'Takk nei' }).click();
    await receiver.page
      .getByText(/^Takket nei 26/)
      .first()
      .waitFor();
    await page.getByRole('status').getByText('Leder, Kultur takket nei til overleveringen').waitFor();
    await page.getByRole('button', { name: 'Se endringen' }).click();
    await page.getByText('Takket nei 26. november.').waitFor();
    expect(await glance(page, 'declined')).toEqual([]);
    expect([...sender.faults, ...receiver.faults]).toEqual([]);
    await sender.context.close();
    await receiver.context.close();
  });
});

describe('a handover that nobody answered', () => {
  // Weeks would have to pass: what the case and its forms say of it is put into their answers.
  it('has its four choices on the case, each with what it leads to', async () => {
    const manager = await openVisitor(browser, stafett, { user: 'pilotleder.kultur' });
    const { page } = manager;
    const handover = { state: 'LAPSED', endedAt: '2026-11-24T23:00:00.000Z' };
    await page.route(/collaborations\/[0-9a-f-]{36}$/, async (route) => {
      const shown = (await (await route.fetch()).json()) as { handover: object };
      await route.fulfill({ json: { ...shown, state: 'OPEN', handover: { ...shown.handover, ...handover } } });
    });
    const items = LAPSED_CHOICES.map((choice) => ({
      command: 'resolveLapsed',
      body: { type: 'resolveLapsed', choice },
      label: LAPSED_WORDS[choice].nb,
      input: { type: 'object', properties: { reason: { type: 'string', title: 'Begrunnelse' } }, required: ['reason'] },
    }));
    await page.route('**/forms', (route) => route.fulfill({ json: { items } }));
    await page.goto('/saker/2026-0006');
    const panel = page.getByRole('region', { name: 'Ingen svarte. Hva skal skje nå?' });
    await panel.getByText('De samme mottakerne får en ny frist.').waitFor();
    expect(await panel.getByRole('button').count()).toBe(4);
    await panel.getByRole('button', { name: LAPSED_WORDS.REASSIGN.nb }).click();
    await panel.getByLabel('Begrunnelse').waitFor();
    expect(await glance(page, 'lapsed')).toEqual([]);
    await manager.context.close();
  });
});
