import { MoonIcon, SunIcon } from '@navikt/aksel-icons';
import { useQuery } from '@tanstack/react-query';
import i18next from 'i18next';
import { Suspense } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery, signOut } from '../access/me.js';
import { useColorScheme } from '../ui/color-scheme.js';
import { LazyTourStrip } from '../ui/tour/lazy-tour-strip.js';
import { chooseLanguage } from '../words/start-words.js';
import { Waiting } from './parts/answer-view.js';
import { useMunicipality } from './parts/municipality.js';
import { PortalPage } from './portal-page.js';
import { SignedOut } from './parts/signed-out.js';

/** What stands around every page of the portal. */
export function PortalFrame(): ReactNode {
  const { t } = useTranslation();
  const municipality = useMunicipality();
  const { pathname } = window.location;
  const isMine = pathname === '/p' || pathname.startsWith('/p/');
  return (
    <>
      <a className="ds-skip-link" href="#content">
        {t('portal.skip')}
      </a>
      <header className="portal-top">
        <a className="portal-top__name" href={isMine ? '/p' : '/'}>
          {municipality}
        </a>
        <LanguageButton />
        <ColourButton />
      </header>
      <LazyTourStrip />
      <main id="content" tabIndex={-1} className="portal">
        <Suspense fallback={<Waiting />}>
          <PortalPage path={pathname} />
        </Suspense>
      </main>
      <footer className="portal-foot">
        {isMine && <SignedInAs />}
        <nav aria-label={t('portal.about')} className="portal-foot__links">
          <a href="/tilgjengelighet">{t('portal.accessibility')}</a>
          <a href="/personvern">{t('portal.privacy')}</a>
        </nav>
      </footer>
      {isMine && <SignedOut />}
    </>
  );
}

function LanguageButton(): ReactNode {
  const { t } = useTranslation();
  const other = i18next.language === 'en' ? 'nb' : 'en';
  return (
    <button
      type="button"
      className="ds-button"
      data-variant="tertiary"
      data-color="neutral"
      lang={other}
      onClick={() => chooseLanguage(other)}
    >
      {t('portal.otherLanguage')}
    </button>
  );
}

function ColourButton(): ReactNode {
  const { t } = useTranslation();
  const { scheme, flip } = useColorScheme();
  const isDark = scheme === 'dark';
  const Icon = isDark ? SunIcon : MoonIcon;
  return (
    <button
      type="button"
      className="ds-button"
      data-variant="tertiary"
      data-color="neutral"
      data-icon="true"
      aria-label={t(isDark ? 'portal.light' : 'portal.dark')}
      onClick={flip}
    >
      <Icon aria-hidden fontSize="1.4rem" />
    </button>
  );
}

function SignedInAs(): ReactNode {
  const { t } = useTranslation();
  const { data: me } = useQuery(meQuery);
  if (!me) return null;
  return (
    <div>
      <p>{t('portal.signedInAs', { name: me.name })}</p>
      <p className="portal-foot__links">
        <a href="/p/profil">{t('portal.profile')}</a>
        <button type="button" className="plain-button" onClick={() => void signOut()}>
          {t('portal.signOut')}
        </button>
      </p>
    </div>
  );
}
