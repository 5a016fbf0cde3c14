import { describe, expect, it } from '@jest/globals';
import { visibleAspects, canRead } from '#domain/policy/read-access.js';
import { redactEvent } from '#domain/policy/visibility.js';
import { newestProcess } from '#processes/versions.js';
import { demoCommandPeople, openSimulatedCase } from '#support/simulated-case.js';
import { advanceUntil } from '#support/advance-until.js';
import type { Actor, CommandBody } from '#domain/model/command.js';
import type { CaseEvent } from '#domain/model/events.js';
import type { SimulatedCase } from '#support/simulated-case.js';

const MONDAY = '2027-01-11T08:00:00.000Z';
const textKey = (n: number): string => `text:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const actor = (user: string, more: Partial<Actor> = {}): Actor => ({
  user,
  grants: demoCommandPeople[user]?.grants ?? [],
  ...more,
});
const actorInvitedAs = (user: string, role: string): Actor =>
  actor(user, { parties: [{ case: '00000000-0000-4000-8000-000000000001', role }] });

/** The API does not show an event's hash. */
const typeAndData = ({ type, data }: CaseEvent) => ({ type, data });

function caseInPhase(phase: string): SimulatedCase {
  const simulated = openSimulatedCase(MONDAY);
  advanceUntil(simulated, (state) => state.phase === phase);
  return simulated;
}

describe('a role in a single case', () => {
  it('is given from a day to a day, stands in the history, and is ended', () => {
    const simulated = openSimulatedCase(MONDAY);
    simulated.submit('mottak', {
      type: 'addParty',
      party: 'mentor.nav',
      role: 'mentor',
      from: '2027-01-12',
      to: '2027-03-01',
    });
    simulated.submit('mottak', { type: 'endParty', party: 'mentor.nav', role: 'mentor', to: '2027-02-01' });
    expect(simulated.state().parties).toEqual([
      { party: 'mentor.nav', role: 'mentor', from: '2027-01-12', to: '2027-02-01' },
    ]);
    expect(simulated.eventsOfType('partyAdded')).toHaveLength(1);
    expect(simulated.eventsOfType('partyEnded')).toHaveLength(1);
  });

  it('is given once however often it is asked for', () => {
    const simulated = openSimulatedCase(MONDAY);
    for (let times = 0; times < 3; times += 1)
      simulated.submit('mottak', { type: 'addParty', party: 'mentor.nav', role: 'mentor' });
    expect(simulated.eventsOfType('partyAdded')).toHaveLength(1);
  });

  it('opens the case to those who have it today, and to nobody else', () => {
    const simulated = openSimulatedCase(MONDAY);
    expect(canRead(simulated.state(), actor('mentor.nav'))).toBe(false);
    expect(canRead(simulated.state(), actorInvitedAs('mentor.nav', 'mentor'))).toBe(true);
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
    const simulated = openSimulatedCase(MONDAY);
    expect(simulated.trySubmit('mottak', body)?.code).toBe(code);
    expect(simulated.state().parties).toBeUndefined();
  });

  it('lets an adviser from outside read along in the one phase it was given in, and do nothing', () => {
    const simulated = caseInPhase('PROCUREMENT');
    simulated.submit('innkjoper', { type: 'addParty', party: 'radgiver.ekstern', role: 'radgiver' });
    expect(simulated.state().parties?.at(-1)).toMatchObject({ phases: ['PROCUREMENT'] });
    const adviser = actorInvitedAs('radgiver.ekstern', 'radgiver');
    expect([...visibleAspects(simulated.state(), adviser)]).toEqual(['shared']);
    const refused = simulated.trySubmitAs(adviser, { type: 'registerFact', fact: 'dialogueLogged', data: {} });
    expect(refused?.detail.nb).toBe('Du kan lese saken, men ikke gjøre noe i den.');
  });

  it('lets a development partner report hours and invite others from outside, and nobody else', () => {
    const simulated = caseInPhase('MENTORING');
    const partner = actorInvitedAs('utviklingspartner', 'utviklingspartner');
    simulated.submit('mentorkoordinator', { type: 'addParty', party: 'utviklingspartner', role: 'utviklingspartner' });
    expect(
      simulated.trySubmitAs(partner, { type: 'registerFact', fact: 'sessionLogged', data: { hours: 2 } }),
    ).toBeNull();
    expect(simulated.trySubmitAs(partner, { type: 'addParty', party: 'henviser', role: 'henviser' })).toBeNull();
    expect(simulated.trySubmitAs(partner, { type: 'addParty', party: 'mentor.nav', role: 'mentor' })?.code).toBe(
      'forbidden',
    );
    expect(simulated.trySubmitAs(partner, { type: 'endParty', party: 'mentor.nav', role: 'mentor' })?.code).toBe(
      'forbidden',
    );
    expect(simulated.trySubmitAs(partner, { type: 'nameDeputy', deputy: 'mentor.nav' })?.code).toBe('not-yours');
    expect(
      simulated.trySubmit('utviklingspartner', { type: 'addParty', party: 'henviser', role: 'henviser' }),
    ).not.toBeNull();
  });
});

describe('what the municipality has registered', () => {
  it('is corrected and taken back by nobody outside, who may do so with their own', () => {
    const simulated = caseInPhase('PILOT');
    const outside = actor('entreprenor.01', { grants: [], speaksFor: ['org:org'] });
    const { owner } = simulated.state();
    const reported = { type: 'registerFact', fact: 'deviationReported', data: { note: textKey(1) } } as const;
    simulated.submit(owner, reported);
    const theirs = simulated.eventsOfType('factRegistered').at(-1)?.seq ?? 0;
    const retraction = (event: number) => ({ type: 'retractFact', event, reason: textKey(2) }) as const;
    const corrected = { type: 'correctFact', event: theirs, data: { note: textKey(3) }, reason: textKey(2) } as const;
    expect(simulated.trySubmitAs(outside, retraction(theirs))?.code).toBe('not-yours');
    expect(simulated.trySubmitAs(outside, corrected)?.code).toBe('not-yours');
    expect(simulated.trySubmitAs(outside, reported)).toBeNull();
    const own = simulated.eventsOfType('factRegistered').at(-1)?.seq ?? 0;
    expect(simulated.trySubmitAs(outside, retraction(own))).toBeNull();
    expect(simulated.trySubmit(owner, retraction(theirs))).toBeNull();
  });
});

describe('giving a role in a case', () => {
  it('gives nobody more of the case than the giver sees', () => {
    const simulated = caseInPhase('PROCUREMENT');
    expect(visibleAspects(simulated.state(), actor('mentorkoordinator')).has('tender')).toBe(false);
    for (const role of ['innkjoper', 'jurist', 'klageorgan', 'evalueringsgruppe']) {
      for (const party of ['mentorkoordinator', 'evaluator']) {
        const refusal = simulated.trySubmit('mentorkoordinator', { type: 'addParty', party, role });
        expect([role, refusal?.code]).toEqual([role, 'forbidden']);
      }
    }
    expect(
      simulated.trySubmit('mentorkoordinator', { type: 'addParty', party: 'mentor.nav', role: 'mentor' }),
    ).toBeNull();
    expect(simulated.trySubmit('innkjoper', { type: 'addParty', party: 'klageorgan', role: 'klageorgan' })).toBeNull();
  });
});

describe('who helped does not judge', () => {
  const clearImpartiality = (cleared: string) =>
    ({ type: 'registerFact', fact: 'impartialityCleared', data: { cleared } }) as const;
  const addEvaluator = (party: string) => ({ type: 'addParty', party, role: 'evalueringsgruppe' }) as const;

  it('is cleared by a legal adviser or buyer of the house: by nobody for themselves, and not by one whom the case made one', () => {
    const simulated = caseInPhase('PROCUREMENT');
    const { owner } = simulated.state();
    simulated.submit(owner, { type: 'addParty', party: 'leder.kultur', role: 'jurist' });
    expect(
      simulated.trySubmitAs(actorInvitedAs('leder.kultur', 'jurist'), clearImpartiality('pilotleder.kultur'))?.code,
    ).toBe('forbidden');
    expect(simulated.trySubmit('jurist', clearImpartiality('jurist'))?.code).toBe('same-person');
    expect(
      simulated.trySubmitAs(
        actor('jurist', { standsInFor: ['pilotleder.kultur'] }),
        clearImpartiality('pilotleder.kultur'),
      )?.code,
    ).toBe('same-person');
    simulated.submit('jurist', clearImpartiality('pilotleder.kultur'));
    const [event] = simulated.eventsOfType('factRegistered').slice(-1);
    const corrected = {
      type: 'correctFact',
      event: event?.seq ?? 0,
      data: { cleared: 'innkjoper' },
      reason: textKey(1),
    };
    expect(simulated.trySubmit('innkjoper', corrected as CommandBody)?.code).toBe('same-person');
  });

  it('keeps the clearing of one who sits in the group', () => {
    const simulated = caseInPhase('PROCUREMENT');
    const pilotLead =
      simulated.state().handovers.find(({ toPhase }) => toPhase === 'PILOT')?.receivers[0]?.person ?? '';
    simulated.submit('jurist', clearImpartiality(pilotLead));
    const event = simulated.eventsOfType('factRegistered').at(-1)?.seq ?? 0;
    simulated.submit('innkjoper', addEvaluator(pilotLead));
    const undoings = [
      { type: 'retractFact', event, reason: textKey(1) },
      { type: 'correctFact', event, data: { cleared: 'leder.kultur' }, reason: textKey(1) },
    ] as const;
    for (const body of undoings) {
      expect(simulated.trySubmit('jurist', body)).toMatchObject({ code: 'held', unblock: { command: 'endParty' } });
    }
    simulated.submit('innkjoper', { type: 'endParty', party: pilotLead, role: 'evalueringsgruppe' });
    const evaluatorUntil = simulated.state().parties?.at(-1)?.to ?? '';
    simulated.advanceTo(`${evaluatorUntil}T23:30:00.000Z`);
    expect(simulated.trySubmit('jurist', undoings[0])).toBeNull();
  });

  it('makes a pilot lead of the group neither owner nor deputy nor receiver of the case', () => {
    const simulated = caseInPhase('PROCUREMENT');
    const { owner } = simulated.state();
    const person = 'mentor.nav';
    simulated.submit('innkjoper', addEvaluator(person));
    const receivers = [{ unit: 'nav', person }];
    const namings: readonly CommandBody[] = [
      { type: 'assignOwner', owner: person },
      { type: 'nameDeputy', deputy: person },
      { type: 'draftHandover', purpose: 'TRANSFER', receivers, package: textKey(1) },
    ];
    for (const body of namings) {
      expect(simulated.trySubmit(owner, body)).toMatchObject({
        code: 'forbidden',
        detail: { nb: expect.stringContaining('evalueringsgruppa'), en: expect.stringContaining('evaluation group') },
      });
    }
    simulated.submit('jurist', clearImpartiality(person));
    expect(simulated.trySubmit(owner, { type: 'nameDeputy', deputy: person })).toBeNull();
  });

  it('counts a pilot lead who was deputy, or registered something in the case, among those who helped', () => {
    const simulated = caseInPhase('PROCUREMENT');
    const { owner } = simulated.state();
    simulated.submit(owner, { type: 'nameDeputy', deputy: 'pilotleder.kultur' });
    expect(simulated.trySubmit('innkjoper', addEvaluator('pilotleder.kultur'))?.code).toBe('forbidden');
    simulated.submit('mentor.nav', { type: 'registerFact', fact: 'dialogueLogged', data: { summary: textKey(2) } });
    expect(simulated.trySubmit('innkjoper', addEvaluator('mentor.nav'))?.code).toBe('forbidden');
    expect(simulated.trySubmit('innkjoper', addEvaluator('mentor.helse'))).toBeNull();
  });

  it('keeps the mentor and the pilot lead out of the evaluation group until they are cleared', () => {
    const mentor = 'mentor.helse';
    const simulated = caseInPhase('MENTORING');
    simulated.submit('mentorkoordinator', { type: 'registerFact', fact: 'mentorMatched', data: { mentor } });
    advanceUntil(simulated, ({ phase }) => phase === 'PROCUREMENT');
    const pilotLead =
      simulated.state().handovers.find(({ toPhase }) => toPhase === 'PILOT')?.receivers[0]?.person ?? '';
    expect(pilotLead).toMatch(/^pilotleder/);
    for (const party of [mentor, pilotLead]) {
      const refusal = simulated.trySubmit('innkjoper', { type: 'addParty', party, role: 'evalueringsgruppe' });
      expect(refusal).toMatchObject({ code: 'forbidden', unblock: { fact: 'impartialityCleared' } });
    }
    simulated.submit('jurist', { type: 'registerFact', fact: 'impartialityCleared', data: { cleared: pilotLead } });
    expect(
      simulated.trySubmit('innkjoper', { type: 'addParty', party: pilotLead, role: 'evalueringsgruppe' }),
    ).toBeNull();
    expect(simulated.trySubmit('innkjoper', { type: 'addParty', party: mentor, role: 'evalueringsgruppe' })?.code).toBe(
      'forbidden',
    );
  });

  it('makes nobody of the evaluation group mentor or pilot lead', () => {
    const simulated = caseInPhase('PROCUREMENT');
    simulated.submit('innkjoper', { type: 'addParty', party: 'pilotleder.kultur', role: 'evalueringsgruppe' });
    const refusal = simulated.trySubmit('innkjoper', {
      type: 'addParty',
      party: 'pilotleder.kultur',
      role: 'pilotleder',
    });
    expect(refusal?.code).toBe('forbidden');
    const matched = { type: 'registerFact', fact: 'mentorMatched', data: { mentor: 'pilotleder.kultur' } } as const;
    expect(simulated.trySubmit('mentorkoordinator', matched)?.code).toBe('forbidden');
  });

  it('lets nobody who stands in for the owner accept what the owner sent, nor waive for the own case', () => {
    const simulated = caseInPhase('MENTORING');
    const { owner, unit } = simulated.state();
    const receivers = [{ unit: 'kultur', person: 'leder.kultur' }];
    simulated.submit(owner, { type: 'draftHandover', purpose: 'TRANSFER', receivers, package: textKey(1) });
    simulated.submit(owner, { type: 'sendHandover' });
    const receiverAndSubstitute = actor('saksbehandler.kultur', { standsInFor: ['leder.kultur'] });
    expect(
      simulated.trySubmitAs({ ...actor(owner), standsInFor: ['leder.kultur'] }, { type: 'acceptHandover' })?.code,
    ).toBe('same-person');
    expect(simulated.trySubmitAs(receiverAndSubstitute, { type: 'acceptHandover' })).toBeNull();
    expect(simulated.state().owner).toBe('leder.kultur');
    expect(simulated.state().unit).not.toBe(unit);
  });

  it('lets nobody answer in any way, for whom they stand in, what they sent', () => {
    const simulated = caseInPhase('MENTORING');
    const { owner } = simulated.state();
    const receivers = [{ unit: 'kultur', person: 'leder.kultur' }];
    simulated.submit(owner, { type: 'draftHandover', purpose: 'TRANSFER', receivers, package: textKey(1) });
    simulated.submit(owner, { type: 'sendHandover' });
    const sender = actor(owner, { standsInFor: ['leder.kultur'] });
    const answers: readonly CommandBody[] = [
      { type: 'acknowledgeHandover' },
      { type: 'returnHandover', gaps: textKey(2) },
      { type: 'declineHandover', reason: textKey(2), alternative: textKey(3) },
      { type: 'acceptHandover' },
    ];
    for (const body of answers) {
      expect([body.type, simulated.trySubmitAs(sender, body)?.code]).toEqual([body.type, 'same-person']);
      const offered = simulated.actions(sender).find(({ type }) => type === body.type);
      expect([body.type, offered?.allowed]).toEqual([body.type, false]);
    }
  });
});

describe('what somebody sees of the history', () => {
  it('is that it happened; notes, impartiality and tenders are for those who may know', () => {
    const simulated = caseInPhase('PROCUREMENT');
    simulated.submit('jurist', {
      type: 'registerFact',
      fact: 'impartialityDeclared',
      data: { impartial: false, note: textKey(7) },
    });
    simulated.submit('innkjoper', { type: 'registerFact', fact: 'tendersEvaluated', data: { note: textKey(8) } });
    simulated.submit('innkjoper', { type: 'addParty', party: 'saksbehandler.kultur', role: 'evalueringsgruppe' });
    simulated.submit('innkjoper', { type: 'registerFact', fact: 'dialogueLogged', data: { summary: textKey(9) } });
    const visibleHistory = (who: Actor) =>
      simulated.events
        .map((event) =>
          redactEvent(
            { document: newestProcess, state: simulated.state() },
            event,
            visibleAspects(simulated.state(), who),
            who.user,
          ),
        )
        .map(typeAndData);
    const entrepreneur = JSON.stringify(visibleHistory(actor('entreprenor.01', { speaksFor: ['org:org'] })));
    for (const hidden of [textKey(7), textKey(8), textKey(9), '"impartial"', 'evalueringsgruppe'])
      expect(entrepreneur).not.toContain(hidden);
    for (const shown of ['impartialityDeclared', 'tendersEvaluated', 'dialogueLogged', 'partyAdded'])
      expect(entrepreneur).toContain(shown);
    const mentor = JSON.stringify(
      visibleHistory(actor('mentor.helse', { parties: actorInvitedAs('mentor.helse', 'mentor').parties ?? [] })),
    );
    expect(mentor).toContain(textKey(9));
    expect(mentor).not.toContain(textKey(8));
    const buyer = JSON.stringify(visibleHistory(actor('innkjoper')));
    for (const shown of [textKey(7), textKey(8), textKey(9), '"impartial"', 'evalueringsgruppe'])
      expect(buyer).toContain(shown);
  });

  it('always holds one’s own words', () => {
    const simulated = openSimulatedCase(MONDAY);
    simulated.submit('mottak', { type: 'registerFact', fact: 'contactMade', data: { note: textKey(3) } });
    const [event] = simulated.eventsOfType('factRegistered');
    expect(
      event &&
        JSON.stringify(
          redactEvent({ document: newestProcess, state: simulated.state() }, event, new Set(), 'mottak').data,
        ),
    ).toContain(textKey(3));
    expect(
      event &&
        JSON.stringify(
          redactEvent({ document: newestProcess, state: simulated.state() }, event, new Set(), 'someone').data,
        ),
    ).not.toContain(textKey(3));
  });
});
