import path from 'node:path';
import { askHealth } from './health.js';
import type { Plan } from './plan.js';
import { markReady } from './prepare.js';
import { lastLines } from './process/log-file.js';
import type { Supervisor } from './process/supervisor.js';
import { serviceEnvironment, services } from './services.js';
import { StepError } from './step-error.js';
import { reasonOf, until } from './wait.js';

const READY_WITHIN_MS = 120_000;

/** Starts worker and api and waits until the api says that all is well, its clock included. */
export async function startServices(
  plan: Plan,
  projectRoot: string,
  supervisor: Supervisor,
  signal: AbortSignal,
): Promise<string> {
  const { home, service } = plan;
  const url = `http://${service.STAFETT_HOST === '0.0.0.0' ? '127.0.0.1' : service.STAFETT_HOST}:${service.STAFETT_PORT}`;
  for (const spec of services(projectRoot, home, serviceEnvironment(service))) supervisor.start(spec);
  const ready = async (): Promise<void> => {
    if ((await askHealth(url)) === 'ready') return;
    await markReady(service);
    throw new Error('not ready: the clock has only just been set going');
  };
  try {
    await until(ready, { withinMs: READY_WITHIN_MS, signal });
  } catch (error) {
    signal.throwIfAborted();
    const tails = ['worker', 'api'].map((name) => `${name}: ${lastLines(path.join(home.log, `${name}.log`), 4)}`);
    throw new StepError(
      'Worker and api',
      [reasonOf(error), ...tails].join('\n'),
      `Read the logs in ${home.log}, mend the cause and start again; data already stored is kept.`,
    );
  }
  return 'worker and api are well';
}
