import type { Installation } from '../installation.js';
import type { Exit, Print } from '../print.js';
import type { Wish } from '../usage.js';
import { verify } from '../verify/verify.js';
import { lineOf } from '../verify/violation.js';

/** A line for each violation on standard output, or one line that says how much was looked at and found clean. */
export async function runVerify(installation: Installation, _wish: Wish, print: Print): Promise<Exit> {
  let violations = 0;
  const wrong = new Set<string>();
  const { cases, events } = await verify(installation, (violation) => {
    violations += 1;
    wrong.add(violation.caseId);
    print.line(lineOf(violation));
  });
  const lookedAt = `${cases} collaborations, ${events} events`;
  if (violations === 0) print.line(`clean: ${lookedAt}`);
  else print.note(`${violations} violations in ${wrong.size} cases (${lookedAt})`);
  return violations === 0 ? 0 : 1;
}
