import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { CaseView } from '#contracts/http/cases/case.js';
import type { TestInstallation } from '#support/test-installation.js';
import { glance, launchChromium, look, openVisitor, PHONE } from './web-browser.js';
import { webInstallation } from './web-installation.js';

const PHOTO = path.resolve(import.meta.dirname, '../support/images/located.jpg');

let stafett: TestInstallation;
let browser: Browser;
beforeAll(async () => {
  stafett = await webInstallation();
  browser = await launchChromium();
}, 120_000);
afterAll(() => browser?.close());

/** The case as somebody who works on it has it. */
async function caseFor(user: string, number: string): Promise<CaseView> {
  const client = await stafett.signIn(user);
  const { items } = await client.get<{ items: { id: string }[] }>(`/collaborations?q=${number}`);
  return client.get<CaseView>(`/collaborations/${items[0]?.id ?? ''}`);
}

/** What the page has asked the server twice, though nothing has changed: `early.ts` and the page must ask for the same. */
async function askedTwice(page: Page): Promise<readonly string[]> {
  await page.waitForTimeout(1_000);
  const asked = await page.evaluate<readonly string[]>(
    `performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.endsWith('/stream'))`,
  );
  expect(asked.some((name) => name.includes('/api/v1/me'))).toBe(true);
  return asked.filter((name, index) => asked.indexOf(name) !== index);
}

const onPhone = (user: string) => openVisitor(browser, stafett, { user, size: PHONE });
const button = (page: Page, name: string) => page.getByRole('button', { name });

