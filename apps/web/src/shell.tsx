import { Button, Dropdown, SkipLink } from '@digdir/designsystemet-react';
import {
  ArrowRightLeftIcon,
  ChevronDownIcon,
  CogIcon,
  FolderIcon,
  MoonIcon,
  PersonCircleIcon,
  PlusIcon,
  SunIcon,
  TasklistIcon,
} from '@navikt/aksel-icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import i18next from 'i18next';
import { lazy, Suspense, useEffect } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery, signOut } from './access/me.js';
import type { Me } from './access/me.js';
import { SettingsItems } from './access/settings-items.js';
import { SignedOutDialog } from './access/signed-out-dialog.js';
import { SignInPage } from './access/sign-in-page.js';
import { Refused } from './api/client.js';
import { startLive } from './cases/live/live.js';
import { SearchButton } from './cases/search/search-button.js';
import { Failure, Loading } from './ui/async-view.js';
import { Baton } from './ui/baton.js';
import { useColorScheme } from './ui/color-scheme.js';
import { LazyTourStrip } from './ui/tour/lazy-tour-strip.js';
import { chooseLanguage } from './words/start-words.js';

const LiveStrip = lazy(async () => ({ default: (await import('./cases/live/live-strip.js')).LiveStrip }));

const PLACES = [
  { to: '/min-dag', words: 'shell.myDay', Icon: TasklistIcon },
  { to: '/saker', words: 'shell.cases', Icon: FolderIcon },
  { to: '/overleveringer', words: 'shell.handovers', Icon: ArrowRightLeftIcon },
] as const;
const NEW_CASE = { to: '/saker/ny', words: 'intake.newCase', Icon: PlusIcon } as const;

/** Those who have cases, and the front line. The server knows in which units; see the page. */
const OPENS_CASES = ['mottak', 'saksbehandler', 'leder', 'kommunalsjef', 'kommunedirektor'];
const ADMINISTRATION = {
  to: '/admin',
  words: 'shell.administration',
  short: 'shell.administrationShort',
  Icon: CogIcon,
} as const;

/** What stands around every page of staff. */
export function Shell(): ReactNode {
  const { t } = useTranslation();
  const me = useQuery(meQuery);
  const client = useQueryClient();
  const isSignedIn = me.data !== undefined;
  useEffect(() => (isSignedIn ? startLive(client) : undefined), [client, isSignedIn]);
  const opensCases = OPENS_CASES.some((role) => me.data?.roles.includes(role));
  if (me.error instanceof Refused && me.error.problem.status === 401) return <SignInPage />;
  return (
    <>
      <SkipLink href="#content">{t('shell.skip')}</SkipLink>
      <header className="top">
        <div className="top__in">
          <Link to="/min-dag" className="brand" aria-label={t('shell.home')}>
            <Baton size={34} />
            <span className="brand__name">Stafett</span>
          </Link>
          <Menu className="menu" />
          <div className="top__tools">
            {me.data && <SearchButton />}
            {opensCases && (
              <Button asChild variant="secondary" className="new-case">
                <Link to="/saker/ny">
                  <PlusIcon aria-hidden fontSize="1.25rem" />
                  {t('intake.newCase')}
                </Link>
              </Button>
            )}
            {me.data && <UserMenu me={me.data} />}
            <SchemeButton />
          </div>
        </div>
      </header>
      <LazyTourStrip />
      <main id="content" tabIndex={-1} className="page">
        {me.data ? <Outlet /> : me.error ? <Failure error={me.error} retry={() => void me.refetch()} /> : <Loading />}
      </main>
      <Menu className="bottom-bar" isFrontLine={me.data?.roles.includes('mottak')} />
      {me.data && (
        <Suspense>
          <LiveStrip />
        </Suspense>
      )}
      <SignedOutDialog />
    </>
  );
}

/** The places, on top of a wide page and at the bottom of a phone; one of the two is shown. */
function Menu({
  className,
  isFrontLine = false,
}: {
  readonly className: string;
  /** On a phone they open cases more often than they hand them over. */
  readonly isFrontLine?: boolean | undefined;
}): ReactNode {
  const { t } = useTranslation();
  const { data: me } = useQuery(meQuery);
  const usual = isFrontLine ? [...PLACES.slice(0, 2), NEW_CASE] : PLACES;
  const places = me?.roles.includes('admin') ? [...usual, ADMINISTRATION] : usual;
  return (
    <nav className={className} aria-label={t('shell.mainMenu')}>
      {places.map(({ to, words, Icon, ...place }) => (
        <Link key={to} to={to} activeOptions={{ exact: to === '/saker' && isFrontLine }}>
          {className === 'bottom-bar' && <Icon aria-hidden fontSize="1.5rem" />}
          {t(className === 'bottom-bar' && 'short' in place ? place.short : words)}
        </Link>
      ))}
    </nav>
  );
}

/** A name is a role and a unit in the demonstration, «Saksbehandler, Oppvekst»; others have no comma. */
function UserMenu({ me }: { readonly me: Me }): ReactNode {
  const { t } = useTranslation();
  const [name, unit] = me.name.split(', ');
  const other = i18next.language === 'en' ? 'nb' : 'en';
  return (
    <Dropdown.TriggerContext>
      <Dropdown.Trigger variant="tertiary" data-color="neutral" aria-label={t('shell.userMenu', { name: me.name })}>
        <PersonCircleIcon aria-hidden fontSize="1.5rem" />
        <span className="who__text">
          {name}
          {unit && <small>{unit}</small>}
        </span>
        <ChevronDownIcon aria-hidden />
      </Dropdown.Trigger>
      <Dropdown>
        <Dropdown.List>
          <SettingsItems />
          <Dropdown.Item>
            <Dropdown.Button asChild>
              <Link to="/meg">{t('shell.me')}</Link>
            </Dropdown.Button>
          </Dropdown.Item>
          <Dropdown.Item>
            <Dropdown.Button lang={other} onClick={() => chooseLanguage(other)}>
              {t('shell.otherLanguage')}
            </Dropdown.Button>
          </Dropdown.Item>
          <Dropdown.Item>
            <Dropdown.Button onClick={() => void signOut()}>{t('shell.signOut')}</Dropdown.Button>
          </Dropdown.Item>
        </Dropdown.List>
      </Dropdown>
    </Dropdown.TriggerContext>
  );
}

function SchemeButton(): ReactNode {
  const { t } = useTranslation();
  const { scheme, flip } = useColorScheme();
  const Icon = scheme === 'dark' ? SunIcon : MoonIcon;
  return (
    <Button
      icon
      variant="tertiary"
      data-color="neutral"
      aria-label={t(scheme === 'dark' ? 'shell.light' : 'shell.dark')}
      onClick={flip}
    >
      <Icon aria-hidden fontSize="1.4rem" />
    </Button>
  );
}
