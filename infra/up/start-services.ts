import { fetchHealth } from './health.js';
import type { StartPlan } from './start-plan.js';
import { startClock } from './prepare-database.js';
import type { Supervisor } from './process/supervisor.js';
import { serviceEnvironment, serviceSpecs } from './service-specs.js';

/** Starts worker and api and waits until the api says that all is well, its clock included. */
export async function startServices(
  { home, service, access }: StartPlan,
  projectRoot: string,
  supervisor: Supervisor,
  signal: AbortSignal,
): Promise<string> {
  const host = service.STAFETT_HOST === '0.0.0.0' ? '127.0.0.1' : service.STAFETT_HOST;
  const apiUrl = `http://${host}:${service.STAFETT_PORT}`;
  const check = async (): Promise<void> => {
    if ((await fetchHealth(apiUrl)) === 'ready') return;
    await startClock(service);
    throw new Error('not ready: the clock has only just been set going');
  };
  const specs = serviceSpecs(projectRoot, home, apiUrl, (program) => serviceEnvironment(service, access, program));
  await supervisor.startAndWait(specs, { title: 'Worker and api', check, withinMs: 120_000, signal });
  return 'worker and api are well';
}