describe('an entrepreneur with a phone', () => {
  it('comes from the front page to her only case, and answers with a photo and words, once however often she presses', async () => {
    const { page, context, faults } = await onPhone('entreprenor.03');
    await page.goto('/');
    await page.waitForURL('/p/2026-0009');
    await page.getByRole('heading', { name: 'NAV Fjordvik har saken' }).waitFor();
    await page.getByText('Send det innen fredag 4. desember.').waitFor();
    await page.getByText('torsdag 3. desember kl. 09.30').waitFor();
    await page.getByText('Da venter vi bare på forsikringsbeviset.').waitFor();
    expect(await look(page, 'portal-case')).toEqual([]);
    await page.setViewportSize(PHONE);

    const chooser = page.waitForEvent('filechooser');
    await button(page, 'Last opp eller ta bilde').click();
    await (await chooser).setFiles(PHOTO);
    await page.getByText('located.jpg er lastet opp.').waitFor();
    await page.getByLabel('Svaret ditt').fill('Her er beviset, tatt med telefonen.');
    expect(await glance(page, 'portal-answer')).toEqual([]);
    await button(page, 'Send svaret').dblclick();
    await page.getByText('Svaret er sendt.').waitFor();
    await page.getByRole('heading', { name: 'Dette ser vi på' }).waitFor();

    const { information } = await caseFor('saksbehandler.nav', '2026-0009');
    const [item] = information.at(-1)?.items ?? [];
    expect([item?.state, item?.given.length]).toEqual(['GIVEN', 1]);
    expect(item?.given[0]?.text).toBe('Her er beviset, tatt med telefonen.');
    expect(item?.given[0]?.proof).toMatchObject([{ title: item?.what }]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('loses the connection, keeps her words, and sends them when it is back', async () => {
    const { page, context } = await onPhone('entreprenor.06');
    await page.goto('/p/2026-0004');
    await page.getByText('kvitteringene for verktøyet mangler').first().waitFor();
    await button(page, 'Skriv svaret her').click();
    await page.getByLabel('Svaret ditt').fill('Kvitteringene kommer fra kassereren.');
    await context.setOffline(true);
    await button(page, 'Send svaret').click();
    await page.getByText('Ingen forbindelse. Det du har skrevet, er tatt vare på').waitFor();
    await context.setOffline(false);
    await page.reload();
    await page.getByLabel('Svaret ditt').waitFor();
    expect(await page.getByLabel('Svaret ditt').inputValue()).toBe('Kvitteringene kommer fra kassereren.');
    await button(page, 'Avbryt').click();

    await button(page, 'Jeg trenger mer tid').click();
    await button(page, 'Be om mer tid').click();
    await page.getByText('Fyll ut dette feltet.').waitFor();
    await page.getByLabel('Hvorfor trenger du mer tid?').fill('Kassereren er bortreist.');
    await button(page, 'Avbryt').click();
    await button(page, 'Jeg trenger mer tid').click();
    expect(await page.getByLabel('Hvorfor trenger du mer tid?').inputValue()).toBe('Kassereren er bortreist.');
    await page.getByLabel('onsdag 16. desember').check();
    expect(await glance(page, 'portal-more-time')).toEqual([]);
    await button(page, 'Be om mer tid').click();
    await page.getByText('Du har bedt om tid til onsdag 16. desember.').waitFor();
    expect(await button(page, 'Jeg trenger mer tid').count()).toBe(0);
    // A promise that was not kept says why and when instead; all that has happened goes down to the opening of the case.
    await page
      .getByText(/Ny dato ble tirsdag\s17\.\snovember, og den er heller ikke holdt\. Grunnen: Ingen enhet/)
      .waitFor();
    await button(page, 'Vis alt').last().click();
    await page.getByText('Saken er opprettet.').waitFor();
    await page.getByText('styringsgruppa har ikke hatt møte. Ny dato: tirsdag 17. november.').waitFor();
    const { approvals } = await caseFor('pilotleder.kultur', '2026-0004');
    expect(approvals).toMatchObject([{ kind: 'MORE_TIME', until: '2026-12-16', reason: 'Kassereren er bortreist.' }]);
    await context.close();
  });

  it('reports that what was agreed in a meeting is done, and writes a message that stays when the page is opened again', async () => {
    const { page, context, faults } = await onPhone('entreprenor.05');
    await page.goto('/p/2026-0007');
    await button(page, 'Meld at det er gjort').click();
    await page.getByLabel('Merknad').fill('Sendt i går.');
    await button(page, 'Meld at det er gjort').click();
    await page.getByText('Du har meldt at det er gjort.').waitFor();
    await page.getByText('Vi venter ikke på noe fra deg nå.').waitFor();
    await page.getByLabel('Meldingen din').fill('Kan vi ta det over telefon?');
    await page.reload();
    expect(await page.getByLabel('Meldingen din').inputValue()).toBe('Kan vi ta det over telefon?');
    await button(page, 'Send meldingen').click();
    await page.getByText('Meldingen er sendt.').waitFor();
    await page.getByRole('listitem').filter({ hasText: 'Kan vi ta det over telefon?' }).waitFor();
    expect(await page.getByLabel('Meldingen din').inputValue()).toBe('');
    // What the municipality answers comes by itself, but not under her hands.
    const { id } = await caseFor('pilotleder.sykehjem', '2026-0007');
    const staff = await stafett.signIn('pilotleder.sykehjem');
    await page.getByLabel('Meldingen din').fill('Takk');
    expect(
      (await staff.post(`/collaborations/${id}/messages`, { text: 'Vi ringer deg kl. 12.', contact: false })).status,
    ).toBe(201);
    await page.waitForTimeout(1_500);
    expect(await page.getByText('Vi ringer deg kl. 12.').count()).toBe(0);
    await page.getByLabel('Meldingen din').blur();
    await page.getByText('Vi ringer deg kl. 12.').first().waitFor();
    expect(await page.getByLabel('Meldingen din').inputValue()).toBe('Takk');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('reads why a case ended with a no, what is advised and whom to call; nothing is said of complaints or to write to', async () => {
    const { page, context } = await onPhone('entreprenor.13');
    await page.goto('/p');
    await page.getByRole('heading', { name: 'Saken er avsluttet' }).waitFor();
    await page.getByText('Meld dere som underleverandør til rammeavtalen').waitFor();
    expect(await page.getByRole('link', { name: /^Ring/ }).getAttribute('href')).toMatch(/^tel:\+47\d{8}$/);
    expect(await page.getByText(/klage/).count()).toBe(0);
    expect(await page.getByLabel('Meldingen din').count()).toBe(0);
    expect(await glance(page, 'portal-closed')).toEqual([]);
    await context.close();
  });

  it('reads nothing of checklists, routes, gates or deadlines between units, in bokmål or in English', async () => {
    for (const language of ['nb', 'en'] as const) {
      const { page, context } = await openVisitor(browser, stafett, { user: 'entreprenor.07', size: PHONE, language });
      await page.goto('/p/2026-0003');
      await page.getByRole('heading', { name: language === 'nb' ? 'Dette har skjedd' : 'What has happened' }).waitFor();
      await button(page, language === 'nb' ? 'Vis alt' : 'Show all')
        .last()
        .click();
      const words = (await page.locator('main').textContent()) ?? '';
      expect(words).not.toMatch(
        /Konkurranse etter|Competition under|Før saken ut|Rett mangler|[Gg]ate\b|Klar til beslutning/,
      );
      await context.close();
    }
  });
});

describe('the profile of an entrepreneur', () => {
  it('has what is known of her, who else speaks for the organisation, and where she is signed in; others are named and ended', async () => {
    const { page, context, faults } = await onPhone('entreprenor.01');
    await page.goto('/p');
    await page.getByRole('link', { name: 'Profilen din' }).click();
    await page.getByText('entreprenor.01@fjordvik.example').first().waitFor();
    await page.getByText('Denne nettleseren').waitFor();
    expect(await glance(page, 'portal-profile')).toEqual([]);
    await button(page, 'Legg til en som taler for dere').click();
    await button(page, 'Legg til en som taler for dere').click();
    await page.getByText('Fyll ut dette feltet.').waitFor();
    await page.getByLabel('Navn', { exact: true }).fill('Bjørn Ås');
    await page.getByLabel('E-postadresse').fill('bjorn@nabobenken.example');
    await button(page, 'Legg til en som taler for dere').click();
    await page.getByText('Bjørn Ås er lagt til').waitFor();
    await button(page, 'Fjern: Bjørn Ås').click();
    await page.getByRole('button', { name: 'Fjern', exact: true }).click();
    await page.getByText('Bjørn Ås er fjernet.').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('the page of the entrepreneur', () => {
  it('asks whoever is not signed in for an address to send a link to', async () => {
    const { page, context, faults } = await openVisitor(browser, stafett, { size: PHONE });
    await page.goto('/p/2026-0003');
    await page.getByLabel('E-postadresse').fill('ikke en adresse');
    await button(page, 'Send meg lenken').click();
    await page.getByText('Skriv en e-postadresse').waitFor();
    await page.getByLabel('E-postadresse').fill('entreprenor.07@fjordvik.example');
    await button(page, 'Send meg lenken').click();
    await page.getByRole('status').filter({ hasText: /\w/ }).first().waitFor();
    expect(await glance(page, 'portal-sign-in')).toEqual([]);
    // A link that is used up leads on to another one, in the language of the browser.
    await page.goto('/api/v1/sign-in-links/brukt-for-lenge-siden');
    await page.getByText('A link works for 15 minutes, and only once.', { exact: false }).waitFor();
    expect(await glance(page, 'link-used-up')).toEqual([]);
    await page.getByRole('link', { name: /ask for a new link/ }).click();
    await page.getByLabel('E-postadresse').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('lists several cases, and says that there is none behind an address', async () => {
    const { page, context } = await openVisitor(browser, stafett, { user: 'controller', size: PHONE });
    await page.goto('/p');
    await page.getByRole('link', { name: 'App som gir pårørende oversikt og avlastning' }).waitFor();
    expect(await glance(page, 'portal-list')).toEqual([]);
    await page.goto('/p/2026-9999');
    await page.getByText('Du har ikke tilgang til denne saken, eller den finnes ikke.').waitFor();
    await context.close();
  });

  it('is shown to those who work on the case as she sees it, with nothing to press', async () => {
    const { page, context } = await openVisitor(browser, stafett, { user: 'pilotleder.kultur', size: PHONE });
    await page.goto('/p/2026-0004');
    await page.getByText('Slik ser den sosiale entreprenøren siden.').waitFor();
    await page.getByRole('heading', { name: 'Vi venter på deg' }).waitFor();
    expect(await button(page, 'Skriv svaret her').count()).toBe(0);
    expect(await page.getByLabel('Meldingen din').count()).toBe(0);
    expect(await askedTwice(page)).toEqual([]);
    for (const address of ['/min-dag', '/saker/2026-0004']) {
      await page.goto(address);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      expect(await askedTwice(page)).toEqual([]);
    }
    await context.close();
  });
});
