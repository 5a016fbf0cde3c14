import { minimalBody, deepMerge } from '#domain/next/minimal-body.js';
import { addMillis } from '#domain/time.js';
import type { Case } from '#domain/model/case.js';
import type { CommandBody } from '#domain/model/command.js';
import type { CaseEvent } from '#domain/model/events.js';
import { demoDirectory, openSimulatedCase, type SimulatedCase } from '#support/simulated-case.js';

/** A case that the rules have led to, of which the load is copied. */
export interface Template {
  readonly kind: 'closed' | 'open' | 'stuck' | 'at risk';
  readonly state: Case;
  readonly events: readonly CaseEvent[];
  /** The domain time of the simulation when it stopped. */
  readonly endsAt: string;
}

export const TEMPLATE_ID = '00000000-0000-4000-8000-000000000001';
export const TEMPLATE_NUMBER = '2027-0001';
export const TEMPLATE_ORGANISATION = '00000000-0000-4000-9000-000000000001';

const OPENED_AT = '2027-01-11T08:00:00.000Z';
const DAY_MS = 86_400_000;
/** Steps after which a case stops, spread over all phases; a whole case has about a hundred. */
const CLOSED_AFTER = [4, 20, 40, 60, 80, 200] as const;
const OPEN_AFTER = [2, 10, 20, 30, 45, 60, 70, 80] as const;
const STUCK_AFTER = [6, 25, 50, 70] as const;
const AT_RISK_AFTER = [10, 45] as const;
/** Long enough for every ladder to have run out. */
const STUCK_FOR_DAYS = 60;

/** Cases in every phase: ended ones, some that move, and some that stand still. */
export function buildTemplates(): Template[] {
  return [
    ...CLOSED_AFTER.map((steps) => template('closed', steps)),
    ...OPEN_AFTER.map((steps) => template('open', steps)),
    ...STUCK_AFTER.map((steps) => template('stuck', steps)),
    ...AT_RISK_AFTER.map((steps) => template('at risk', steps)),
  ];
}

function template(kind: Template['kind'], steps: number): Template {
  const simulated = openSimulatedCase(OPENED_AT, {
    id: TEMPLATE_ID,
    number: TEMPLATE_NUMBER,
    organisation: TEMPLATE_ORGANISATION,
  });
  for (let taken = 0; taken < steps && simulated.state().closedAt === undefined; taken += 1) {
    const [step] = simulated.next();
    const user = step?.by[0]?.user;
    if (!step || user === undefined) throw new Error(`nothing to do after ${taken} steps`);
    if (step.notBefore !== undefined) simulated.advanceTo(step.notBefore);
    const body = deepMerge({ type: step.command, ...step.body }, minimalBody(step.input));
    simulated.submit(user, body as unknown as CommandBody);
  }
  if (kind === 'closed' && simulated.state().closedAt === undefined) {
    simulated.submit(simulated.state().owner, { type: 'withdraw', reason: 'text:reason' });
  }
  if (kind === 'at risk') giveToDeputy(simulated);
  if (kind === 'stuck') simulated.advanceTo(addMillis(simulated.now(), STUCK_FOR_DAYS * DAY_MS));
  return { kind, state: simulated.state(), events: simulated.events, endsAt: simulated.now() };
}

/** Names a colleague as deputy and gives them the case, which is left without a deputy. */
function giveToDeputy(simulated: SimulatedCase): void {
  const { owner, unit } = simulated.state();
  const colleagues = demoDirectory.users.filter(
    ({ id, grants }) => id !== owner && grants.some((it) => it.unit === unit),
  );
  for (const { id } of colleagues) {
    if (simulated.trySubmit(owner, { type: 'nameDeputy', deputy: id })) continue;
    if (simulated.trySubmit(owner, { type: 'assignOwner', owner: id }) === null) return;
  }
  throw new Error(`nobody in ${unit} can take the case`);
}
