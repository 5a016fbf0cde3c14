import { existsSync, readFileSync } from 'node:fs';

const folders = ['libs', 'workflows', 'apps', 'infra', 'tests'];
const swc = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));

/** Jest runs the TypeScript sources as ES modules; `npm test` sets the Node flag that needs (infra/test.mjs). */
export default {
  testEnvironment: 'node',
  roots: folders
    .filter((folder) => existsSync(new URL(folder, import.meta.url)))
    .map((folder) => `<rootDir>/${folder}`),
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/fixtures/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.stafett/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  globalSetup: '<rootDir>/tests/support/run-begin.mjs',
  globalTeardown: '<rootDir>/tests/support/run-end.mjs',
  testSequencer: '<rootDir>/tests/support/longest-first.mjs',
  testTimeout: 120_000,
  // A process keeps what its ES modules have loaded, spec by spec; a new one takes over before its heap is full.
  workerIdleMemoryLimit: '1GB',
};
