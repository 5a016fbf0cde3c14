import path from 'node:path';
import type { StartPlan } from './start-plan.js';
import type { Supervisor } from './process/supervisor.js';
import { issuerEnvironment } from './service-specs.js';

/** @returns a line that says where people sign in */
export async function startIssuer(
  { home, service, issuerPort }: StartPlan,
  projectRoot: string,
  supervisor: Supervisor,
  signal: AbortSignal,
): Promise<string> {
  const { OIDC_ISSUER: issuer } = service;
  if (issuerPort === undefined) return issuer === undefined ? 'no issuer' : `issuer ${issuer}`;
  const spec = {
    name: 'issuer',
    command: process.execPath,
    args: ['--enable-source-maps', path.join('dist', 'infra', 'embedded', 'issuer', 'issuer-process.js')],
    cwd: projectRoot,
    env: issuerEnvironment(service),
    logFile: path.join(home.log, 'issuer.log'),
    stopWithinMs: 5_000,
  };
  const check = async (): Promise<void> => {
    const response = await fetch(`${issuer}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(5_000) });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
  };
  await supervisor.startAndWait([spec], { title: 'Sign-in issuer', check, withinMs: 60_000, signal });
  return `sign-in issuer on ${issuer}`;
}
