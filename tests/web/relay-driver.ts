import type { Browser, Locator, Page } from 'playwright-core';
import { until } from '#infra/up/shared/wait.js';
import type { ApiClient } from '#support/api-client.js';
import type { TestInstallation } from '#support/test-installation.js';
import { openVisitor, takePicture } from './web-browser.js';
import type { Visitor } from './web-browser.js';

/** What the driver reads of a case: who is asked for what next. */
interface CaseView {
  readonly number: string;
  readonly phase: string;
  readonly state: string;
  readonly version: number;
  readonly next: readonly {
    readonly command: string;
    readonly label: string;
    readonly by: readonly { readonly user: string }[];
    readonly body: Readonly<Record<string, unknown>>;
  }[];
}

type Step = CaseView['next'][number];

/** Fills in more than the driver would, before a step's form is sent. */
export type Special = (form: Locator) => Promise<void>;

interface Relay {
  readonly browser: Browser;
  readonly stafett: TestInstallation;
  /** Somebody who reads every case. */
  readonly reader: ApiClient;
  readonly id: string;
  /** By fact. */
  readonly special: Readonly<Record<string, Special>>;
}

const MOST_STEPS = 150;

/**
 * Carries a case from person to person by mouse: opens it as the one whom it waits for, presses the filled button, fills in the form by its
 * labels, sees «Registrert.», until the case is closed.
 * @returns the phases in order, who did something, and what went wrong in any of their windows.
 */
export async function carryByMouse(relay: Relay) {
  const windows = new Map<string, Visitor>();
  const phases: string[] = [];
  let steps = 0;
  let before = '';
  for (let view = await viewOf(relay); view.state === 'OPEN'; view = await changedFrom(relay, view)) {
    if (phases.at(-1) !== view.phase) phases.push(view.phase);
    const [step] = view.next;
    const user = step?.by[0]?.user;
    if (!step || user === undefined || (steps += 1) > MOST_STEPS) throw new Error(`nothing to press in ${view.phase}`);
    const visitor = windows.get(user) ?? (await openVisitor(relay.browser, relay.stafett, { user }));
    windows.set(user, visitor);
    const goesOn = before === user;
    before = user;
    await takeStep(visitor.page, { view, step, goesOn, special: relay.special }).catch(async (error: unknown) => {
      await takePicture(visitor.page, 'relay-stopped');
      const said = await visitor.page.locator('[role="alert"], .ds-validation-message').allInnerTexts();
      const where = `${user}, «${step.label}» in ${view.phase}, step ${steps}`;
      throw new Error(`${where}: ${said.join(' | ')} ${String(error)}`, { cause: error });
    });
  }
  const faults = [...windows.values()].flatMap((visitor) => visitor.faults);
  await Promise.all([...windows.values()].map(({ context }) => context.close()));
  return { phases, people: [...windows.keys()], steps, faults };
}

const viewOf = async ({ reader, id }: Relay): Promise<CaseView> => await reader.case(id);

async function changedFrom(relay: Relay, before: CaseView): Promise<CaseView> {
  return until(
    async () => {
      const view = await viewOf(relay);
      if (view.version === before.version) throw new Error('nothing has happened yet');
      return view;
    },
    { withinMs: 30_000, everyMs: 50 },
  );
}

interface Taken {
  readonly view: CaseView;
  readonly step: Step;
  /** Whether the same person did the step before: the page that is open shows what is next. */
  readonly goesOn: boolean;
  readonly special: Relay['special'];
}

async function takeStep(page: Page, { view, step, goesOn, special }: Taken): Promise<void> {
  const address = `/saker/${view.number}`;
  const steps = page.locator('.next__do');
  const named = { name: step.label, exact: true };
  const button = steps.getByRole('button', named).or(steps.getByRole('link', named)).first();
  if (!goesOn || new URL(page.url()).pathname !== address || !(await appears(button))) await page.goto(address);
  await button.click();
  if (step.command === 'draftHandover' || step.command === 'sendHandover') return sendHandover(page);
  if (step.command.endsWith('Handover')) return takeOver(page);
  const form = page.locator('.next__form form');
  await special[String(step.body['fact'])]?.(form);
  await fillIn(form);
  await form.locator('[type="submit"]').click();
  await page.getByText('Registrert.').waitFor();
  await form.waitFor({ state: 'detached' });
}

const appears = (button: Locator): Promise<boolean> =>
  button.waitFor({ timeout: 1_000 }).then(
    () => true,
    () => false,
  );

/** Whatever must be filled in and is not: the first choice, or a sentence. */
export async function fillIn(form: Locator): Promise<void> {
  await form.waitFor();
  for (const set of await form.locator('fieldset.field--choices').all())
    if ((await set.getByRole('radio').count()) > 0 && !(await set.getByText('(valgfritt)').isVisible()))
      await set.getByRole('radio').first().check();
  for (const field of await form.locator('[aria-required="true"]').all()) {
    if ((await field.inputValue()) !== '') continue;
    if ((await field.getAttribute('role')) === 'combobox') {
      await field.click();
      await form.getByRole('option').first().click();
    } else if ((await field.evaluate('(it) => it.tagName')) === 'SELECT') await field.selectOption({ index: 1 });
    else await field.fill('Dette er gjort, og begge sider er enige.');
  }
}

/** Writes what the case does not know, and sends. */
async function sendHandover(page: Page): Promise<void> {
  const send = page.getByRole('button', { name: 'Send overleveringen' });
  await send.waitFor();
  for (const part of await page.locator('.part textarea').all())
    if ((await part.inputValue()) === '') await part.fill('Ring entreprenøren innen fredag.');
  await send.click();
  await page.waitForURL(/overlevering\/h\d+$/);
}

/** The receiver's page. Whoever takes over has confirmed by that. */
async function takeOver(page: Page): Promise<void> {
  const panel = page.getByRole('complementary');
  await panel.getByRole('button', { name: 'Overta saken' }).click();
  await panel.locator('form [type="submit"]').click();
  await page.getByText('Registrert.').first().waitFor();
}
