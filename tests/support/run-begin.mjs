import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Before a run: a folder where all test processes share one Postgres and one workflow bundle, each made when first asked for. */
const begin = () => {
  process.env.STAFETT_TEST_RUN = mkdtempSync(path.join(tmpdir(), 'stafett-test-'));
};

// Jest takes only a default export.

export default begin;
