import path from 'node:path';
import type { Home } from './home.js';
import type { MailPorts } from './start-plan.js';
import type { ChildSpec } from './process/child.js';

/** The embedded mail sink. The start does not wait for it, and its failure stops nothing else. */
export function mailSinkSpec(projectRoot: string, home: Home, { smtp, read }: MailPorts): ChildSpec {
  return {
    name: 'mail',
    command: process.execPath,
    args: [
      path.join('dist', 'infra', 'embedded', 'mail', 'mail-sink-process.js'),
      String(smtp),
      String(read),
      home.mail,
    ],
    cwd: projectRoot,
    env: process.env,
    logFile: path.join(home.log, 'mail.log'),
    stopWithinMs: 5_000,
  };
}
