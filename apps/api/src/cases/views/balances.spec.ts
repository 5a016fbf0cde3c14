import { describe, expect, it } from '@jest/globals';
import type { Case } from '#domain/model/case.js';
import { collaboration } from '#processes/collaboration/document.js';
import { balances } from './balances.js';

const fact = (name: string, data: object, retracted = false) => ({ fact: name, data, retracted });
const of = (facts: object[], deadlines: object[] = []) =>
  balances(collaboration, { facts, deadlines } as unknown as Case, '2027-02-01T08:00:00.000Z');

describe('balances', () => {
  it('are empty where nothing was granted', () => {
    expect(of([fact('sessionLogged', { hours: 2 })])).toEqual({});
  });

  it('count hours used of those granted, also beyond the quota, and leave out what was retracted', () => {
    const facts = [
      fact('adviceGranted', { hours: 10 }),
      fact('sessionLogged', { hours: 6.5 }),
      fact('sessionLogged', { hours: 4 }, true),
    ];
    expect(of(facts)).toEqual({ hours: { granted: 10, used: 6.5, left: 3.5 } });
    expect(of([...facts, fact('sessionLogged', { hours: 5 })])).toMatchObject({ hours: { left: -1.5 } });
  });

  it('show the days left of the office and the aid as a share of the limit', () => {
    const office = { kind: 'office.end', state: 'OPEN', dueOn: '2027-02-11' };
    const facts = [
      fact('aidAwarded', { amountNok: 1_150_000, nokPerEur: 11.5, kind: 'GRANT' }),
      fact('aidAwarded', { amountNok: 999, kind: 'NOT_AID' }),
    ];
    expect(of(facts, [office])).toEqual({
      office: { until: '2027-02-11', daysLeft: 10 },
      aid: { nok: 1_150_000, eur: 100_000, percent: 33.3 },
    });
  });
});
