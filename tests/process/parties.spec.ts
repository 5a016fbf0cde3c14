import { describe, expect, it } from '@jest/globals';
import { aspectsFor, mayRead } from '#domain/policy/read.js';
import { shownEvent } from '#domain/policy/shown.js';
import { demoCommandPeople, openOffice } from '#support/office.js';
import { carryTo } from '#support/carry-to.js';
import type { Actor, CommandBody } from '#domain/case/command.js';
import type { CaseEvent } from '#domain/case/events.js';
import type { Office } from '#support/office.js';

const MONDAY = '2027-01-11T08:00:00.000Z';
const words = (n: number): string => `text:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const actor = (user: string, more: Partial<Actor> = {}): Actor => ({
  user,
  grants: demoCommandPeople[user]?.grants ?? [],
  ...more,
});
const inCase = (user: string, role: string): Actor =>
  actor(user, { parties: [{ case: '00000000-0000-4000-8000-000000000001', role }] });

/** What the API shows of an event; its hash it does not. */
const typeAndData = ({ type, data }: CaseEvent) => ({ type, data });

function officeIn(phase: string): Office {
  const office = openOffice(MONDAY);
  carryTo(office, (state) => state.phase === phase);
  return office;
}

describe('a role in a single case', () => {
  it('is given from a day to a day, stands in the history, and is ended', () => {
    const office = openOffice(MONDAY);
    office.give('mottak', {
      type: 'addParty',
      party: 'mentor.nav',
      role: 'mentor',
      from: '2027-01-12',
      to: '2027-03-01',
    });
    office.give('mottak', { type: 'endParty', party: 'mentor.nav', role: 'mentor', to: '2027-02-01' });
    expect(office.state().parties).toEqual([
      { party: 'mentor.nav', role: 'mentor', from: '2027-01-12', to: '2027-02-01' },
    ]);
    expect(office.typed('partyAdded')).toHaveLength(1);
    expect(office.typed('partyEnded')).toHaveLength(1);
  });

  it('is given once however often it is asked for', () => {
    const office = openOffice(MONDAY);
    for (let times = 0; times < 3; times += 1)
      office.give('mottak', { type: 'addParty', party: 'mentor.nav', role: 'mentor' });
    expect(office.typed('partyAdded')).toHaveLength(1);
  });

  it('opens the case to those who have it today, and to nobody else', () => {
    const office = openOffice(MONDAY);
    expect(mayRead(office.state(), actor('mentor.nav'))).toBe(false);
    expect(mayRead(office.state(), inCase('mentor.nav', 'mentor'))).toBe(true);
  });

  it.each<[string, CommandBody, string]>([
    ['a role that no case has', { type: 'addParty', party: 'mentor.nav', role: 'konge' }, 'out-of-range'],
    ['one from outside inside', { type: 'addParty', party: 'henviser', role: 'mentor' }, 'unknown-person'],
    ['one from inside outside', { type: 'addParty', party: 'mentor.nav', role: 'henviser' }, 'unknown-person'],
    [
      'a role that is over',
      { type: 'addParty', party: 'mentor.nav', role: 'mentor', from: '2027-01-01', to: '2027-01-05' },
      'in-the-past',
    ],
    [
      'a role that ends first',
      { type: 'addParty', party: 'mentor.nav', role: 'mentor', from: '2027-03-01', to: '2027-02-01' },
      'out-of-range',
    ],
    [
      'an adviser for two phases',
      { type: 'addParty', party: 'radgiver.ekstern', role: 'radgiver', phases: ['PILOT', 'PROCUREMENT'] },
      'out-of-range',
    ],
    ['the end of what never was', { type: 'endParty', party: 'mentor.nav', role: 'mentor' }, 'unknown-person'],
  ])('is not %s', (_what, body, code) => {
    const office = openOffice(MONDAY);
    expect(office.tryGive('mottak', body)?.code).toBe(code);
    expect(office.state().parties).toBeUndefined();
  });

  it('lets an adviser from outside read along in the one phase it was given in, and do nothing', () => {
    const office = officeIn('PROCUREMENT');
    office.give('innkjoper', { type: 'addParty', party: 'radgiver.ekstern', role: 'radgiver' });
    expect(office.state().parties).toMatchObject([{ phases: ['PROCUREMENT'] }]);
    const adviser = inCase('radgiver.ekstern', 'radgiver');
    expect([...aspectsFor(office.state(), adviser)]).toEqual(['shared']);
    const refused = office.giveAs(adviser, { type: 'registerFact', fact: 'dialogueLogged', data: {} });
    expect(refused?.detail).toBe('Du kan lese saken, men ikke gjøre noe i den.');
  });

  it('lets a development partner report hours and invite others from outside, and nobody else', () => {
    const office = officeIn('MENTORING');
    const partner = inCase('utviklingspartner', 'utviklingspartner');
    office.give('mentorkoordinator', { type: 'addParty', party: 'utviklingspartner', role: 'utviklingspartner' });
    expect(office.giveAs(partner, { type: 'registerFact', fact: 'sessionLogged', data: { hours: 2 } })).toBeNull();
    expect(office.giveAs(partner, { type: 'addParty', party: 'henviser', role: 'henviser' })).toBeNull();
    expect(office.giveAs(partner, { type: 'addParty', party: 'mentor.nav', role: 'mentor' })?.code).toBe('forbidden');
    expect(office.giveAs(partner, { type: 'endParty', party: 'mentor.nav', role: 'mentor' })?.code).toBe('forbidden');
    expect(office.giveAs(partner, { type: 'nameDeputy', deputy: 'mentor.nav' })?.code).toBe('not-yours');
    expect(
      office.tryGive('utviklingspartner', { type: 'addParty', party: 'henviser', role: 'henviser' }),
    ).not.toBeNull();
  });
});

describe('who helped does not judge', () => {
  it('keeps the mentor and the pilot lead out of the evaluation group until they are cleared', () => {
    const mentor = 'mentor.helse';
    const office = officeIn('MENTORING');
    office.give('mentorkoordinator', { type: 'registerFact', fact: 'mentorMatched', data: { mentor } });
    carryTo(office, ({ phase }) => phase === 'PROCUREMENT');
    const pilotLead = office.state().handovers.find(({ toPhase }) => toPhase === 'PILOT')?.receivers[0]?.person ?? '';
    expect(pilotLead).toMatch(/^pilotleder/);
    for (const party of [mentor, pilotLead]) {
      const refusal = office.tryGive('innkjoper', { type: 'addParty', party, role: 'evalueringsgruppe' });
      expect(refusal).toMatchObject({ code: 'forbidden', unblock: { fact: 'impartialityCleared' } });
    }
    office.give('jurist', { type: 'registerFact', fact: 'impartialityCleared', data: { cleared: pilotLead } });
    expect(office.tryGive('innkjoper', { type: 'addParty', party: pilotLead, role: 'evalueringsgruppe' })).toBeNull();
    expect(office.tryGive('innkjoper', { type: 'addParty', party: mentor, role: 'evalueringsgruppe' })?.code).toBe(
      'forbidden',
    );
  });

  it('makes nobody of the evaluation group mentor or pilot lead', () => {
    const office = officeIn('PROCUREMENT');
    office.give('innkjoper', { type: 'addParty', party: 'pilotleder.kultur', role: 'evalueringsgruppe' });
    const refusal = office.tryGive('innkjoper', { type: 'addParty', party: 'pilotleder.kultur', role: 'pilotleder' });
    expect(refusal?.code).toBe('forbidden');
    const matched = { type: 'registerFact', fact: 'mentorMatched', data: { mentor: 'pilotleder.kultur' } } as const;
    expect(office.tryGive('mentorkoordinator', matched)?.code).toBe('forbidden');
  });

  it('lets nobody who stands in for the owner accept what the owner sent, nor waive for the own case', () => {
    const office = officeIn('MENTORING');
    const { owner, unit } = office.state();
    const receivers = [{ unit: 'kultur', person: 'leder.kultur' }];
    office.give(owner, { type: 'draftHandover', purpose: 'TRANSFER', receivers, package: words(1) });
    office.give(owner, { type: 'sendHandover' });
    const both = actor('saksbehandler.kultur', { standsInFor: ['leder.kultur'] });
    expect(office.giveAs({ ...actor(owner), standsInFor: ['leder.kultur'] }, { type: 'acceptHandover' })?.code).toBe(
      'same-person',
    );
    expect(office.giveAs(both, { type: 'acceptHandover' })).toBeNull();
    expect(office.state().owner).toBe('leder.kultur');
    expect(office.state().unit).not.toBe(unit);
  });
});

describe('what somebody sees of the history', () => {
  it('is that it happened; notes, impartiality and tenders are for those who may know', () => {
    const office = officeIn('PROCUREMENT');
    office.give('jurist', {
      type: 'registerFact',
      fact: 'impartialityDeclared',
      data: { impartial: false, note: words(7) },
    });
    office.give('innkjoper', { type: 'registerFact', fact: 'tendersEvaluated', data: { note: words(8) } });
    office.give('innkjoper', { type: 'addParty', party: 'saksbehandler.kultur', role: 'evalueringsgruppe' });
    office.give('innkjoper', { type: 'registerFact', fact: 'dialogueLogged', data: { summary: words(9) } });
    const seen = (who: Actor) =>
      office.events.map((event) => shownEvent(event, aspectsFor(office.state(), who), who.user)).map(typeAndData);
    const entrepreneur = JSON.stringify(seen(actor('entreprenor.01', { speaksFor: ['org:org'] })));
    for (const hidden of [words(7), words(8), words(9), '"impartial"', 'evalueringsgruppe'])
      expect(entrepreneur).not.toContain(hidden);
    for (const shown of ['impartialityDeclared', 'tendersEvaluated', 'dialogueLogged', 'partyAdded'])
      expect(entrepreneur).toContain(shown);
    const mentor = JSON.stringify(
      seen(actor('mentor.helse', { parties: inCase('mentor.helse', 'mentor').parties ?? [] })),
    );
    expect(mentor).toContain(words(9));
    expect(mentor).not.toContain(words(8));
    const buyer = JSON.stringify(seen(actor('innkjoper')));
    for (const shown of [words(7), words(8), words(9), '"impartial"', 'evalueringsgruppe'])
      expect(buyer).toContain(shown);
  });

  it('always holds one’s own words', () => {
    const office = openOffice(MONDAY);
    office.give('mottak', { type: 'registerFact', fact: 'contactMade', data: { note: words(3) } });
    const [event] = office.typed('factRegistered');
    expect(event && JSON.stringify(shownEvent(event, new Set(), 'mottak').data)).toContain(words(3));
    expect(event && JSON.stringify(shownEvent(event, new Set(), 'someone').data)).not.toContain(words(3));
  });
});
