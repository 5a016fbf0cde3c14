import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Before a run: makes the folder in which all test processes share one Postgres and one workflow bundle. */
const begin = () => {
  process.env.STAFETT_TEST_RUN = mkdtempSync(path.join(tmpdir(), 'stafett-test-'));
};

// Jest takes only a default export.

export default begin;
