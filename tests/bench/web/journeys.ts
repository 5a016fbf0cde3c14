import type { Page } from 'playwright-core';
import type { TestInstallation } from '#support/test-installation.js';
import { timed } from './slow-page.js';

/** A step that staff do every day: until the page says that it is done. */
export interface Journey {
  readonly what: string;
  readonly user: string;
  readonly times: number;
  /** Makes what the journey needs. @returns the journey, measured in milliseconds. */
  prepare(stafett: TestInstallation, n: number): Promise<(page: Page) => Promise<number>>;
}

const CONTACT = 'Ta kontakt med den som henvendte seg';

const stepInRow: Journey = {
  what: 'step done in its row of My day',
  user: 'mottak',
  times: 3,
  async prepare(stafett, n) {
    const enquiry = {
      organisation: { name: `Målerne ${n}` },
      contact: { name: 'Åse Måler', email: `ase${n}@maal.example` },
      title: `Måling nummer ${n}`,
      description: 'Vi måler hvor lang tid det tar.',
    };
    await (await stafett.signIn('mottak')).post('/enquiries', enquiry);
    return async (page) => {
      await page.goto('/min-dag');
      const matters = page.getByRole('listitem').filter({ hasText: enquiry.title });
      const row = matters.filter({ has: page.getByRole('heading', { name: CONTACT }) });
      await row.locator('.matter__do').getByRole('button').click();
      const form = row.locator('form');
      await form.locator('[type="submit"]').waitFor();
      for (const field of await form.locator('textarea').all()) await field.fill('Ringte og avtalte møte.');
      for (const set of await form
        .locator('fieldset')
        .filter({ has: page.getByRole('radio') })
        .all())
        await set.getByRole('radio').first().check();
      const save = form.locator('[type="submit"]');
      return timed(
        () => save.click(),
        () => page.getByText('Registrert.').waitFor(),
      );
    };
  },
};

const NUMBER = '2026-0003';
const PACKAGE = {
  need: 'Pårørende trenger oversikt og avlastning på kort varsel.',
  firstStep: 'Lag konkurransegrunnlaget innen 11. desember.',
};

const handoverAnswered: Journey = {
  what: 'handover acknowledged on its page',
  user: 'innkjoper',
  times: 1,
  async prepare(stafett) {
    const sender = await stafett.signIn('pilotleder.hjemme');
    const { items } = await sender.get<{ items: { id: string }[] }>(`/collaborations?q=${NUMBER}`);
    const address = `/collaborations/${items[0]?.id ?? ''}`;
    const { next } = await sender.get<{ next: { command: string; body: object }[] }>(address);
    const step = next.find(({ command }) => command === 'draftHandover');
    for (const body of [{ ...step?.body, package: PACKAGE }, { type: 'sendHandover' }]) {
      const { status, body: answer } = await sender.post(`${address}/commands`, body);
      if (status !== 200) throw new Error(`the handover is not sent: ${JSON.stringify(answer)}`);
    }
    const { handover } = await sender.get<{ handover: { id: string } }>(address);
    return async (page) => {
      await page.goto(`/saker/${NUMBER}/overlevering/${handover.id}`);
      const acknowledge = page.getByRole('button', { name: 'Bekreft mottatt' });
      await acknowledge.waitFor();
      return timed(
        () => acknowledge.click(),
        () => page.getByText('Registrert.').waitFor(),
      );
    };
  },
};

export const JOURNEYS: readonly Journey[] = [stepInRow, handoverAnswered];
