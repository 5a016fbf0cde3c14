import { describe, expect, it } from '@jest/globals';
import { fill, layOver } from '#domain/next/fill.js';
import { daysLater, openOffice } from '#support/office.js';
import type { CommandBody } from '#domain/model/command.js';
import type { NextStep } from '#domain/next/next.js';
import type { Office } from '#support/office.js';

/** The step that chooses this route where one is to be chosen, else the best. */
function towards(office: Office, route: string): NextStep {
  const steps = office.next();
  const chosen = steps.find(({ body }) => (body.data as { route?: unknown } | undefined)?.route === route) ?? steps[0];
  if (!chosen) throw new Error(`nothing to do in ${office.state().phase}`);
  return chosen;
}

describe('a route that must be announced', () => {
  it('is evaluated after the tender period, and signed after the award and its standstill', () => {
    const office = openOffice('2027-01-11T08:00:00.000Z', { unit: 'oppvekst' });
    while (office.state().phase !== 'OPERATION') {
      const { command, body, input, by, notBefore } = towards(office, 'PART_III_EEA');
      if (notBefore !== undefined) office.until(notBefore);
      office.give(by[0]?.user ?? '', layOver({ type: command, ...body }, fill(input)) as unknown as CommandBody);
    }
    const registered = (fact: string): string =>
      office.typed('factRegistered').find(({ data }) => data.fact === fact)?.at ?? 'never';
    const [notice, evaluated, award, signed] = [
      registered('noticePublished'),
      registered('tendersEvaluated'),
      registered('awardNotified'),
      registered('agreementSigned'),
    ] as const;
    expect(evaluated > daysLater(notice, 30)).toBe(true);
    expect(award > evaluated).toBe(true);
    expect(signed > daysLater(award, 10)).toBe(true);
  });
});
