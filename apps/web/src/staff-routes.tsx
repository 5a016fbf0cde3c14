import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { caseFilterIn } from './cases/lists/case-filter.js';
import { handoverViewIn } from './cases/lists/handover-view.js';
import { administration } from './admin-routes.js';
import { root } from './staff-root.js';
import { addWords } from './words/start-words.js';

const myDay = createRoute({
  getParentRoute: () => root,
  path: '/min-dag',
  component: lazyRouteComponent(() => import('./cases/my-day/my-day-page.js'), 'MyDayPage'),
});

/** A page with the words of handovers and of what is asked. */
async function withRelayWords<Page>(page: Promise<Page>): Promise<Page> {
  await addWords(async (language) =>
    language === 'en'
      ? (await import('./words/relay/relay-en.js')).relayWords
      : (await import('./words/relay/relay-nb.js')).relayWords,
  );
  return page;
}

const oneCase = createRoute({
  getParentRoute: () => root,
  path: '/saker/$number',
  component: lazyRouteComponent(() => withRelayWords(import('./cases/case/case-page.js')), 'CasePage'),
});
const tab = { getParentRoute: () => oneCase };
const overview = createRoute({
  ...tab,
  path: '/',
  component: lazyRouteComponent(() => import('./cases/case/overview-tab.js'), 'OverviewTab'),
});
const TIMELINE_KINDS = ['HANDOVER', 'DEADLINE', 'DECISION', 'MEETING'] as const;
const timeline = createRoute({
  ...tab,
  path: '/tidslinje',
  validateSearch: ({ vis }): { vis?: (typeof TIMELINE_KINDS)[number] } => {
    const kind = TIMELINE_KINDS.find((it) => it === vis);
    return kind ? { vis: kind } : {};
  },
  component: lazyRouteComponent(() => import('./cases/case/timeline.js'), 'TimelineTab'),
});
const checklist = createRoute({
  ...tab,
  path: '/sjekkliste',
  component: lazyRouteComponent(() => import('./cases/case/checklist-tab.js'), 'ChecklistTab'),
});
const asked = createRoute({
  ...tab,
  path: '/sporsmal',
  component: lazyRouteComponent(() => import('./cases/asked/asked-tab.js'), 'AskedTab'),
});
const messages = createRoute({
  ...tab,
  path: '/meldinger',
  component: lazyRouteComponent(() => import('./cases/case/messages-tab.js'), 'MessagesTab'),
});
const documents = createRoute({
  ...tab,
  path: '/dokumenter',
  component: lazyRouteComponent(() => import('./cases/case/documents-tab.js'), 'DocumentsTab'),
});
const facts = createRoute({
  ...tab,
  path: '/opplysninger',
  component: lazyRouteComponent(() => import('./cases/case/facts-tab.js'), 'FactsTab'),
});
const parties = createRoute({
  ...tab,
  path: '/parter',
  component: lazyRouteComponent(() => import('./cases/case/parties-tab.js'), 'PartiesTab'),
});

const cases = createRoute({
  getParentRoute: () => root,
  path: '/saker',
  validateSearch: caseFilterIn,
  component: lazyRouteComponent(() => import('./cases/lists/cases-page.js'), 'CasesPage'),
});
const intake = createRoute({
  getParentRoute: () => root,
  path: '/saker/ny',
  component: lazyRouteComponent(() => import('./cases/intake/intake-page.js'), 'IntakePage'),
});
const handovers = createRoute({
  getParentRoute: () => root,
  path: '/overleveringer',
  validateSearch: handoverViewIn,
  component: lazyRouteComponent(() => import('./cases/lists/handovers-page.js'), 'HandoversPage'),
});
const compose = createRoute({
  getParentRoute: () => root,
  path: '/saker/$number/overlevering/ny',
  validateSearch: ({ til }): { til?: string } => (typeof til === 'string' ? { til } : {}),
  component: lazyRouteComponent(() => withRelayWords(import('./cases/handover/composer-page.js')), 'ComposerPage'),
});
const answer = createRoute({
  getParentRoute: () => root,
  path: '/saker/$number/overlevering/$handover',
  component: lazyRouteComponent(() => withRelayWords(import('./cases/handover/answer-page.js')), 'AnswerPage'),
});

/** The addresses of staff. Each page is a chunk of its own. */
export const router = createRouter({
  routeTree: root.addChildren([
    myDay,
    cases,
    intake,
    handovers,
    compose,
    answer,
    ...administration,
    oneCase.addChildren([overview, timeline, checklist, asked, messages, documents, facts, parties]),
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
