import { describe, expect, it } from '@jest/globals';
import { aspectsFor, mayRead } from '#domain/policy/read.js';
import { actions } from '#domain/next/actions.js';
import { shownEvent } from '#domain/policy/shown.js';
import { newestProcess } from '#processes/versions.js';
import { demoCommandPeople, openOffice } from '#support/office.js';
import { carryTo } from '#support/carry-to.js';
import type { Actor, CommandBody } from '#domain/model/command.js';
import type { CaseEvent } from '#domain/model/events.js';
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

describe('what the municipality has registered', () => {
  it('is corrected and taken back by nobody outside, who may do so with their own', () => {
    const office = officeIn('PILOT');
    const outside = actor('entreprenor.01', { grants: [], speaksFor: ['org:org'] });
    const { owner } = office.state();
    const reported = { type: 'registerFact', fact: 'deviationReported', data: { note: words(1) } } as const;
    office.give(owner, reported);
    const theirs = office.typed('factRegistered').at(-1)?.seq ?? 0;
    const takenBack = (event: number) => ({ type: 'retractFact', event, reason: words(2) }) as const;
    const corrected = { type: 'correctFact', event: theirs, data: { note: words(3) }, reason: words(2) } as const;
    expect(office.giveAs(outside, takenBack(theirs))?.code).toBe('not-yours');
    expect(office.giveAs(outside, corrected)?.code).toBe('not-yours');
    expect(office.giveAs(outside, reported)).toBeNull();
    const own = office.typed('factRegistered').at(-1)?.seq ?? 0;
    expect(office.giveAs(outside, takenBack(own))).toBeNull();
    expect(office.tryGive(owner, takenBack(theirs))).toBeNull();
  });
});

describe('giving a role in a case', () => {
  it('gives nobody more of the case than the giver sees', () => {
    const office = officeIn('PROCUREMENT');
    expect(aspectsFor(office.state(), actor('mentorkoordinator')).has('tender')).toBe(false);
    for (const role of ['innkjoper', 'jurist', 'klageorgan', 'evalueringsgruppe']) {
      for (const party of ['mentorkoordinator', 'evaluator']) {
        const refusal = office.tryGive('mentorkoordinator', { type: 'addParty', party, role });
        expect([role, refusal?.code]).toEqual([role, 'forbidden']);
      }
    }
    expect(office.tryGive('mentorkoordinator', { type: 'addParty', party: 'mentor.nav', role: 'mentor' })).toBeNull();
    expect(office.tryGive('innkjoper', { type: 'addParty', party: 'klageorgan', role: 'klageorgan' })).toBeNull();
  });
});

describe('who helped does not judge', () => {
  const clears = (cleared: string) =>
    ({ type: 'registerFact', fact: 'impartialityCleared', data: { cleared } }) as const;
  const judges = (party: string) => ({ type: 'addParty', party, role: 'evalueringsgruppe' }) as const;

  it('is cleared by a legal adviser or buyer of the house: by nobody for themselves, and not by one whom the case made one', () => {
    const office = officeIn('PROCUREMENT');
    const { owner } = office.state();
    office.give(owner, { type: 'addParty', party: 'leder.kultur', role: 'jurist' });
    expect(office.giveAs(inCase('leder.kultur', 'jurist'), clears('pilotleder.kultur'))?.code).toBe('forbidden');
    expect(office.tryGive('jurist', clears('jurist'))?.code).toBe('same-person');
    expect(
      office.giveAs(actor('jurist', { standsInFor: ['pilotleder.kultur'] }), clears('pilotleder.kultur'))?.code,
    ).toBe('same-person');
    office.give('jurist', clears('pilotleder.kultur'));
    const [event] = office.typed('factRegistered').slice(-1);
    const corrected = { type: 'correctFact', event: event?.seq ?? 0, data: { cleared: 'innkjoper' }, reason: words(1) };
    expect(office.tryGive('innkjoper', corrected as CommandBody)?.code).toBe('same-person');
  });

  it('keeps the clearing of one who sits in the group', () => {
    const office = officeIn('PROCUREMENT');
    const pilotLead = office.state().handovers.find(({ toPhase }) => toPhase === 'PILOT')?.receivers[0]?.person ?? '';
    office.give('jurist', clears(pilotLead));
    const event = office.typed('factRegistered').at(-1)?.seq ?? 0;
    office.give('innkjoper', judges(pilotLead));
    const taken = [
      { type: 'retractFact', event, reason: words(1) },
      { type: 'correctFact', event, data: { cleared: 'leder.kultur' }, reason: words(1) },
    ] as const;
    for (const body of taken) {
      expect(office.tryGive('jurist', body)).toMatchObject({ code: 'held', unblock: { command: 'endParty' } });
    }
    office.give('innkjoper', { type: 'endParty', party: pilotLead, role: 'evalueringsgruppe' });
    const judged = office.state().parties?.at(-1)?.to ?? '';
    office.until(`${judged}T23:30:00.000Z`);
    expect(office.tryGive('jurist', taken[0])).toBeNull();
  });

  it('makes a pilot lead of the group neither owner nor deputy nor receiver of the case', () => {
    const office = officeIn('PROCUREMENT');
    const { owner } = office.state();
    const person = 'mentor.nav';
    office.give('innkjoper', judges(person));
    const receivers = [{ unit: 'nav', person }];
    const handings: readonly CommandBody[] = [
      { type: 'assignOwner', owner: person },
      { type: 'nameDeputy', deputy: person },
      { type: 'draftHandover', purpose: 'TRANSFER', receivers, package: words(1) },
    ];
    for (const body of handings) {
      expect(office.tryGive(owner, body)).toMatchObject({
        code: 'forbidden',
        detail: expect.stringContaining('evalueringsgruppa'),
      });
    }
    office.give('jurist', clears(person));
    expect(office.tryGive(owner, { type: 'nameDeputy', deputy: person })).toBeNull();
  });

  it('counts a pilot lead who was deputy, or registered something in the case, among those who helped', () => {
    const office = officeIn('PROCUREMENT');
    const { owner } = office.state();
    office.give(owner, { type: 'nameDeputy', deputy: 'pilotleder.kultur' });
    expect(office.tryGive('innkjoper', judges('pilotleder.kultur'))?.code).toBe('forbidden');
    office.give('mentor.nav', { type: 'registerFact', fact: 'dialogueLogged', data: { summary: words(2) } });
    expect(office.tryGive('innkjoper', judges('mentor.nav'))?.code).toBe('forbidden');
    expect(office.tryGive('innkjoper', judges('mentor.helse'))).toBeNull();
  });

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

  it('lets nobody answer in any way, for whom they stand in, what they sent', () => {
    const office = officeIn('MENTORING');
    const { owner } = office.state();
    const receivers = [{ unit: 'kultur', person: 'leder.kultur' }];
    office.give(owner, { type: 'draftHandover', purpose: 'TRANSFER', receivers, package: words(1) });
    office.give(owner, { type: 'sendHandover' });
    const sender = actor(owner, { standsInFor: ['leder.kultur'] });
    const answers: readonly CommandBody[] = [
      { type: 'acknowledgeHandover' },
      { type: 'returnHandover', gaps: words(2) },
      { type: 'declineHandover', reason: words(2), alternative: words(3) },
      { type: 'acceptHandover' },
    ];
    for (const body of answers) {
      expect([body.type, office.giveAs(sender, body)?.code]).toEqual([body.type, 'same-person']);
      const offered = actions(newestProcess, office.state(), sender).find(({ type }) => type === body.type);
      expect([body.type, offered?.allowed]).toEqual([body.type, false]);
    }
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
