import '@fontsource-variable/inter';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { reloadForNewBuild } from './api/new-build.js';
import { queryClient } from './api/query-client.js';
import { PortalFrame } from './portal/portal-frame.js';
import './ui/designsystemet-portal.css';
import './ui/theme/stafett.css';
import './ui/base.css';
import './portal/portal.css';
import { startColorScheme } from './ui/color-scheme.js';
import { portalMineWords } from './words/portal/portal-mine-nb.js';
import { portalWords } from './words/portal/portal-nb.js';
import { startWords } from './words/start-words.js';
import type { Language } from './words/start-words.js';

async function wordsIn(language: Language): Promise<object> {
  if (language === 'nb') return { ...portalWords, ...portalMineWords };
  const [all, mine] = await Promise.all([
    import('./words/portal/portal-en.js'),
    import('./words/portal/portal-mine-en.js'),
  ]);
  return { ...all.portalWords, ...mine.portalMineWords };
}

/** The entry of entrepreneurs and the public: a phone opens it from a link in a mail, so it loads as little as it can. */
reloadForNewBuild();
startColorScheme();
await startWords(wordsIn);
const place = document.getElementById('root');
if (!place) throw new Error('the page has no root');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <PortalFrame />
    </QueryClientProvider>
  </StrictMode>,
);
