import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deepMerge, minimalBody } from '#domain/next/minimal-body.js';
import type { ObjectSchema } from '#domain/next/proposed-step.js';
import type { ApiClient } from '#support/api-client.js';
import type { VisibleCase } from '#support/follow-next-steps.js';
import type { Browser } from 'playwright-core';
import type { TestInstallation } from '#support/test-installation.js';
import { sendEnquiry } from '../e2e/send-enquiry.js';
import { fillIn } from './relay-driver.js';
import { launchChromium, openVisitor } from './web-browser.js';
import { webInstallation } from './web-installation.js';

const TITLE = 'Måltidsvenner i alle bydeler';
/** Those of domain.md E who have a part in the relay, by the role in their names. */
const PEOPLE = ['mentorkoordinator', 'innkjoper', 'kontraktsforvalter', 'evaluator', 'leder', 'pilotleder'];
const IN_A_ROW = ['registerFact', 'tickItem', 'answerQuestion', 'decideGate', 'acknowledgeHandover'];

let stafett: TestInstallation;
let browser: Browser;
beforeAll(async () => {
  stafett = await webInstallation();
  browser = await launchChromium();
}, 120_000);
afterAll(() => browser?.close());

interface WorkRow {
  readonly collaboration: { readonly id: string };
  readonly deadline: { readonly act?: { readonly command: string; readonly notBefore?: string } };
}

/** Whether My day of this person has a step in the case that is done in its row. */
async function hasStep(client: ApiClient, id: string): Promise<boolean> {
  const work = await client.get<Readonly<Record<string, readonly WorkRow[]>>>('/me/work');
  const row = ['overdue', 'today', 'soon', 'later']
    .flatMap((name) => work[name] ?? [])
    .find(({ collaboration }) => collaboration.id === id);
  const act = row?.deadline.act;
  return act !== undefined && act.notBefore === undefined && IN_A_ROW.includes(act.command);
}

/** Signs in, finds the step on My day, and does it there. @param byKeys  with the keyboard alone. */
async function doOnMyDay(user: string, byKeys: boolean): Promise<void> {
  const { page, context, faults } = await openVisitor(browser, stafett, { user });
  await page.goto('/min-dag');
  const row = page.locator('.matter').filter({ has: page.getByRole('link', { name: TITLE }) });
  await row.first().waitFor();
  if (byKeys) {
    await row.first().getByRole('link', { name: TITLE }).focus();
    await page.keyboard.press('e');
  } else await row.first().locator('.matter__do .ds-button').first().click();
  const form = row.first().locator('form');
  await fillIn(form);
  if (byKeys) {
    await form.locator('[type="submit"]').focus();
    await page.keyboard.press('Enter');
  } else await form.locator('[type="submit"]').click();
  await page.getByText('Registrert.').waitFor();
  expect(faults).toEqual([]);
  await context.close();
}

describe('each who has a part in the relay', () => {
  it('signs in, finds the step on My day, and does it there', async () => {
    const id = await sendEnquiry(stafett, TITLE);
    const sessions = new Map<string, ApiClient>();
    const as = async (user: string): Promise<ApiClient> => {
      const client = sessions.get(user) ?? (await stafett.signIn(user));
      sessions.set(user, client);
      return client;
    };
    const read = async () => (await (await as('controller')).case(id)) as unknown as VisibleCase;
    const done = new Set<string>();
    for (let view = await read(); view.state === 'OPEN'; view = await read()) {
      const [step] = view.next;
      const user = step?.by[0]?.user ?? '';
      const role = user.split('.')[0] ?? '';
      if (!step) throw new Error(`nothing to do in ${view.phase}`);
      if (PEOPLE.includes(role) && !done.has(role) && (await hasStep(await as(user), id))) {
        await doOnMyDay(user, done.size % 2 === 1);
        done.add(role);
      } else {
        const on = step.body['fact'] === 'operationStarted' ? { on: '2026-05-20' } : {};
        const filled = deepMerge({ type: step.command, ...step.body, ...on }, minimalBody(step.input as ObjectSchema));
        await (await as(user)).submit(id, filled);
      }
    }
    expect([...done].sort()).toEqual([...PEOPLE].sort());
  }, 300_000);
});
