import fc from 'fast-check';
import { demoGrants, demoPeople, demoUnits } from '#infra/demo/municipality.js';
import { workingDayOnOrAfter } from '#domain/calendar/working-days.js';
import { effectiveGrants } from '#domain/people/effective-grants.js';
import { daysLater, openSimulatedCase } from '#support/simulated-case.js';
import { minimalBody, deepMerge } from '#domain/next/minimal-body.js';
import type { Case } from '#domain/model/case.js';
import type { Actor, CommandBody } from '#domain/model/command.js';
import type { CaseEvent } from '#domain/model/events.js';
import type { OraclePerson } from './oracle.js';

/** Random people and random cases of Fjordvik. Every case is one that the rules can lead to. */

export const OPENED_AT = '2027-01-11T08:00:00.000Z';

export interface RandomCase {
  readonly state: Case;
  readonly events: readonly CaseEvent[];
}

/** A text key as the API makes them. */
const textKey = (n: number): string => `text:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/**
 * Takes a case some steps along `next`, then registers facts about impartiality and tenders and, at random, invites
 * people, starts a transfer, pauses the case or ends it.
 */
export function randomCase(n: number, random: (most: number) => number): RandomCase {
  let textNumber = n * 1_000;
  const newKey = (): string => textKey((textNumber += 1));
  const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const attachments = [documentIn(id, 1)];
  const opening = {
    id,
    number: `2027-${String(n).padStart(4, '0')}`,
    organisation: organisationOf(n),
    title: newKey(),
  };
  const simulated = openSimulatedCase(OPENED_AT, { ...opening, entrepreneur: null });
  const withKeys = (value: unknown): unknown => withTextKeys(value, newKey);
  const steps = [0, 6, 14, 27, 48, 66, 78, 92][n % 8] ?? 0;
  for (let taken = 0; taken < steps && simulated.state().closedAt === undefined; taken += 1) {
    const [step] = simulated.next();
    const user = step?.by[0]?.user;
    if (!step || user === undefined) break;
    if (step.notBefore !== undefined) simulated.advanceTo(step.notBefore);
    const body = withKeys(deepMerge({ ...step.body }, minimalBody(step.input))) as CommandBody;
    simulated.submit(user, body.type === 'draftHandover' ? { ...body, attachments } : body);
  }
  const { owner } = simulated.state();
  const submitAsJurist = (body: CommandBody) => simulated.trySubmit('jurist', body);
  submitAsJurist({
    type: 'registerFact',
    fact: 'impartialityDeclared',
    data: { impartial: random(2) === 0, note: newKey() },
  });
  submitAsJurist({ type: 'registerFact', fact: 'routeMemoApproved', data: { memo: newKey() } });
  simulated.trySubmit(owner, { type: 'requestInformation', what: [newKey()] });
  if (n % 2 === 0) simulated.trySubmit(owner, { type: 'giveInformation', request: 'i1', item: 1, text: newKey() });
  simulated.trySubmit(owner, { type: 'registerFact', fact: 'contactMade', data: { note: newKey() } });
  simulated.trySubmit(owner, { type: 'registerFact', fact: 'budgetInputSent', data: { amountNok: 450_000 } });
  for (const [party, role] of INVITATIONS) {
    if (random(4) === 0) simulated.trySubmit('jurist', { type: 'addParty', party, role });
  }
  if (random(3) === 0) simulated.trySubmit(owner, { type: 'nameDeputy', deputy: pickFrom(STAFF, random) });
  for (const person of [undefined, 'mentor.nav']) {
    const asked = { unit: 'nav', ...(person !== undefined && { person }), question: newKey(), answerBy: '2090-01-02' };
    if (n % 5 === 0 || (n % 3 === 0 && person))
      simulated.trySubmit(owner, { type: 'askUnit', kind: 'QUESTION', ...asked });
  }
  if (n % 2 === 0) {
    const agreed = (owner: object) => ({ what: newKey(), owner, by: '2090-01-02' });
    const nextSteps = [
      { unit: 'oppvekst' },
      { person: 'pilotleder.kultur' },
      { person: owner },
      { entrepreneur: true },
    ];
    simulated.trySubmit(owner, {
      type: 'holdMeeting',
      template: 'FREE',
      on: simulated.now().slice(0, 10),
      present: [{ entrepreneur: true }],
      nextSteps: nextSteps.filter(() => random(3) > 0).map(agreed),
    } as CommandBody);
  }
  if (random(3) === 0) {
    const receivers = [{ unit: 'kultur', person: 'leder.kultur' }];
    simulated.trySubmit(owner, {
      type: 'draftHandover',
      purpose: 'TRANSFER',
      receivers,
      package: newKey(),
      attachments,
    });
    if (random(2) === 0) simulated.trySubmit(owner, { type: 'sendHandover' });
  }
  // Another unit takes the case, so that whoever had it may no longer read it.
  if (n % 4 === 1) simulated.trySubmit(TAKER, { type: 'assignOwner', owner: TAKER });
  const until = workingDayOnOrAfter(daysLater(simulated.now(), 30).slice(0, 10));
  if (random(5) === 0)
    for (const by of n % 2 ? [owner, 'kommunedirektor'] : ['kommunedirektor'])
      simulated.trySubmit(by, { type: 'suspend', reason: newKey(), resumeOn: until, approvedBy: 'kommunedirektor' });
  if (random(6) === 0) simulated.trySubmit(owner, { type: 'withdraw', reason: newKey() });
  return { state: simulated.state(), events: simulated.events };
}

/** The id of a document of the case: handovers have the first as attachment. */
export const documentIn = (caseId: string, n: number): string => `d${n}${caseId.slice(2)}`;

const TAKER = 'saksbehandler.helse';

const INVITATIONS = [
  ['radgiver.ekstern', 'radgiver'],
  ['utviklingspartner', 'utviklingspartner'],
  ['henviser', 'henviser'],
  ['eier.nabo1', 'eier'],
  ['saksbehandler.kultur', 'evalueringsgruppe'],
  ['saksbehandler.nav', 'saksbehandler'],
  ['pilotleder.kultur', 'pilotleder'],
  ['klageorgan', 'klageorgan'],
] as const;

export const organisationOf = (n: number): string => `10000000-0000-4000-8000-${String(n % 5).padStart(12, '0')}`;

const STAFF = demoPeople.filter(({ staff }) => staff).map(({ id }) => id);

const pickFrom = <T>(from: readonly T[], random: (most: number) => number): T => {
  const found = from[random(from.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
};

/** Replaces sentences by text keys, as the API does. */
function withTextKeys(value: unknown, newKey: () => string): unknown {
  if (typeof value === 'string') return /\s/.test(value) && !/^\d{4}-/.test(value) ? newKey() : value;
  if (Array.isArray(value)) return value.map((member) => withTextKeys(member, newKey));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withTextKeys(member, newKey)]));
}

/** A person of Fjordvik with their real roles and invitations, and some random ones. */
export function randomPerson(id: string, cases: readonly RandomCase[], random: (most: number) => number): OraclePerson {
  const roles = demoGrants.filter(({ person }) => person === id).map(({ role, unit }) => ({ role, unit }));
  const staff = demoPeople.find((it) => it.id === id)?.staff ?? false;
  const extra = staff && random(4) === 0 ? [pickFrom(EXTRA_ROLES, random)] : [];
  const contactOf = staff
    ? []
    : cases.flatMap(({ state }) =>
        random(6) === 0 ? [state.id] : random(6) === 0 && state.organisation !== null ? [state.organisation] : [],
      );
  return {
    id,
    roles: [...roles, ...extra],
    substituteFor: staff && random(3) === 0 ? [pickFrom(cases, random).state.owner] : [],
    represents: [...new Set(contactOf)],
    invitations: cases.flatMap(({ state }) =>
      (state.parties ?? []).filter(({ party }) => party === id).map(({ role }) => ({ case: state.id, role })),
    ),
  };
}

const EXTRA_ROLES = [
  { role: 'saksbehandler', unit: 'helse' },
  { role: 'leder', unit: 'nav' },
  { role: 'mottak', unit: 'stab' },
  { role: 'jurist', unit: 'stab' },
] as const;

/** The person as the API resolves them for the rules. */
export function actorOf({ id, roles, substituteFor, represents, invitations }: OraclePerson): Actor {
  const given = [
    ...demoGrants.filter(({ person }) => person !== id),
    ...roles.map((role) => ({ ...role, person: id })),
  ];
  const grants = effectiveGrants(given, demoUnits).get(id) ?? [];
  const isOrganisation = (it: string): boolean => it.startsWith('1');
  return {
    user: id,
    grants,
    standsInFor: substituteFor,
    speaksFor: represents.map((it) => `${isOrganisation(it) ? 'org' : 'case'}:${it}`),
    parties: invitations,
  };
}

export const PERSON_IDS = demoPeople.map(({ id }) => id);

/** The same numbers for the same seed, so that a failure can be repeated. */
export function seededRandom(seed: number): (most: number) => number {
  const values = fc.sample(fc.nat(1_000_000), { numRuns: 20_000, seed });
  let at = 0;
  return (most) => (values[(at += 1) % values.length] ?? 0) % most;
}
