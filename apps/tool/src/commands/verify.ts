import type { Installation } from '../with-installation.js';
import type { ExitCode, Print } from '../print.js';
import type { ToolArguments } from '../usage.js';
import { verifyInstallation } from '../verify/verify-installation.js';
import { formatViolation } from '../verify/violation.js';

/** Prints each violation on standard output, or one line with the number of cases and events found clean. */
export async function runVerify(installation: Installation, _args: ToolArguments, print: Print): Promise<ExitCode> {
  let violations = 0;
  const casesWithViolations = new Set<string>();
  const { cases, events } = await verifyInstallation(installation, (violation) => {
    violations += 1;
    casesWithViolations.add(violation.caseId);
    print.line(formatViolation(violation));
  });
  const totals = `${cases} collaborations, ${events} events`;
  if (violations === 0) print.line(`clean: ${totals}`);
  else print.note(`${violations} violations in ${casesWithViolations.size} cases (${totals})`);
  return violations === 0 ? 0 : 1;
}
