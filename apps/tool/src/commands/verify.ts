import type { Installation } from '../installation.js';
import type { Exit, Print } from '../print.js';
import type { Wish } from '../usage.js';
import { verify } from '../verify/verify.js';
import { lineOf } from '../verify/violation.js';

/** Prints each violation on standard output, or one line with the number of cases and events found clean. */
export async function runVerify(installation: Installation, _args: Wish, print: Print): Promise<Exit> {
  let violations = 0;
  const casesWithViolations = new Set<string>();
  const { cases, events } = await verify(installation, (violation) => {
    violations += 1;
    casesWithViolations.add(violation.caseId);
    print.line(lineOf(violation));
  });
  const totals = `${cases} collaborations, ${events} events`;
  if (violations === 0) print.line(`clean: ${totals}`);
  else print.note(`${violations} violations in ${casesWithViolations.size} cases (${totals})`);
  return violations === 0 ? 0 : 1;
}
