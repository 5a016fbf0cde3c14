import { askHealth } from './health.js';
import type { Plan } from './plan.js';
import { markReady } from './prepare.js';
import type { Supervisor } from './process/supervisor.js';
import { serviceEnvironment, services } from './services.js';

/** Starts worker and api and waits until the api says that all is well, its clock included. */
export async function startServices(
  { home, service, access }: Plan,
  projectRoot: string,
  supervisor: Supervisor,
  signal: AbortSignal,
): Promise<string> {
  const host = service.STAFETT_HOST === '0.0.0.0' ? '127.0.0.1' : service.STAFETT_HOST;
  const check = async (): Promise<void> => {
    if ((await askHealth(`http://${host}:${service.STAFETT_PORT}`)) === 'ready') return;
    await markReady(service);
    throw new Error('not ready: the clock has only just been set going');
  };
  const specs = services(projectRoot, home, (program) => serviceEnvironment(service, access, program));
  await supervisor.startAndWait(specs, { title: 'Worker and api', check, withinMs: 120_000, signal });
  return 'worker and api are well';
}
