import { defineConfig } from 'vite';
import path from 'node:path';
import { firstLoad } from './vite-first-load.js';
import { startChunks } from './vite-start-chunks.js';

const STAFF = {
  '^/min-dag$': ['src/cases/my-day/my-day-page.tsx'],
  '^/saker$': ['src/cases/lists/cases-page.tsx'],
  '^/saker/[^/]+$': ['src/cases/case/case-page.tsx', 'src/cases/case/overview-tab.tsx'],
  '^/saker/[^/]+/overlevering/(?!ny)': ['src/cases/handover/answer-page.tsx'],
};
const PORTAL = {
  '^/ny$': ['src/portal/enquiry/enquiry-page.tsx'],
  '^/ny/kvittering/': ['src/portal/enquiry/receipt-page.tsx'],
  '^/(?:tilgjengelighet|personvern)$': ['src/portal/about/about-page.tsx'],
  '^/p/profil$': ['src/portal/profile/profile-page.tsx'],
  '^/p/[^/]+$': ['src/portal/mine/case-page.tsx'],
  '^/p$': ['src/portal/mine/case-list-page.tsx'],
};

/** A component of Designsystemet does nothing until it is drawn; its elements are registered by the library's own script. */
const COMPONENT = /designsystemet-react\/dist\/esm\/components\/[^/]+\//;
const entry = (file: string): string => path.resolve(import.meta.dirname, 'src', file);

/** Two entries: what staff use, and the lighter pages of entrepreneurs and the public. No script or style stands in the page itself. */
// Vite takes only a default export.
// eslint-disable-next-line no-restricted-syntax
export default defineConfig({
  logLevel: 'error',
  plugins: [firstLoad({ 'index.html': STAFF, 'portal.html': PORTAL })],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { staff: 'index.html', portal: 'portal.html', early: 'src/early.ts' },
      treeshake: { moduleSideEffects: [{ test: COMPONENT, sideEffects: false }] },
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: startChunks(entry('staff.tsx'), entry('portal.tsx')) }],
        },
      },
      // Libraries mark what runs in a browser; here all of it does.
      checks: { moduleLevelDirective: false },
    },
  },
});
