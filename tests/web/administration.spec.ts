import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { sharedInstallation } from '#support/test-installation.js';
import type { TestInstallation } from '#support/test-installation.js';
import { DESKTOP, glance, launchChromium, openVisitor, PHONE } from './web-browser.js';
import type { Visitor } from './web-browser.js';

/** An hour passes in six seconds, so that one can wait for it. */
const SPEED = 600;

let stafett: TestInstallation;
let browser: Browser;
beforeAll(async () => {
  const options = { startAt: '2026-11-26T08:14:00+01:00', seed: 'demo', speed: SPEED } as const;
  ({ stafett } = await sharedInstallation('administration', options, async () => undefined));
  browser = await launchChromium();
}, 120_000);
afterAll(() => browser?.close());

const phone = (user: string): Promise<Visitor> => openVisitor(browser, stafett, { user, size: PHONE });
const place = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Administrasjon' }).getByRole('link', { name, exact: true });
/** Chooses one of many by writing most of its name. */
async function choose(page: Page, label: string, choice: string): Promise<void> {
  const field = page.locator('.schema-form input').and(page.getByLabel(label));
  await field.click();
  await field.pressSequentially(choice.slice(0, -1));
  await page.getByRole('option', { name: choice, exact: true }).filter({ visible: true }).click();
}

