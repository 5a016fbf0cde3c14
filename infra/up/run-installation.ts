import { rmSync, writeFileSync } from 'node:fs';
import type { Config } from '#platform/config.js';
import { banner } from './banner.js';
import { homeOf, makeStartPlan, type StartPlan } from './start-plan.js';
import { prepareDatabase } from './prepare-database.js';
import { endOrphanedProcesses } from './process/orphaned-processes.js';
import { InstallationLock } from './process/installation-lock.js';
import { Supervisor } from './process/supervisor.js';
import { printLine, runStartStep } from './start-output.js';
import { startIssuer } from './start-issuer.js';
import { mailSinkSpec } from './mail-sink.js';
import { startPostgres } from './start-postgres.js';
import { startServices } from './start-services.js';
import { startTemporal } from './start-temporal.js';
import { reasonOf } from './shared/wait.js';

/** Starts all programs of an installation in order, runs until `stop` is aborted, and stops them in the reverse order. */
export async function runInstallation(
  config: Config,
  projectRoot: string,
  stop: AbortSignal,
  kill: AbortSignal,
): Promise<void> {
  const home = homeOf(config);
  const lock = await InstallationLock.acquire(home.lock, home.dir);
  const supervisor = new Supervisor(home.children, (line) => stop.aborted || printLine(`! ${line}`));
  kill.addEventListener('abort', () => supervisor.kill());
  try {
    const ended = await endOrphanedProcesses(home.children);
    if (ended.length > 0) printLine(`Ended what an earlier start left running: ${ended.join(', ')}.`);
    const plan = await makeStartPlan(config, home);
    await runStartStep('Database', stop, () => startPostgres(plan, supervisor, stop));
    await runStartStep('Temporal', stop, () => startTemporal(plan, supervisor, stop));
    await runStartStep('Schema, process and data', stop, () =>
      prepareDatabase(plan.service, plan.access, plan.issuerPort !== undefined),
    );
    await runStartStep('Sign-in', stop, () => startIssuer(plan, projectRoot, supervisor, stop));
    if (plan.mailPorts) supervisor.start(mailSinkSpec(projectRoot, home, plan.mailPorts));
    await runStartStep('Worker and api', stop, () => startServices(plan, projectRoot, supervisor, stop));
    writeEnvironment(plan);
    printLine(banner(plan));
    await untilAborted(stop);
  } finally {
    lock.announceStop();
    if (stop.aborted) printLine(`\nStopping (${reasonOf(stop.reason)}) ...`);
    await supervisor.stop();
    rmSync(home.environment, { force: true });
    lock.release();
  }
}

/** Lets `npm run stafett` find the running installation. */
function writeEnvironment({ home, service }: StartPlan): void {
  writeFileSync(home.environment, JSON.stringify(service, undefined, 2), { mode: 0o600 });
}

const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    // A timer keeps the process alive even when no child is left for a moment.
    const keepAlive = setInterval(() => undefined, 60_000);
    signal.addEventListener('abort', () => {
      clearInterval(keepAlive);
      resolve();
    });
  });
