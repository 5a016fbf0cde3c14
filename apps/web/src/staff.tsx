import '@fontsource-variable/inter';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { reloadForNewBuild } from './api/new-build.js';
import { queryClient } from './api/query-client.js';
import { router } from './staff-routes.js';
import './ui/designsystemet.css';
import './ui/theme/stafett.css';
import './ui/base.css';
import './ui/rows.css';
import './shell.css';
import { startColorScheme } from './ui/color-scheme.js';
import { staffWords } from './words/staff-nb.js';
import { startWords } from './words/start-words.js';

/** The entry of staff. */
reloadForNewBuild();
startColorScheme();
await startWords(async (language) =>
  language === 'en' ? (await import('./words/staff-en.js')).staffWords : staffWords,
);
const place = document.getElementById('root');
if (!place) throw new Error('the page has no root');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
