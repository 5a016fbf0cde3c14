import { fill, layOver } from '#domain/next/fill.js';
import type { Case } from '#domain/model/case.js';
import type { CommandBody } from '#domain/model/command.js';
import type { Office } from './office.js';

/** Takes the first step that `next` shows, again and again, until the case is where the test wants it. */
export function carryTo(office: Office, there: (state: Case) => boolean): void {
  for (let steps = 0; !there(office.state()); steps += 1) {
    const [step] = office.next();
    const user = step?.by[0]?.user;
    if (!step || user === undefined || steps > 150) throw new Error(`never got there from ${office.state().gate}`);
    if (step.notBefore !== undefined) office.until(step.notBefore);
    office.give(user, layOver({ ...step.body }, fill(step.input)) as unknown as CommandBody);
  }
}
