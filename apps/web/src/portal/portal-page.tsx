import { lazy } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LandingPage } from './landing-page.js';

const EnquiryPage = lazy(async () => ({ default: (await import('./enquiry/enquiry-page.js')).EnquiryPage }));
const ReceiptPage = lazy(async () => ({ default: (await import('./enquiry/receipt-page.js')).ReceiptPage }));
const CaseListPage = lazy(async () => ({ default: (await import('./mine/case-list-page.js')).CaseListPage }));
const ProfilePage = lazy(async () => ({ default: (await import('./profile/profile-page.js')).ProfilePage }));
const AboutPage = lazy(async () => ({ default: (await import('./about/about-page.js')).AboutPage }));
const TourPage = lazy(async () => {
  const [{ addTourWords }, tour] = await Promise.all([
    import('../words/tour/tour-words.js'),
    import('./tour/tour-page.js'),
  ]);
  await addTourWords();
  return { default: tour.TourPage };
});
const CasePage = lazy(async () => ({ default: (await import('./mine/case-page.js')).CasePage }));

/** The page of an address. Whoever goes on loads the next one anew, so that there is no router to load. */
export function PortalPage({ path }: { readonly path: string }): ReactNode {
  const [place, first, second, ...rest] = path.split('/').slice(1).filter(Boolean).map(decodeURIComponent);
  if (place === undefined) return <LandingPage />;
  if (second === undefined && place === 'p' && first === 'profil') return <ProfilePage />;
  if (first === undefined && (place === 'tilgjengelighet' || place === 'personvern')) return <AboutPage of={place} />;
  if (rest.length === 0 && place === 'p' && second === undefined)
    return first === undefined ? <CaseListPage /> : <CasePage number={first} />;
  if (place === 'ny' && first === undefined) return <EnquiryPage />;
  if (rest.length === 0 && place === 'ny' && first === 'kvittering' && second !== undefined)
    return <ReceiptPage secret={second} />;
  if (place === 'omvisning' && first === undefined) return <TourPage />;
  return <NotFound />;
}

function NotFound(): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t('portal.notFound')}</h1>
      <a href="/">{t('portal.frontPage')}</a>
    </>
  );
}
