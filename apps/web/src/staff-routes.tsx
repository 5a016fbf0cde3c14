import { Link, createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Shell } from './shell.js';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });
const myDay = createRoute({
  getParentRoute: () => root,
  path: '/min-dag',
  component: lazyRouteComponent(() => import('./cases/my-day/my-day-page.js'), 'MyDayPage'),
});

/** The addresses of staff. Each page is a chunk of its own. */
export const router = createRouter({
  routeTree: root.addChildren([myDay]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

function NotFound(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="message">
      <h1>{t('state.notFoundTitle')}</h1>
      <Link to="/min-dag">{t('state.toMyDay')}</Link>
    </div>
  );
}
