import { defineConfig } from 'vite';

/** Two entries: what staff use, and the lighter pages of entrepreneurs and the public. No script or style stands in the page itself. */
// Vite takes only a default export.
// eslint-disable-next-line no-restricted-syntax
export default defineConfig({
  logLevel: 'error',
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { staff: 'index.html', portal: 'portal.html' },
      // Libraries mark what runs in a browser; here all of it does.
      checks: { moduleLevelDirective: false },
    },
  },
});