describe('an administrator', () => {
  it('adds a unit and a person, gives a role, and says that the person is away with a substitute', async () => {
    const { page, context, faults } = await openVisitor(browser, stafett, { user: 'admin' });
    await page.goto('/min-dag');
    await page.getByRole('navigation', { name: 'Hovedmeny' }).getByRole('link', { name: 'Administrasjon' }).click();
    await page.getByRole('button', { name: 'Ny enhet under Oppvekst', exact: true }).click();
    await page.getByLabel('Navn').fill('Fritidsklubbene');
    await page.getByRole('radio', { name: 'Nei' }).check();
    expect(await glance(page, 'admin-units-form')).toEqual([]);
    await page.getByRole('button', { name: 'Ny enhet', exact: true }).last().click();
    await page.getByText('Fritidsklubbene', { exact: true }).waitFor();

    await page.getByRole('link', { name: 'Folk i Fritidsklubbene' }).click();
    await page.getByRole('button', { name: 'Ny person' }).click();
    await page.getByLabel('Navn', { exact: true }).fill('Åse Ødegård');
    await page.getByRole('textbox', { name: 'E-post' }).fill('ikke en adresse');
    await page.getByRole('radio', { name: 'Ja' }).check();
    const add = page.getByRole('button', { name: 'Ny person' });
    await add.click();
    await page.getByRole('alert').waitFor();
    await page.getByRole('textbox', { name: 'E-post' }).fill('ase.odegard@fjordvik.example');
    await add.click();
    await page.getByRole('heading', { name: 'Åse Ødegård' }).waitFor();

    await page.getByRole('button', { name: 'Gi en rolle' }).click();
    await choose(page, 'Rolle', 'saksbehandler');
    await choose(page, 'Enhet', 'Oppvekst');
    await page.getByRole('button', { name: 'Gi en rolle' }).click();
    await page.getByRole('listitem').filter({ hasText: 'saksbehandler · Oppvekst' }).waitFor();

    await page.getByRole('button', { name: 'Meld fravær' }).click();
    await page.getByLabel('Fra og med').fill('30.11');
    await choose(page, 'Vikar', 'Saksbehandler, Oppvekst');
    await page.getByRole('button', { name: 'Meld fravær' }).click();
    await page.getByText('Vikar: Saksbehandler, Oppvekst').waitFor();
    expect(await glance(page, 'admin-person')).toEqual([]);
    await place(page, 'Fravær').click();
    await page.getByText('Åse Ødegård ·').waitFor();
    expect(await glance(page, 'admin-absences')).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('tries a sheet, sees the line that is wrong, mends it, and takes it in', async () => {
    const { page, context, faults } = await phone('admin');
    await page.goto('/admin/folk/importer');
    const sheet = (unit: string): string =>
      [
        'navn;enhet;e-post;rolle',
        'Bård Hansen;Oppvekst;bard@fjordvik.example;mentor',
        `Siv Li;${unit};siv@fjordvik.example;`,
      ].join('\n');
    await page.getByLabel('Eller lim inn her').fill(sheet('Opvekst'));
    await page.getByRole('button', { name: 'Prøv uten å skrive noe' }).click();
    await page.getByText('1 ny, 1 avvist').waitFor();
    await page.getByRole('row', { name: /Linje 3 Avvist/ }).waitFor();
    expect(await page.getByRole('button', { name: 'Ta inn', exact: true }).count()).toBe(0);
    expect(await glance(page, 'admin-import')).toEqual([]);
    const bytes = Buffer.from(sheet('Kultur').replace('Bård', 'B\u00e5rd'), 'latin1');
    await page.getByLabel('CSV-fil').setInputFiles({ name: 'folk.csv', mimeType: 'text/csv', buffer: bytes });
    await page.getByText(/som var lagret i Windows-koding/).waitFor();
    await page.getByRole('button', { name: 'Prøv uten å skrive noe' }).click();
    await page.getByText('2 nye.').waitFor();
    await page.getByRole('button', { name: 'Ta inn', exact: true }).click();
    await page.getByRole('button', { name: 'Ta inn', exact: true }).click();
    await page.getByRole('strong').getByText('Tatt inn.').waitFor();
    await page.goto('/admin/folk?q=Bård');
    await page.getByRole('link', { name: 'Bård Hansen' }).waitFor();
    expect(await glance(page, 'admin-people')).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('sees what somebody who leaves holds, tries it, and passes it on', async () => {
    const { page, context, faults } = await phone('admin');
    await page.goto('/admin/folk/saksbehandler.oppvekst/slutter');
    await page.getByText('2026-0008 Foreldreveiledning på flere språk').waitFor();
    const takesOver = page.getByRole('combobox', { name: 'Hvem overtar', exact: true });
    await takesOver.selectOption({ label: 'Leder, Oppvekst' });
    await page.getByRole('button', { name: 'Prøv uten å gjøre noe' }).click();
    await page.getByText('Den som har saken, kan ikke være sin egen stedfortreder.').waitFor();
    expect(await page.getByRole('button', { name: 'Gi videre og avslutt' }).count()).toBe(0);
    expect(await glance(page, 'admin-departure')).toEqual([]);
    await takesOver.selectOption({ label: 'Saksbehandler, Kultur' });
    await page.getByRole('button', { name: 'Prøv uten å gjøre noe' }).click();
    await page
      .getByRole('strong')
      .getByText(/Slik blir det. Ingenting er gjort ennå/)
      .waitFor();
    await page.getByRole('button', { name: 'Gi videre og avslutt' }).click();
    await page.getByRole('button', { name: 'Gi videre og avslutt' }).click();
    await page
      .getByRole('strong')
      .getByText(/har sluttet. Alt er gitt videre/)
      .waitFor();
    await page.goto('/admin/folk?sluttet=true');
    await page.getByRole('link', { name: 'Saksbehandler, Oppvekst' }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('reads the process, letters, the log and how the installation stands, in both languages and colours', async () => {
    const visitor = { user: 'admin', size: DESKTOP, colours: 'dark', language: 'en' } as const;
    const { page, context, faults } = await openVisitor(browser, stafett, visitor);
    const seen: string[] = [];
    for (const [address, words] of [
      ['prosess', 'Out of first contact'],
      ['brev', 'All letters of the installation'],
      ['logg', 'The process changed'],
      ['drift', 'cases are healthy. None hangs.'],
      ['omrader', 'Saksbehandler, NAV Fjordvik'],
      ['organisasjoner?q=nabobenken', 'Nabobenken Samvær AS'],
      ['enheter', 'May have cases'],
    ] as const) {
      await page.goto(`/admin/${address}`);
      if (address === 'enheter') await page.getByRole('button', { name: 'Change Oppvekst', exact: true }).click();
      await page.getByText(words).filter({ visible: true }).first().waitFor();
      seen.push(...(await glance(page, `admin-${address.split('?')[0]}-en-dark`)));
    }
    expect(seen).toEqual([]);
    await page.goto('/admin/prosess');
    await page.getByRole('heading', { name: 'Deadlines' }).click();
    await page.getByRole('searchbox', { name: 'Search the deadlines' }).fill('forvaltningsloven § 11 a');
    await page.getByRole('row', { name: /1 month/ }).waitFor();
    await page.goto('/admin/logg');
    await page.getByLabel('Event').selectOption('signedIn');
    await page.waitForURL(/hva=signedIn/);
    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download as CSV' }).click(),
    ]);
    expect(csv.suggestedFilename()).toBe('revisjonslogg.csv');
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('a person', () => {
  it('who is no administrator has no way to the administration, and is told why', async () => {
    const { page, context, faults } = await phone('leder.helse');
    await page.goto('/admin/folk');
    await page.getByRole('heading', { name: 'Denne siden er for administratorer' }).waitFor();
    expect(await page.getByRole('link', { name: 'Admin' }).count()).toBe(0);
    expect(await glance(page, 'admin-forbidden')).toEqual([]);
    await page.goto('/admin/brev');
    await page.getByRole('heading', { name: 'Brev' }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('chooses how pages look, says when they are away, and ends their other sessions', async () => {
    const other = await phone('pilotleder.helse');
    const { page, context, faults } = await phone('pilotleder.helse');
    await page.goto('/meg');
    await page.getByRole('radio', { name: 'Mørkt' }).check();
    const kept = page.waitForResponse('**/api/v1/me/settings');
    await page.getByRole('radio', { name: 'Tett' }).click();
    await page.locator('html[data-density="tight"]').waitFor();
    await kept;
    expect(await glance(page, 'me')).toEqual([]);
    await page.reload();
    const root = page.locator('html');
    expect(await root.getAttribute('data-color-scheme')).toBe('dark');
    await page.locator('html[data-density="tight"]').waitFor();
    await page.getByRole('button', { name: 'Meld fravær' }).click();
    await page.getByLabel('Fra og med').fill('i morgen');
    await page.getByRole('button', { name: 'Meld fravær' }).click();
    await page.getByText(/nov\. inntil videre/).waitFor();
    await page.getByRole('button', { name: 'Avslutt alle andre' }).click();
    await page.getByRole('button', { name: 'Avslutt alle andre' }).click();
    await page.getByRole('button', { name: 'Avslutt alle andre' }).waitFor({ state: 'detached' });
    await page.getByText('· Denne nettleseren').waitFor();
    expect((await other.context.request.get('/api/v1/me')).status()).toBe(401);
    expect(faults).toEqual([]);
    await Promise.all([context.close(), other.context.close()]);
  });
});

describe('the mailbox of the demonstration', () => {
  it('has the link that an entrepreneur asked for, and it signs in', async () => {
    const { page, context, faults } = await phone('mottak');
    const { email } = await (await stafett.signIn('admin')).get<{ email: string }>('/people/entreprenor.01');
    await context.request.post('/api/v1/sign-in-links', { data: { email } });
    await page.goto('/postkasse');
    await page
      .getByRole('link', { name: /Stafett/ })
      .first()
      .waitFor();
    await page.getByRole('list', { name: 'E-post' }).getByRole('link').first().click();
    const link = page.getByRole('article').getByRole('link').first();
    await link.waitFor();
    expect(await glance(page, 'mailbox')).toEqual([]);
    await link.click();
    await page.getByRole('button').first().click();
    await page.waitForURL(/\/p(\/|$)/);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('the tour of a demonstration', () => {
  it('leads through three roles from the front page, by keyboard, and can be left', async () => {
    const { page, context, faults } = await openVisitor(browser, stafett, { size: PHONE });
    await page.goto('/');
    await page.getByRole('link', { name: /^Ta omvisningen/ }).click();
    for (const [name, address, lands] of [
      ['Pilotleder, Hjemmetjenesten', /min-dag/, 'Min dag'],
      ['Leder, Oppvekst', /min-dag/, 'Min dag'],
      ['entreprenor.06', /\/p\/2026-/, /\S/],
    ] as const) {
      await page.getByRole('button', { name: `Logg inn som ${name}` }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(address);
      await page.getByRole('complementary', { name: 'Omvisning' }).waitFor();
      await page.getByRole('heading', { level: 1, name: lands }).waitFor();
      // The pages themselves have their own journeys; here it is the strip beside them.
      if (name.startsWith('Pilotleder')) expect(await glance(page, 'tour-strip')).toEqual([]);
      await page.getByRole('link', { name: 'Til omvisningen' }).click();
      await page.getByRole('heading', { level: 1, name: 'Omvisning' }).waitFor();
    }
    expect(await page.getByText('Sett ✓').count()).toBe(3);
    await page.getByRole('button', { name: 'Avslutt omvisningen' }).click();
    await page.goto('/p');
    expect(await page.getByRole('complementary', { name: 'Omvisning' }).count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('says how fast the clock runs and waits for an hour of it, as it cannot be moved', async () => {
    const { page, context, faults } = await openVisitor(browser, stafett, { language: 'en', colours: 'dark' });
    await page.goto('/omvisning');
    await page.getByText(/The clock of the demonstration: .* 600 times faster/).waitFor();
    expect(await glance(page, 'tour-en-dark')).toEqual([]);
    const before = Date.parse(await stafett.now());
    await page.getByRole('button', { name: 'One hour, about 6 seconds' }).click();
    await page.getByText(/^Waiting for/).waitFor();
    await page.getByText(/^Now it is/).waitFor();
    expect(Date.parse(await stafett.now()) - before).toBeGreaterThanOrEqual(3_600_000);
    expect(faults).toEqual([]);
    await context.close();
  });
});
