import { beforeAll, describe, expect, it } from '@jest/globals';
import { isWorkingDay } from '#domain/calendar/holidays.js';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { nextSteps } from '#domain/next/next-steps.js';
import { absenceOn } from '#domain/policy/absence.js';
import { daysBetween } from '#domain/time.js';
import { demoAbsences } from '#infra/demo/absences.js';
import { buildStories } from '#infra/demo/build-stories.js';
import { newestProcess } from '#processes/versions.js';
import { demoDirectory } from '#support/simulated-case.js';
import type { BuiltStory } from '#infra/demo/build-stories.js';
import type { Case, Fact } from '#domain/model/case.js';
import type { LocalDate } from '#domain/time.js';

/** What a purchase may cost, in NOK without VAT, when its suppliers were first asked on a day (domain.md D1). */
function thresholdsOn(day: LocalDate): { entry: number; notice: number; partIV: number } {
  return {
    entry: day >= '2026-07-01' ? 500_000 : 100_000,
    notice: 1_300_000,
    partIV: day >= '2026-04-21' ? 8_700_000 : 7_800_000,
  };
}

const AID_LIMIT_EUR = 300_000;
const ADVICE_QUOTA_HOURS = 10;
const NOK_PER_ADVICE_HOUR = 2_500;

const factsOf = (state: Case, fact: string): Fact[] => state.facts.filter((it) => it.fact === fact && !it.retracted);
const latest = (state: Case, fact: string): Fact | undefined => factsOf(state, fact).at(-1);
const numberIn = (fact: Fact | undefined, field: string): number => Number(fact?.data[field] ?? 0);

describe.each(['2026-11-23T08:00:00.000Z', '2027-12-31T12:00:00.000Z'])('the demonstration started %s', (start) => {
  let stories: readonly BuiltStory[] = [];
  const state = (n: number): Case => {
    const found = stories.find(({ storyNumber }) => storyNumber === n);
    if (!found) throw new Error(`no story ${n}`);
    return found.simulation.state();
  };
  const valueOf = (n: number): number => numberIn(latest(state(n), 'routeChosen'), 'valueNok');
  const rulesOf = (n: number): ReturnType<typeof thresholdsOn> =>
    thresholdsOn(latest(state(n), 'routeMemoApproved')?.on ?? latest(state(n), 'routeChosen')?.on ?? '');

  beforeAll(() => {
    stories = buildStories(start);
  });

  it('7 buys the whole need by Part I: above the entry threshold, below that for a notice', () => {
    expect(valueOf(7)).toBeGreaterThanOrEqual(
      4 * numberIn(latest(state(7), 'pilotReportDelivered'), 'operationCostNok'),
    );
    expect(valueOf(7)).toBeGreaterThan(rulesOf(7).entry);
    expect(valueOf(7)).toBeLessThan(rulesOf(7).notice);
  });

  it('8 stays below the entry threshold with the pilot counted, which twenty young people took part in', () => {
    const report = latest(state(8), 'pilotReportDelivered');
    const total = numberIn(report, 'operationCostNok') + 20 * numberIn(report, 'costPerUserNok');
    expect(valueOf(8)).toBe(420_000);
    expect(total).toBe(valueOf(8));
    expect(total).toBeLessThan(thresholdsOn('2026-07-01').entry);
    expect(total).toBeGreaterThan(thresholdsOn('2026-06-30').entry);
  });

  it('9 is a social service with personal data, announced by choice, and its award was sent on a working day', () => {
    expect(latest(state(9), 'routeChosen')?.data).toMatchObject({ service: 'HEALTH_SOCIAL', valueNok: 3_100_000 });
    expect(valueOf(9)).toBeLessThan(rulesOf(9).partIV);
    expect(latest(state(9), 'dpiaScreened')?.data['personalData']).toBe(true);
    expect(latest(state(9), 'noticePublished')).toBeDefined();
    const award = latest(state(9), 'awardNotified');
    expect(isWorkingDay(award?.on ?? '2000-01-01')).toBe(true);
    expect(numberIn(award, 'standstillDays')).toBeGreaterThanOrEqual(10);
  });

  it('10 has its grant in the aid ledger, below the limit', () => {
    const aid = factsOf(state(10), 'aidAwarded');
    expect(aid.map(({ data }) => data['kind'])).toContain('GRANT');
    const eur = aid.reduce((sum, it) => sum + numberIn(it, 'amountNok') / numberIn(it, 'nokPerEur'), 0);
    expect(eur).toBeGreaterThan(0);
    expect(eur).toBeLessThan(AID_LIMIT_EUR);
  });

  it('11 has the three other owners as parties', () => {
    const owners = (state(11).parties ?? []).filter(({ role }) => role === 'eier').map(({ party }) => party);
    expect(owners).toEqual(['eier.nabo1', 'eier.nabo2', 'eier.nabo3']);
  });

  it.each([12, 16])('%d buys by Part I what pilot and agreement cost with options', (n) => {
    const agreement = latest(state(n), 'agreementSigned');
    const years = daysBetween(String(agreement?.data['startsOn']), String(agreement?.data['endsOn'])) / 365.25;
    const yearly = numberIn(latest(state(n), 'pilotReportDelivered'), 'operationCostNok');
    expect(state(n).route).toBe('PART_I_COMPETITION');
    expect(valueOf(n)).toBeGreaterThanOrEqual(Math.floor(years) * yearly);
    expect(numberIn(agreement, 'valueNok')).toBe(valueOf(n));
    expect(valueOf(n)).toBeGreaterThan(rulesOf(n).entry);
    expect(valueOf(n)).toBeLessThan(rulesOf(n).notice);
  });

  it('14 was given no more than the ten hours of advice', () => {
    const hours = factsOf(state(14), 'aidAwarded').find(({ data }) => data['kind'] === 'HOURS');
    expect(numberIn(hours, 'amountNok') / NOK_PER_ADVICE_HOUR).toBeLessThanOrEqual(ADVICE_QUOTA_HOURS);
  });

  it('names in no next step a person who is away on the day', () => {
    const absences = demoAbsences(start);
    const today = osloDateOf(start);
    const away = stories.flatMap(({ storyNumber, simulation }) =>
      nextSteps(newestProcess, simulation.state(), { ...demoDirectory, absences }, start).flatMap(({ command, by }) =>
        by.slice(0, 1).flatMap(({ user }) => (absenceOn(absences, user, today) ? [[storyNumber, command, user]] : [])),
      ),
    );
    expect(absences.some(({ person }) => absenceOn(absences, person, today))).toBe(true);
    expect(away).toEqual([]);
  });

  it('holds no meeting on Christmas Eve, and has different values where the cases differ', () => {
    const meetings = stories.flatMap(({ storyNumber, simulation }) =>
      simulation
        .state()
        .facts.filter(({ fact }) => /Held$|sessionLogged/.test(fact))
        .map(({ on }) => [storyNumber, on]),
    );
    expect(meetings.filter(([, on]) => String(on).endsWith('-12-24'))).toEqual([]);
    const values = stories.map(({ storyNumber }) => valueOf(storyNumber)).filter((value) => value > 0);
    expect(new Set(values).size).toBe(values.length);
  });
});
