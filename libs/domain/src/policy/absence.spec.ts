import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { absenceOn, actingPersonFor, peopleSubstitutedBy, substitutesOf } from './absence.js';
import { keyPersonRisks } from './key-person-risks.js';
import type { Absence } from './absence.js';
import type { Directory } from './directory.js';

const away = (person: string, from: string, to: string | null, substitute: string | null = null): Absence => ({
  person,
  from,
  to,
  substitute,
});
const theCase: { owner: string; contact: string; deputy: string | null } = {
  owner: 'kari',
  contact: 'kari',
  deputy: 'ola',
};

describe('an absence', () => {
  const absences = [away('kari', '2027-03-01', '2027-03-12', 'per')];

  it('holds from its first to its last day, both included', () => {
    const days = ['2027-02-28', '2027-03-01', '2027-03-12', '2027-03-13'];
    expect(days.map((on) => absenceOn(absences, 'kari', on) !== undefined)).toEqual([false, true, true, false]);
  });

  it('makes the substitute stand in on those days only', () => {
    expect(peopleSubstitutedBy(absences, 'per', '2027-03-05')).toEqual(['kari']);
    expect(peopleSubstitutedBy(absences, 'per', '2027-03-13')).toEqual([]);
  });

  it('sends what the owner owes to the deputy of the case before the substitute', () => {
    expect(actingPersonFor(absences, theCase, 'kari', '2027-03-05')).toBe('ola');
    expect(actingPersonFor(absences, { ...theCase, deputy: null }, 'kari', '2027-03-05')).toBe('per');
    expect(actingPersonFor(absences, theCase, 'kari', '2027-04-01')).toBe('kari');
  });

  it('asks the deputy only for those whose case it is', () => {
    const both = [...absences, away('siri', '2027-03-01', null, 'per')];
    expect(actingPersonFor(both, theCase, 'siri', '2027-03-05')).toBe('per');
  });

  it('goes on to the substitutes while the deputy is away as well, and says so when nobody is left', () => {
    const all = [...absences, away('ola', '2027-03-04', null, 'siri')];
    expect(actingPersonFor(all, theCase, 'kari', '2027-03-05')).toBe('per');
    const more = [...all, away('per', '2027-03-04', null)];
    expect(actingPersonFor(more, theCase, 'kari', '2027-03-05')).toBe('siri');
    expect(actingPersonFor([...more, away('siri', '2027-03-04', null)], theCase, 'kari', '2027-03-05')).toBeNull();
  });
});

describe('a substitute who is away too', () => {
  const on = '2027-03-05';

  it('is followed to the next, who stands in for all of them', () => {
    const chain = [away('x', on, null, 'y'), away('y', on, null, 'z'), away('other', on, null, 'y')];
    expect(substitutesOf(chain, 'x', on)).toEqual(['y', 'z']);
    expect(actingPersonFor(chain, { ...theCase, owner: 'x', deputy: null }, 'x', on)).toBe('z');
    expect(peopleSubstitutedBy(chain, 'z', on).sort()).toEqual(['other', 'x', 'y']);
  });

  it('leads to somebody at work whenever one is named, in any tangle, and never round in a circle for ever', () => {
    const people = ['a', 'b', 'c', 'd', 'e'];
    const tangle = fc.array(fc.tuple(fc.constantFrom(...people), fc.option(fc.constantFrom(...people))), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(tangle, fc.constantFrom(...people), (pairs, person) => {
        const absences = [...new Map(pairs).entries()].map(([who, substitute]) => away(who, on, null, substitute));
        const isAway = (it: string) => absenceOn(absences, it, on) !== undefined;
        const acting = actingPersonFor(absences, { owner: 'o', contact: 'o', deputy: null }, person, on);
        const reached = people.filter((it) => peopleSubstitutedBy(absences, it, on).includes(person) && !isAway(it));
        if (isAway(person)) expect(acting === null ? [] : [acting]).toEqual(reached);
        else expect(acting).toBe(person);
      }),
    );
  });
});

describe('a case that hangs on one person', () => {
  const user = (id: string, left = false) => ({
    id,
    name: id,
    unit: 'nav',
    staff: !left,
    grants: [],
    ...(left && { left: true as const }),
  });
  const risks = (more: Partial<Directory>, state: Partial<typeof theCase> = {}) =>
    keyPersonRisks(
      { ...theCase, state: 'OPEN', ...state },
      {
        directory: { users: [user('kari'), user('ola')], units: [], ...more },
        on: '2027-03-05',
        overloaded: new Set(['travel']),
      },
    ).map(({ code }) => code);

  it('is flagged when it has no deputy, or its contact is away or has left', () => {
    expect(risks({})).toEqual([]);
    expect(risks({}, { deputy: null })).toEqual(['NO_DEPUTY']);
    expect(risks({ absences: [away('kari', '2027-03-01', null)] })).toEqual(['CONTACT_AWAY']);
    expect(risks({ users: [user('kari', true), user('ola')] })).toEqual(['OWNER_LEFT', 'CONTACT_LEFT']);
  });

  it('is flagged when its owner is away and nobody covers, or has too much', () => {
    expect(risks({ absences: [away('kari', '2027-03-01', null)] }, { deputy: null })).toContain('OWNER_AWAY');
    expect(risks({}, { owner: 'travel' })).toEqual(['OVERLOADED']);
  });

  it('is not flagged once it is closed', () => {
    const closed = { ...theCase, deputy: null, state: 'COMPLETED' as const };
    expect(
      keyPersonRisks(closed, { directory: { users: [], units: [] }, on: '2027-03-05', overloaded: new Set() }),
    ).toEqual([]);
  });
});
