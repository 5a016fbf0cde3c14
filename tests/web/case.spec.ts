import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { TestInstallation } from '#support/test-installation.js';
import { axeFaults, launchChromium, openVisitor } from './web-browser.js';
import { webInstallation } from './web-installation.js';

let stafett: TestInstallation;
let browser: Browser;
beforeAll(async () => {
  stafett = await webInstallation();
  browser = await launchChromium();
}, 120_000);
afterAll(() => browser?.close());

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Deler av saken' }).getByRole('link', { name });

describe('a case', () => {
  it('has a tab for each thing one may look up, and the filter of its timeline stands in the address', async () => {
    const { page, context, faults } = await openVisitor(browser, stafett, { user: 'leder.oppvekst' });
    await page.goto('/saker/2026-0008');
    const found: string[] = [];
    for (const name of ['Sjekkliste', 'Meldinger', 'Dokumenter', 'Opplysninger', 'Parter', 'Tidslinje']) {
      await tab(page, name).click();
      await page
        .getByRole('heading', { level: 2, name: name === 'Sjekkliste' ? 'Ut av veiledningen' : name })
        .first()
        .waitFor();
      found.push(...(await axeFaults(page)).map((fault) => `${name}: ${fault}`));
    }
    expect(found).toEqual([]);
    await page.locator('label', { hasText: 'Overlevering' }).click();
    await page.waitForURL(/vis=HANDOVER/);
    await page.reload();
    await page.getByRole('radio', { name: 'Overlevering', checked: true }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('takes a note that is written, left and found again, a message and a document', async () => {
    const { page, context, faults } = await openVisitor(browser, stafett, { user: 'saksbehandler.oppvekst' });
    await page.goto('/saker/2026-0008/meldinger');
    await page.getByLabel('Nytt notat').fill('Vi ringer på mandag.');
    await page.reload();
    expect(await page.getByLabel('Nytt notat').inputValue()).toBe('Vi ringer på mandag.');
    await page.getByRole('button', { name: 'Lagre notatet' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Vi ringer på mandag.' }).waitFor();
    await page.getByLabel('Ny melding').fill('Hei! Vi har fått papirene.');
    await page.getByRole('button', { name: 'Send meldingen' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Vi har fått papirene.' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await tab(page, 'Dokumenter').click();
    await page.getByText('Legg til et dokument').click();
    await page
      .getByLabel('Fil')
      .setInputFiles({ name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('Planen vår.') });
    expect(await page.getByLabel('Tittel').inputValue()).toBe('plan');
    await page.getByRole('button', { name: 'Legg til dokumentet' }).click();
    await page.getByRole('link', { name: 'plan', exact: true }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('that has changed in another window refuses the command, and says so under the button', async () => {
    const { page, context, faults } = await openVisitor(browser, stafett, { user: 'saksbehandler.oppvekst' });
    await page.goto('/saker/2026-0008/sjekkliste');
    const other = await context.newPage();
    await other.goto('/saker/2026-0008/sjekkliste');
    for (const [at, item] of [
      [page, 'Effekthypotesen er skrevet'],
      [other, 'Pilotideen er beskrevet på én side'],
    ] as const)
      await at
        .getByRole('listitem')
        .filter({ hasText: item })
        .getByRole('button', { name: /^(Kryss av|Bekreft)/ })
        .click();
    const done = (at: Page) => at.locator('.check__form [type="submit"]');
    await done(other).click();
    await other.getByText('Registrert.').waitFor();
    await done(page).click();
    await page
      .getByRole('alert')
      .getByText(/endret|nyere|oppdatert/i)
      .waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('that the reader may not see, or that is none, is said to be so', async () => {
    const { page, context } = await openVisitor(browser, stafett, { user: 'leder.oppvekst' });
    await page.goto('/saker/1999-0001');
    await page.getByText('Du har ikke tilgang til denne siden, eller den finnes ikke.', { exact: false }).waitFor();
    await context.close();
  });

  it('is read in English too', async () => {
    const { page, context, faults } = await openVisitor(browser, stafett, {
      user: 'pilotleder.hjemme',
      language: 'en',
    });
    await page.goto('/saker/2026-0003');
    await page.getByText('Has the case now').waitFor();
    await page.getByRole('heading', { name: 'Latest events' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});
