import type { Installation } from '../with-installation.js';
import type { ExitCode, Print } from '../print.js';
import type { ToolArguments } from '../usage.js';
import { verifyInstallation } from '../verify/verify-installation.js';
import { formatViolation } from '../verify/violation.js';

/** Prints a result for each violation and remarks how many there were; when there are none, the result says `clean`. */
export async function runVerify(installation: Installation, _args: ToolArguments, print: Print): Promise<ExitCode> {
  let violations = 0;
  const casesWithViolations = new Set<string>();
  const { cases, events } = await verifyInstallation(installation, (violation) => {
    violations += 1;
    casesWithViolations.add(violation.caseId);
    print.result(formatViolation(violation));
  });
  const totals = `${cases} collaborations, ${events} events`;
  if (violations === 0) print.result(`clean: ${totals}`);
  else print.remark(`${violations} violations in ${casesWithViolations.size} cases (${totals})`);
  return violations === 0 ? 0 : 1;
}
