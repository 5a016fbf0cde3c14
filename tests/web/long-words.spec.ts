import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { TestInstallation } from '#support/test-installation.js';
import { DESKTOP, glance, isTooWide, launchChromium, openVisitor, PHONE, takePicture } from './web-browser.js';
import { webInstallation } from './web-installation.js';

const WORD = 'Åpenhjertighetsfellesskapet'.repeat(8).slice(0, 200);
const TABS = ['', '/tidslinje', '/sjekkliste', '/sporsmal', '/meldinger', '/dokumenter', '/opplysninger', '/parter'];

let stafett: TestInstallation;
let browser: Browser;
beforeAll(async () => {
  stafett = await webInstallation();
  browser = await launchChromium();
}, 120_000);
afterAll(() => browser?.close());

describe('a word of two hundred letters', () => {
  it.each([
    ['a phone', PHONE, TABS],
    ['a desk', DESKTOP, ['', '/parter']],
  ])('in title, enquiry, note and the name of an organisation widens no page on %s', async (name, size, tabs) => {
    const { page, context, faults } = await openVisitor(browser, stafett, { user: 'mottak', size });
    const post = async (path: string, data: object) => {
      const answer = await context.request.post(path, { data, headers: { 'Idempotency-Key': randomUUID() } });
      expect([path, answer.status()]).toEqual([path, 201]);
      return answer.json();
    };
    const { id, number } = await post('/api/v1/collaborations', {
      ...{ title: WORD, description: `Ringte om ${WORD}`, channel: 'phone', origin: 'enquiry' },
      ...{ organisation: { name: WORD }, contact: { name: `Kari ${WORD}`.slice(0, 100), phone: '90011222' } },
    });
    await post(`/api/v1/collaborations/${id}/notes`, { text: WORD, visibility: 'INTERNAL' });
    await post(`/api/v1/collaborations/${id}/messages`, { text: WORD, contact: false });
    const wide: string[] = [];
    const places = ['/min-dag', '/saker', ...tabs.map((tab) => `/saker/${number}${tab}`), `/p/${number}`];
    for (const place of places) {
      await page.goto(place);
      await page.getByText(WORD).first().waitFor();
      if (await isTooWide(page)) wide.push(place);
      await takePicture(page, `long-${name}${place.replaceAll('/', '-')}`);
    }
    expect(wide).toEqual([]);
    // What was said at first, who said it and how it came in stand on the case.
    await page.goto(`/saker/${number}`);
    const enquiry = page.getByRole('region', { name: 'Henvendelsen' });
    await enquiry.getByText(`Ringte om ${WORD}`).waitFor();
    await enquiry.getByText('Kom inn på telefon.').waitFor();
    await page.getByRole('complementary').getByRole('link', { name: /900/ }).first().waitFor();
    expect(await glance(page, `enquiry-${name}`)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});
