import { expect, it } from '@jest/globals';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { debtor } from '#domain/deadline/debtor-creditor.js';
import { isOwed } from '#domain/deadline/owed.js';
import { stepFinder } from '#domain/next/next-steps.js';
import { withActingLeaders } from '#domain/people/acting-leaders.js';
import { peopleOwing } from '#domain/people/duty-holders.js';
import { effectiveGrants } from '#domain/people/effective-grants.js';
import { coreOf } from '#domain/process/process-core.js';
import { demoGrants, demoUnits } from '#infra/demo/municipality.js';
import { newestProcess } from '#processes/versions.js';
import { followNextSteps } from '#support/follow-next-steps.js';
import { demoDirectory, openSimulatedCase } from '#support/simulated-case.js';
import type { Case, Deadline, UserId } from '#domain/model/case.js';
import type { CommandBody } from '#domain/model/command.js';
import type { NextStep } from '#domain/next/next-steps.js';
import type { Directory } from '#domain/policy/directory.js';
import type { Instant } from '#domain/time.js';

const core = coreOf(newestProcess);

/** The demonstration's people on a day when some of them are away, with the roles as the database gives them. */
function directoryWithout(away: readonly UserId[], substitute: UserId | null): Directory {
  const leading = withActingLeaders(demoGrants, new Set(away), () => substitute ?? undefined);
  const grants = effectiveGrants(leading, demoUnits, new Set(away));
  return {
    ...demoDirectory,
    users: demoDirectory.users.map((user) => ({ ...user, grants: grants.get(user.id) ?? [] })),
    absences: away.map((person) => ({ person, substitute, from: '2020-01-01', to: null })),
  };
}

/** Nobody answers what they sent, and nobody sends a handover to themselves. */
function handsOverToSelf(state: Case, person: UserId, { command, body, input }: NextStep): boolean {
  const handover = state.handovers.at(-1);
  if (command === 'acknowledgeHandover' || command === 'acceptHandover')
    return handover?.sentBy === person || handover?.from.person === person;
  const named = command === 'sendHandover' ? handover?.receivers : [body, input];
  return /^(draft|send)Handover$/.test(command) && JSON.stringify(named).includes(`"${person}"`);
}

/** What nobody can do who owes it when those who owe it are away; null when somebody can. */
function unansweredIn(state: Case, debt: Deadline, now: Instant, substitute: UserId | null): string | null {
  const on = osloDateOf(now);
  const owes = debtor(core, state, debt, on);
  const usual = peopleOwing(demoDirectory, owes, state, on).map(({ id }) => id);
  if (owes.party !== 'MUNICIPALITY' || (substitute !== null && usual.includes(substitute))) return null;
  const before = stepFinder(newestProcess, state, demoDirectory, now).stepFor(debt);
  if (!before?.by.some(({ user }) => usual.includes(user))) return null;
  const directory = directoryWithout(usual, substitute);
  const owing = peopleOwing(directory, owes, state, on).map(({ id }) => id);
  const after = stepFinder(newestProcess, state, directory, now).stepFor(debt);
  const by = after?.by.map(({ user }) => user) ?? [];
  if (owing.length > 0 && owing.some((it) => by.includes(it))) return null;
  if (owing.some((it) => [before, after].some((step) => step && handsOverToSelf(state, it, step)))) return null;
  return `${debt.kind} of ${owes.role} ${owes.user ?? ''}: owed by ${owing.join()}, offered to ${by.join()}`;
}

async function unanswered(substitute: UserId | null): Promise<{ readonly asked: number; readonly found: string[] }> {
  const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z');
  const found: string[] = [];
  let asked = 0;
  await followNextSteps({
    readCase: () => {
      const state = simulated.state();
      const debts = state.deadlines.filter((it) => it.nature === 'DEBT' && isOwed(it));
      asked += debts.length;
      found.push(...debts.flatMap((it) => unansweredIn(state, it, simulated.now(), substitute) ?? []));
      return { ...state, next: simulated.next() };
    },
    submit: (user, body) => simulated.submit(user, body as unknown as CommandBody),
    waitUntil: (instant) => simulated.advanceTo(instant),
  });
  return { asked, found };
}

it.each([
  ['without a substitute, the leader who steps in can do', null],
  ['with a substitute, the substitute can do', 'saksbehandler2.helse'],
])(
  'what somebody owes who is away %s',
  async (_, substitute) => {
    const { asked, found } = await unanswered(substitute);
    expect(asked).toBeGreaterThan(500);
    expect([...new Set(found)]).toEqual([]);
  },
  120_000,
);
