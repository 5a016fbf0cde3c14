import { Link, Outlet, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../access/me.js';
import type { Me } from '../access/me.js';
import '../ui/in-place.css';
import '../ui/list-filter.css';

/** The places of the administration, and who besides administrators may see them. */
const PLACES = [
  { to: '/admin/enheter', words: 'admin.place.units' },
  { to: '/admin/folk', words: 'admin.place.people' },
  { to: '/admin/fravaer', words: 'admin.place.absences' },
  { to: '/admin/organisasjoner', words: 'admin.place.organisations' },
  { to: '/admin/omrader', words: 'admin.place.areas' },
  { to: '/admin/prosess', words: 'admin.place.process', isForAll: true },
  { to: '/admin/brev', words: 'admin.place.letters', isForAll: true },
  { to: '/admin/logg', words: 'admin.place.log', role: 'controller' },
  { to: '/admin/drift', words: 'admin.place.operations' },
] as const;

type Place = (typeof PLACES)[number];

const mayOpen = (place: Place, { roles }: Me): boolean =>
  roles.includes('admin') || 'isForAll' in place || ('role' in place && roles.includes(place.role));

/** What stands around the pages of the administration; whoever may not open one is told so in plain words. */
export function AdminFrame(): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const { pathname } = useLocation();
  const here = PLACES.find(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  if (here && !mayOpen(here, me))
    return (
      <div className="message">
        <h1>{t('admin.forbiddenTitle')}</h1>
        <p>{t('admin.forbidden', { name: me.name })}</p>
        <Link to="/min-dag">{t('admin.toTop')}</Link>
      </div>
    );
  return (
    <>
      <h1>{t('admin.title')}</h1>
      <nav className="tabs" aria-label={t('admin.menu')}>
        {PLACES.filter((place) => mayOpen(place, me)).map(({ to, words }) => (
          <Link key={to} to={to} {...(here?.to === to && { 'aria-current': 'page' as const })}>
            {t(words)}
          </Link>
        ))}
      </nav>
      <div className="admin">
        <Outlet />
      </div>
    </>
  );
}
