import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { letterFilterIn } from './mailroom/letter-filter.js';
import { mailboxViewIn } from './mailroom/mailbox-view.js';
import { logFilterIn } from './operations/log/log-filter.js';
import { peopleFilterIn } from './people/register/people-filter.js';
import { root } from './staff-root.js';

/** Loads a page together with the words of the administration. */
const withWords =
  <Page,>(load: () => Promise<Page>) =>
  async (): Promise<Page> => {
    const words = import('./words/admin/admin-words.js').then(({ addAdminWords }) => addAdminWords());
    const [page] = await Promise.all([load(), words]);
    return page;
  };

const frame = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  component: lazyRouteComponent(
    withWords(() => import('./operations/admin-frame.js')),
    'AdminFrame',
  ),
});
const place = { getParentRoute: () => frame };

const first = createRoute({
  ...place,
  path: '/',
  beforeLoad: () => redirect({ to: '/admin/enheter', throw: true }),
});
const units = createRoute({
  ...place,
  path: '/enheter',
  component: lazyRouteComponent(
    withWords(() => import('./people/units/units-page.js')),
    'UnitsPage',
  ),
});
const people = createRoute({
  ...place,
  path: '/folk',
  validateSearch: peopleFilterIn,
  component: lazyRouteComponent(
    withWords(() => import('./people/register/people-page.js')),
    'PeoplePage',
  ),
});
const sheet = createRoute({
  ...place,
  path: '/folk/importer',
  component: lazyRouteComponent(
    withWords(() => import('./people/import/import-page.js')),
    'ImportPage',
  ),
});
const person = createRoute({
  ...place,
  path: '/folk/$person',
  component: lazyRouteComponent(
    withWords(() => import('./people/register/person-page.js')),
    'PersonPage',
  ),
});
const departure = createRoute({
  ...place,
  path: '/folk/$person/slutter',
  component: lazyRouteComponent(
    withWords(() => import('./people/leaving/departure-page.js')),
    'DeparturePage',
  ),
});
const absences = createRoute({
  ...place,
  path: '/fravaer',
  component: lazyRouteComponent(
    withWords(() => import('./people/absences/absences-page.js')),
    'AbsencesPage',
  ),
});
const areas = createRoute({
  ...place,
  path: '/omrader',
  component: lazyRouteComponent(
    withWords(() => import('./people/areas/areas-page.js')),
    'AreasPage',
  ),
});
const organisations = createRoute({
  ...place,
  path: '/organisasjoner',
  validateSearch: ({ q, valgt }: Readonly<Record<string, unknown>>): { q?: string; valgt?: string } => ({
    ...((typeof q === 'string' || typeof q === 'number') && { q: String(q) }),
    ...(typeof valgt === 'string' && { valgt }),
  }),
  component: lazyRouteComponent(
    withWords(() => import('./organisations/organisations-page.js')),
    'OrganisationsPage',
  ),
});
const process = createRoute({
  ...place,
  path: '/prosess',
  component: lazyRouteComponent(
    withWords(() => import('./process/process-page.js')),
    'ProcessPage',
  ),
});
const letters = createRoute({
  ...place,
  path: '/brev',
  validateSearch: letterFilterIn,
  component: lazyRouteComponent(
    withWords(() => import('./mailroom/letters-page.js')),
    'LettersPage',
  ),
});
const log = createRoute({
  ...place,
  path: '/logg',
  validateSearch: logFilterIn,
  component: lazyRouteComponent(
    withWords(() => import('./operations/log/log-page.js')),
    'LogPage',
  ),
});
const operations = createRoute({
  ...place,
  path: '/drift',
  component: lazyRouteComponent(
    withWords(() => import('./operations/operations-page.js')),
    'OperationsPage',
  ),
});

const mailbox = createRoute({
  getParentRoute: () => root,
  path: '/postkasse',
  validateSearch: mailboxViewIn,
  component: lazyRouteComponent(
    withWords(() => import('./mailroom/mailbox-page.js')),
    'MailboxPage',
  ),
});
const me = createRoute({
  getParentRoute: () => root,
  path: '/meg',
  component: lazyRouteComponent(
    withWords(() => import('./people/me/me-page.js')),
    'MePage',
  ),
});

/** The administration, the demonstration's mailbox, and one's own page. */
export const administration = [
  frame.addChildren([
    first,
    units,
    people,
    sheet,
    person,
    departure,
    absences,
    areas,
    organisations,
    process,
    letters,
    log,
    operations,
  ]),
  mailbox,
  me,
] as const;
