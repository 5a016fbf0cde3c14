import { describe, expect, it } from '@jest/globals';
import { collaboration } from '#processes/collaboration/document.js';
import { PHASES } from '../process/process-document.js';
import { checkDocument } from './check-document.js';
import type { ProcessDocument } from '../process/process-document.js';

type Draft<T> = T extends object ? { -readonly [K in keyof T]: Draft<T[K]> } : T;

/** What `checkDocument` reports for version 1 after `plant` has changed it. */
function faultsAfter(plant: (draft: Draft<ProcessDocument>) => void): string[] {
  const draft = structuredClone(collaboration) as Draft<ProcessDocument>;
  plant(draft);
  return checkDocument(draft);
}

/** The entry; throws when it is missing, because the planted fault would then prove nothing. */
function at<T>(rules: Record<string, T>, key: string): T {
  const rule = rules[key];
  if (rule === undefined) throw new Error(`version 1 has no ${key}`);
  return rule;
}

describe('check', () => {
  it('finds nothing wrong with version 1', () => {
    expect(checkDocument(collaboration)).toEqual([]);
  });

  describe('of what rules refer to', () => {
    it.each<[string, (draft: Draft<ProcessDocument>) => void, string]>([
      [
        'a fact that an item waits for',
        (it) => delete it.facts.meetingHeld,
        'item clarificationMeeting: there is no fact meetingHeld',
      ],
      [
        'a fact that a meeting counts as',
        (it) => (at(it.meetings, 'STATUS').fact = 'statusGiven'),
        'meeting STATUS: there is no fact statusGiven',
      ],
      [
        'a fact that a meeting cannot fill in',
        (it) => (at(it.meetings, 'FREE').fact = 'delayExplained'),
        'meeting FREE: delayExplained asks for newDate, which no meeting has',
      ],
      [
        'a fact that must stand first',
        (it) => (at(it.facts, 'pilotEnded').requires = ['pilotBegun']),
        'fact pilotEnded: there is no fact pilotBegun',
      ],
      [
        'a fact that must stand first on some routes',
        (it) => (at(it.facts, 'agreementSigned').requiresWhen = { standstillRequired: ['awardSent'] }),
        'fact agreementSigned: there is no fact awardSent',
      ],
      [
        'a fact that a hold bars',
        (it) => (at(it.deadlines, 'procurement.standstill').bars = ['contractSigned']),
        'deadline procurement.standstill: there is no fact contractSigned',
      ],
      ['a command', (it) => (it.commands.sleep = { who: ['owner'] }), 'command sleep: there is no such command'],
      ['an item of a gate', (it) => it.gates.G1.items.push('tea'), 'gate G1: there is no item tea'],
      [
        'an item that should come after the decision, and its fact may come before it',
        (it) => delete at(it.facts, 'agreementSigned').needsDecision,
        'gate G5: agreementSigned may be met before the decision',
      ],
      [
        'an item that should come after the decision, and is ticked',
        (it) => (at(it.items, 'effectClause').stage = 'HANDOVER'),
        'gate G5: effectClause may be met before the decision',
      ],
      [
        'a ladder',
        (it) => (at(it.deadlines, 'pilot.status').ladder = 'steep'),
        'deadline pilot.status: there is no ladder steep',
      ],
      [
        'a phase that a way leads to',
        (it) => it.gates.G1.outcomes.push({ ...it.gates.G1.outcomes[0]!, toPhase: 'LIMBO' as 'PILOT' }),
        'gate G1, PROCEED: there is no phase LIMBO',
      ],
      [
        'a capacity',
        (it) => (at(it.routes, 'GRANT').receivers[0]!.capacity = 'treasurer'),
        'route GRANT: there is no capacity treasurer',
      ],
      [
        'a gate of a phase',
        (it) => (it.phases.PILOT.gates = ['G3', 'G4', 'G5']),
        'phase PILOT: G5 is not a gate of it',
      ],
      [
        'a fact a mark is made by',
        (it) => at(it.deadlines, 'pilot.status').ends.push('fact:statusReported'),
        "deadline pilot.status: no case makes the mark 'fact:statusReported'",
      ],
      [
        'a gate a mark is made by',
        (it) => at(it.deadlines, 'pilot.start').starts.push('accepted:G9'),
        "deadline pilot.start: no case makes the mark 'accepted:G9'",
      ],
      [
        'a decision a mark is made by',
        (it) => at(it.deadlines, 'pilot.extension').starts.push('decided:G1:ITERATE'),
        "deadline pilot.extension: no case makes the mark 'decided:G1:ITERATE'",
      ],
      [
        'a deadline a mark is made by',
        (it) => at(it.deadlines, 'delay.explain').starts.push('breached:complaint.right'),
        "deadline delay.explain: no case makes the mark 'breached:complaint.right'",
      ],
      [
        'a mark nobody makes',
        (it) => at(it.deadlines, 'pilot.start').ends.push('fullMoon'),
        "deadline pilot.start: no case makes the mark 'fullMoon'",
      ],
    ])('misses %s', (_what, plant, fault) => {
      expect(faultsAfter(plant)).toContain(fault);
    });
  });

  describe('of people and named rules', () => {
    it.each<[string, (draft: Draft<ProcessDocument>) => void, string]>([
      ['a gate', (it) => (it.gates.G2.decider = ['sjef@hosting']), "gate G2: nobody is 'sjef@hosting'"],
      ['a place', (it) => (it.gates.G2.decider = ['leder@home']), "gate G2: nobody is 'leder@home'"],
      ['a fact', (it) => (at(it.facts, 'contactMade').by = ['janitor']), "fact contactMade: nobody is 'janitor'"],
      ['an item', (it) => (at(it.items, 'pilotIdea').by = []), 'item pilotIdea: nobody may'],
      ['a command', (it) => at(it.commands, 'stop').who.push('leder'), "command stop: nobody is 'leder'"],
      [
        'a user field',
        (it) => (at(at(it.facts, 'mentorMatched').schema.properties, 'mentor')['x-user'] = 'guru@any'),
        "fact mentorMatched, mentor: nobody is 'guru@any'",
      ],
      [
        'a debtor',
        (it) => (at(it.deadlines, 'pilot.start').owedBy.role = 'nobody'),
        "deadline pilot.start: nobody is 'nobody'",
      ],
      [
        'a letter',
        (it) => (at(it.ladders, 'usual')[0]!.to = ['manager-of:moon']),
        "ladder usual, before-1: nobody is 'manager-of:moon'",
      ],
      [
        '`when` of an item',
        (it) => (at(it.items, 'aidLedger').when = { rule: 'rainy' }),
        'item aidLedger: there is no rule rainy',
      ],
      [
        '`when` of a deadline',
        (it) => (at(it.deadlines, 'pilot.start').when = { rule: 'rainy' }),
        'deadline pilot.start: there is no rule rainy',
      ],
      [
        '`requiresWhen`',
        (it) => (at(it.facts, 'agreementSigned').requiresWhen = { rainy: ['awardNotified'] }),
        'fact agreementSigned: there is no rule rainy',
      ],
      [
        '`state`',
        (it) => (at(it.items, 'receiptSent').metBy = { state: 'allWell' }),
        'item receiptSent: there is no rule allWell',
      ],
      [
        '`rule` of a count',
        (it) => (at(it.deadlines, 'procurement.sla').count = { rule: 'longEnough' }),
        'deadline procurement.sla: there is no rule longEnough',
      ],
      [
        '`notBefore`',
        (it) => (at(it.facts, 'dataPointRecorded').notBefore = { rule: 'spring' }),
        'fact dataPointRecorded: there is no rule spring',
      ],
    ])('finds an unknown one in %s', (_where, plant, fault) => {
      expect(faultsAfter(plant)).toContain(fault);
    });

    it.each<[string, (draft: Draft<ProcessDocument>) => void, string]>([
      [
        'of an item asks about a fact that does not exist',
        (it) => (at(it.items, 'aidLedger').when!.facts = ['adviceGiven']),
        'item aidLedger: there is no fact adviceGiven',
      ],
      [
        'of an item that the state meets asks about a fact that does not exist',
        (it) => (at(it.items, 'receiptSent').metBy = { state: 'receiptSent', facts: ['receipt'] }),
        'item receiptSent: there is no fact receipt',
      ],
      [
        'of a deadline asks about a fact that does not exist',
        (it) => (at(it.deadlines, 'effect.nextDataPoint').when!.facts = ['measured']),
        'deadline effect.nextDataPoint: there is no fact measured',
      ],
      [
        'of a count asks about a fact that does not exist',
        (it) => (at(it.deadlines, 'agreement.budget').count = { rule: 'untilBudgetDate', facts: ['budgetAgreed'] }),
        'deadline agreement.budget: there is no fact budgetAgreed',
      ],
      [
        'of a fact asks about a fact that does not exist',
        (it) => (at(it.facts, 'dataPointRecorded').notBefore!.facts = ['operationBegun']),
        'fact dataPointRecorded: there is no fact operationBegun',
      ],
      [
        'asks about facts and is told of none',
        (it) => delete at(it.items, 'aidLedger').when!.facts,
        'item aidLedger: aidGiven asks about facts',
      ],
      [
        'asks about no fact and is told of one',
        (it) => (at(it.items, 'valueEstimate').when!.facts = ['routeChosen']),
        'item valueEstimate: paidRoute asks about no fact',
      ],
      [
        'of a prerequisite cannot be told its facts',
        (it) => (at(it.facts, 'agreementSigned').requiresWhen = { aidGiven: ['awardNotified'] }),
        'fact agreementSigned: aidGiven asks about facts',
      ],
    ])('finds a rule that %s', (_what, plant, fault) => {
      expect(faultsAfter(plant)).toEqual([fault]);
    });

    it('finds somebody whom a fact lets in and the command shuts out', () => {
      const faults = faultsAfter((it) => {
        at(it.facts, 'contactMade').by.push('henviser@any');
      });
      expect(faults).toEqual(['command registerFact: shuts out henviser@any']);
    });
  });

  describe('of what facts and roles are said to be', () => {
    it.each<[string, (draft: Draft<ProcessDocument>) => void, string[]]>([
      [
        'a fact that no fact undoes',
        (it) => (at(it.facts, 'receivingUnitNamed').undoneBy = 'receivingUnitLeft'),
        ['fact receivingUnitNamed: there is no fact receivingUnitLeft'],
      ],
      [
        'a unit named in a field that is not there',
        (it) => (at(it.facts, 'hostingUnitNamed').names = { hosting: 'host' }),
        ['fact hostingUnitNamed: host cannot name hosting'],
      ],
      [
        'a unit named in a field for people',
        (it) => (at(it.facts, 'mentorMatched').names = { hosting: 'mentor' }),
        ['fact mentorMatched: mentor cannot name hosting'],
      ],
      [
        'a person named in a field for units',
        (it) => (at(it.facts, 'mentorMatched').names = { mentor: 'unit' }),
        ['fact mentorMatched: unit cannot name mentor'],
      ],
      ['a route that there is not', (it) => delete it.routes.GRANT, ['fact routeChosen: route cannot name route']],
      [
        'a next step named in free text',
        (it) => (at(it.facts, 'nextStepChosen').names!.nextStep = 'reason'),
        ['fact nextStepChosen: reason cannot name nextStep'],
      ],
      [
        'a place that no fact names',
        (it) => delete at(it.facts, 'hostingUnitNamed').names,
        ['place hosting: no fact names its unit'],
      ],
      [
        'a unit in a field that access does not know',
        (it) => (at(it.facts, 'officeEnded').schema.properties.lender = { type: 'string', 'x-unit': true }),
        ['fact officeEnded, lender: a unit is given in the field unit'],
      ],
      [
        'a balance without its number',
        (it) => (at(it.facts, 'officeEnded').balance = 'hoursUsed'),
        ['fact officeEnded: has no number in hours'],
      ],
      [
        'a balance without the rate that counts where none is given',
        (it) => delete at(at(it.facts, 'aidAwarded').schema.properties, 'nokPerEur').default,
        ['fact aidAwarded: has no number in nokPerEur'],
      ],
      ['a role that nobody holds', (it) => it.supportingRoles.push('kofa'), ["supportingRoles: nobody is 'kofa'"]],
      [
        'that nobody can be cleared',
        (it) => delete at(it.facts, 'impartialityCleared').names,
        ['supportingRoles: no fact names who is cleared'],
      ],
      [
        'that something waits for an award that never comes',
        (it) => {
          for (const fact of Object.values(it.facts)) delete fact.award;
        },
        ['facts: something awaits an award, and none comes'],
      ],
      [
        'that no reply is promised',
        (it) => delete at(it.deadlines, 'firstContact.contact').promisedReply,
        ['deadlines: one that starts with the opening must be the promised reply'],
      ],
      [
        'that two replies are promised',
        (it) => (at(it.deadlines, 'firstContact.meeting').promisedReply = true),
        ['deadlines: one that starts with the opening must be the promised reply'],
      ],
      [
        'a right that makes the case stuck',
        (it) => (at(it.deadlines, 'complaint.right').expiry = true),
        ['deadline complaint.right: only a debt makes the case stuck'],
      ],
    ])('finds %s', (_what, plant, faults) => {
      expect(faultsAfter(plant)).toEqual(faults);
    });
  });

  describe('of the road', () => {
    it('finds a phase that only a skip leads to', () => {
      const faults = faultsAfter((it) => {
        for (const way of it.gates.G5.outcomes) if (way.toPhase === 'OPERATION') way.exceptional = true;
      });
      expect(faults).toContain('phase OPERATION: no ordinary way leads there');
      expect(faults).toContain('COMPLETED: no ordinary way leads there');
    });

    it('finds a gate that hides those behind it', () => {
      const faults = faultsAfter((it) => {
        it.gates.G3.outcomes = it.gates.G3.outcomes.filter((way) => way.changesPhase || way.decision === 'REFUSE');
      });
      expect(faults).toContain('phase PROCUREMENT: no ordinary way leads there');
    });

    it('finds a conclusion that cannot complete the case', () => {
      const faults = faultsAfter((it) => {
        it.gates.G7.outcomes = it.gates.G7.outcomes.filter((way) => way.changesPhase || way.decision === 'REFUSE');
      });
      expect(faults).toContain('COMPLETED: no ordinary way leads there');
    });

    it('finds a handover without receivers, and a way that leads nowhere', () => {
      const faults = faultsAfter((it) => {
        it.gates.G1.outcomes[0] = { decision: 'PROCEED', toPhase: 'MENTORING', changesPhase: true };
        it.gates.G2.outcomes.push({ decision: 'PROCEED', changesPhase: false });
      });
      expect(faults).toEqual(['gate G1, PROCEED: nobody takes over', 'gate G2, PROCEED: leads nowhere']);
    });

    it('finds a way that stands twice', () => {
      const faults = faultsAfter((it) => {
        it.gates.G4.outcomes.push({ decision: 'STOP', changesPhase: false });
      });
      expect(faults).toEqual(['gate G4: STOP to nowhere stands twice']);
    });

    it('finds a phase in which nobody may owe anything', () => {
      const faults = faultsAfter((it) => {
        delete it.deadlines['pilot.startSla'];
        delete it.deadlines['gate.prepare'];
        delete it.ladders.prepare;
      });
      expect(faults).toEqual([
        "after 'phase:PILOT' nobody may owe anything",
        "after 'phase:OPERATION' nobody may owe anything",
        ...PHASES.map((phase) => `after 'phase:${phase}' nobody carries the case`),
        "after 'gateOpened' nobody carries the case",
        "after 'gateBlocked' nobody carries the case",
      ]);
    });

    it.each(['gate.decide', 'gate.whatNow', 'handover.prepare', 'handover.send', 'handover.answer', 'case.complete'])(
      'finds where nobody carries the case without %s',
      (kind) => {
        const marks = collaboration.deadlines[kind as 'gate.decide']?.starts ?? [];
        const faults = faultsAfter((it) => {
          it.deadlines[kind]!.starts = ['completed'];
        });
        expect(faults).toEqual(marks.map((mark) => `after '${mark}' nobody carries the case`));
      },
    );

    it('finds an item at two gates, and one at none', () => {
      const faults = faultsAfter((it) => {
        it.gates.G2.items.push('profileComplete');
        it.gates.G1.items = it.gates.G1.items.filter((item) => item !== 'othersChecked');
      });
      expect(faults).toEqual(['item profileComplete: stands at 2 gates', 'item othersChecked: stands at 0 gates']);
    });

    it('finds facts that wait for each other', () => {
      const faults = faultsAfter((it) => {
        at(it.facts, 'pilotStarted').requires = ['pilotEnded'];
      });
      expect(faults).toContain('fact pilotStarted: must stand before itself');
    });
  });

  describe('of deadlines and ladders', () => {
    it.each<[string, (draft: Draft<ProcessDocument>) => void, string]>([
      [
        'is never started',
        (it) => (at(it.deadlines, 'pilot.start').starts = []),
        'deadline pilot.start: nothing starts it',
      ],
      [
        'can never be met',
        (it) => (at(it.deadlines, 'pilot.start').ends = []),
        'deadline pilot.start: nothing meets it',
      ],
      [
        'is no debt, but has a ladder',
        (it) => (at(it.deadlines, 'complaint.right').ladder = 'usual'),
        'deadline complaint.right: only a debt is reminded',
      ],
      [
        'is a hold that bars nothing',
        (it) => delete at(it.deadlines, 'procurement.standstill').bars,
        'deadline procurement.standstill: a hold bars something, and nothing else does',
      ],
      [
        'rests on a date that its fact does not carry',
        (it) => (at(it.deadlines, 'agreement.option').dateField = 'valueNok'),
        'deadline agreement.option: fact:agreementSigned has no date in valueNok',
      ],
      [
        'takes its count from no number',
        (it) => (at(it.deadlines, 'procurement.standstill').count = { field: 'days', default: 10 }),
        'deadline procurement.standstill: fact:awardNotified has no integer in days',
      ],
      [
        'counts what may be absent from no date',
        (it) => (at(it.deadlines, 'pilot.start').otherwise = { count: 3, calendar: 'MONTHS' }),
        "deadline pilot.start: 'otherwise' is for a date that may be absent",
      ],
      [
        'counts weeks and does not say whether it moves off holidays',
        (it) => delete at(it.deadlines, 'complaint.right').movesOffHolidays,
        'deadline complaint.right: does not say whether its end moves off holidays, and by what',
      ],
      [
        'counts calendar days by law and does not say by what it stays on holidays',
        (it) => delete at(it.deadlines, 'procurement.standstill').holidaySource,
        'deadline procurement.standstill: does not say whether its end moves off holidays, and by what',
      ],
      [
        'counts hours, which no pause can move, by practice',
        (it) => (at(it.deadlines, 'dataBreach.notify').effect = 'PRACTICE'),
        'deadline dataBreach.notify: hours are not paused, so only the law counts them',
      ],
      [
        'is met by falling asleep',
        (it) => at(it.deadlines, 'firstContact.nextStep').ends.push('closed'),
        'deadline firstContact.nextStep: silence meets nothing; name the ways of closing that meet it',
      ],
    ])('finds one that %s', (_what, plant, fault) => {
      expect(faultsAfter(plant)).toEqual([fault]);
    });

    it('finds a ladder that goes down, one with a rung twice, and one that nobody climbs', () => {
      const faults = faultsAfter((it) => {
        at(it.ladders, 'usual').reverse();
        at(it.ladders, 'handover')[1]!.rung = 'day-5';
        it.ladders.spare = [{ ...at(it.ladders, 'once')[0]!, from: 'SINCE' }];
      });
      expect(faults).toEqual([
        'ladder usual: manager does not ascend',
        'ladder usual: due does not ascend',
        'ladder usual: before-1 does not ascend',
        'ladder handover: day-5 stands twice',
        'ladder spare: no deadline climbs it',
        'ladder spare, due: falls on or before day 0',
      ]);
    });
  });

  describe('of what is filled in', () => {
    it.each<[string, (fields: Draft<ProcessDocument>['facts'][string]['schema']) => void, string]>([
      ['is required and not there', (it) => (it.required = ['colour']), 'fact aidAwarded: there is no field colour'],
      [
        'is required without a value to take',
        (it) => delete at(it.properties, 'amountNok').examples,
        'fact aidAwarded, amountNok: is required, but nothing says what to take',
      ],
      [
        'has an example that is not valid',
        (it) => (at(it.properties, 'amountNok').examples = [-1]),
        'fact aidAwarded, amountNok: -1 is not valid',
      ],
      [
        'has a default of another type',
        (it) => (at(it.properties, 'nokPerEur').default = 'ten'),
        'fact aidAwarded, nokPerEur: "ten" is not valid',
      ],
      [
        'has a keyword nobody knows',
        (it) => (at(it.properties, 'amountNok').mimimum = 0),
        "fact aidAwarded, amountNok: 'mimimum' is no known keyword",
      ],
      [
        'is free text that would reach the engine',
        (it) => delete at(it.properties, 'basis')['x-private'],
        'fact aidAwarded, basis: free text is not marked x-private',
      ],
      [
        'is free text without end',
        (it) => delete at(it.properties, 'basis').maxLength,
        'fact aidAwarded, basis: free text has 1 to 4000 characters',
      ],
      [
        'has words for other choices',
        (it) => (at(it.properties, 'kind').enum = ['HOURS', 'CAKE']),
        'fact aidAwarded, kind: the words are not those of the choices',
      ],
    ])('finds a field that %s', (_what, plant, fault) => {
      expect(faultsAfter((it) => plant(at(it.facts, 'aidAwarded').schema))).toEqual([fault]);
    });

    it('finds a missing word', () => {
      const faults = faultsAfter((it) => {
        at(it.deadlines, 'pilot.start').label.en = ' ';
      });
      expect(faults).toEqual(['deadline pilot.start: a word is missing']);
    });
  });
});
