import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { TestInstallation } from '#support/test-installation.js';
import { glance, launchChromium, openVisitor } from './web-browser.js';
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
    await page.getByRole('button', { name: 'Send likevel' }).click();
    await page.getByText('Registrert.').waitFor();
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
