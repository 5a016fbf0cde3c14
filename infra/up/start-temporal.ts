import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import type { StartPlan } from './start-plan.js';
import type { Supervisor } from './process/supervisor.js';
import { printLine } from './start-output.js';
import { StepError } from './shared/step-error.js';
import { devServerSpec, pingTemporal } from './temporal/dev-server.js';
import { findTemporalCli } from './temporal/find-cli.js';
import { reasonOf, until } from './shared/wait.js';

/** @returns a line that says where the server is */
export async function startTemporal(plan: StartPlan, supervisor: Supervisor, signal: AbortSignal): Promise<string> {
  const { home, temporalPort, service } = plan;
  const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace } = service;
  if (temporalPort === undefined) return findServer(address, namespace, signal);
  const cli = await findTemporalCli({
    configuredPath: plan.temporalCli,
    bin: home.bin,
    signal,
    say: (line) => printLine(`  ${line}`),
  });
  const dir = home.temporal;
  mkdirSync(dir, { recursive: true });
  const logFile = path.join(home.log, 'temporal.log');
  const spec = devServerSpec(cli, { port: temporalPort, namespace, dir, logFile });
  const check = (): Promise<void> => pingTemporal(cli, address, namespace, dir);
  await supervisor.startAndWait([spec], { title: 'Temporal', check, withinMs: 60_000, signal });
  return `Temporal on ${address}, namespace ${namespace}, program ${cli}`;
}

/** Checks only that the address accepts connections. Worker and api check the server and the namespace themselves. */
async function findServer(address: string, namespace: string, signal: AbortSignal): Promise<string> {
  try {
    await until(() => connectOnce(address), { withinMs: 15_000, everyMs: 500, signal });
  } catch (error) {
    signal.throwIfAborted();
    throw new StepError(
      'Temporal',
      `${address} (TEMPORAL_ADDRESS): ${reasonOf(error)}`,
      'See that the server runs and that the address is right.',
    );
  }
  return `Temporal at ${address}, namespace ${namespace}`;
}

function connectOnce(address: string): Promise<void> {
  const [, host, port] = /^(.*):(\d+)$/.exec(address) ?? [];
  return new Promise((resolve, reject) => {
    const socket = connect({ host: host ?? address, port: Number(port), timeout: 3_000 });
    socket.once('connect', resolve).once('error', reject);
    socket.once('timeout', () => reject(new Error('no answer')));
    socket.once('close', () => socket.destroy()).once('connect', () => socket.end());
  });
}
