import '@fontsource-variable/inter';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { PortalFrame } from './portal/portal-frame.js';
import './ui/designsystemet-portal.css';
import './ui/theme/stafett.css';
import './ui/base.css';
import './portal/portal.css';
import { startColorScheme } from './ui/color-scheme.js';
import { portalWords } from './words/portal-nb.js';
import { startWords } from './words/start-words.js';

/** The entry of entrepreneurs and the public: a phone opens it from a link in a mail, so it loads as little as it can. */
startColorScheme();
await startWords(async (language) =>
  language === 'en' ? (await import('./words/portal-en.js')).portalWords : portalWords,
);
const place = document.getElementById('root');
if (!place) throw new Error('the page has no root');
createRoot(place).render(
  <StrictMode>
    <PortalFrame />
  </StrictMode>,
);
