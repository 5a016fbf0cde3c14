import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { minimalBody } from '#domain/next/minimal-body.js';
import { checkDocument } from '#domain/release/check-document.js';
import type { DeadlineRule, FactSchema } from '#domain/process/process-document.js';
import type { ObjectSchema } from '#domain/next/proposed-step.js';
import { collaboration } from './document.js';

const { deadlines, facts, items, gates, routes } = collaboration;

const durationOf = ({ count, calendar, otherwise }: DeadlineRule): string => {
  if (otherwise) return durationOf({ ...otherwise } as DeadlineRule);
  const n = typeof count === 'number' ? count : 'rule' in count ? count.rule : `${count.default}`;
  return `${n} ${calendar === 'WORKING_DAYS_EEA' ? 'working days' : calendar === 'CALENDAR_DAYS' ? 'days' : calendar.toLowerCase()}`;
};

/** As it is shown for a case: units and people by name. */
const inHelse = ({ properties, required = [] }: FactSchema): ObjectSchema => ({
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(properties).map(([name, field]) => {
      const named = field['x-unit'] ? 'helse' : field['x-user'] ? 'pilotleder.helse' : undefined;
      const offered = named === undefined ? field : { ...field, enum: [named] };
      return [name, field['x-days-ahead'] === undefined ? offered : { ...offered, default: '2027-02-15' }];
    }),
  ),
  required,
  additionalProperties: false,
});

/** Words of a label, and the field without which a fact does not hold what they say. */
const PROMISES: Readonly<Record<string, string>> = {
  'med begrunnelse|^forklar': 'reason',
  'opsjone\\w* datofest|datofest opsjone': 'endsOn',
  'ny dato$': 'newDate',
  '^dato for budsjett': 'inputBy',
  'med regelversjon': 'rulesAsOf',
  'med karensperiode': 'standstillDays',
  '^beslutning, ansvarlig': 'decision|reason',
};

/** What a fact must hold, with what the facts that it rests on must hold. */
const requiredOf = (fact: string): readonly string[] => {
  const rule = facts[fact];
  return [...(rule?.schema.required ?? []), ...(rule?.requires ?? []).flatMap(requiredOf)];
};

describe('version 1 of the collaboration process', () => {
  it('has nothing wrong with it', () => {
    expect(checkDocument(collaboration)).toEqual([]);
  });

  it.each([
    ['firstContact.contact', '2 working days'],
    ['firstContact.handler', '3 working days'],
    ['firstContact.meeting', '15 working days'],
    ['firstContact.preliminaryReply', '1 months'],
    ['firstContact.nextStep', '30 days'],
    ['information.answer', '15 working days'],
    ['information.review', '3 working days'],
    ['information.dormancy', '15 working days'],
    ['gate.decide', '5 working days'],
    ['gate.whatNow', '5 working days'],
    ['handover.send', '3 working days'],
    ['escalation.choice', '2 working days'],
    ['access.answer', '5 working days'],
    ['handover.acknowledge', '3 working days'],
    ['handover.answer', '10 working days'],
    ['handover.gaps', '10 working days'],
    ['handover.choice', '5 working days'],
    ['deputy.confirm', '3 working days'],
    ['delay.explain', '1 working days'],
    ['mentoring.match', '10 working days'],
    ['mentoring.firstMeeting', '10 working days'],
    ['mentoring.rhythm', '28 days'],
    ['mentoring.midway', '45 days'],
    ['mentoring.standIn', '14 days'],
    ['mentoring.sla', '90 days'],
    ['office.end', '3 months'],
    ['pilot.start', '30 days'],
    ['pilot.end', '180 days'],
    ['pilot.decision', '180 days'],
    ['pilot.status', '14 days'],
    ['pilot.midway', '90 days'],
    ['pilot.report', '20 working days'],
    ['pilot.extension', '90 days'],
    ['dataBreach.notify', '72 hours'],
    ['procurement.routeMemo', '15 working days'],
    ['procurement.marketDialogue', '20 working days'],
    ['procurement.documents', '30 working days'],
    ['procurement.evaluation', '20 working days'],
    ['procurement.standstill', '10 days'],
    ['procurement.sign', '10 working days'],
    ['procurement.kofaStatus', '5 working days'],
    ['procurement.kofaAnswer', '10 working days'],
    ['operation.startMeeting', '10 working days'],
    ['operation.review', '90 days'],
    ['operation.quarterly', '3 months'],
    ['deviation.answer', '5 working days'],
    ['contact.notice', '5 working days'],
    ['effect.dataPoint', '6 months'],
    ['evaluation.report', '60 days'],
    ['evaluation.decision', '30 days'],
    ['effect.afterCheck', '12 months'],
    ['complaint.right', '3 weeks'],
    ['suspension.review', '30 days'],
    ['suspension.limit', '180 days'],
    ['stopped.lessons', '20 working days'],
    ['withdrawn.invite', '6 months'],
  ])('%s is due after %s', (kind, expected) => {
    const rule = deadlines[kind];
    expect(rule && durationOf(rule)).toBe(expected);
  });

  it('pauses neither what the law nor what a contract says', () => {
    const firm = Object.entries(deadlines).filter(([, { effect }]) => effect === 'LEGAL');
    expect(firm.map(([kind]) => kind).sort()).toEqual([
      'access.answer',
      'agreement.expiry',
      'agreement.extended',
      'agreement.option',
      'complaint.right',
      'dataBreach.notify',
      'firstContact.preliminaryReply',
      'office.end',
      'procurement.kofaAnswer',
      'procurement.kofaStatus',
      'procurement.standstill',
      'procurement.tenderPeriod',
      'procurement.tenderValidity',
    ]);
  });

  it('shows the source of every legal item', () => {
    const legal = Object.values(items).filter(({ requirement }) => requirement === 'LEGAL');
    expect(legal.filter(({ source }) => !source)).toEqual([]);
    expect(legal.length).toBeGreaterThan(8);
  });

  it('bars signing during the tender period and the standstill, and before the award is notified where that is required', () => {
    const bars = Object.values(deadlines).filter((rule) => rule.bars?.includes('agreementSigned'));
    expect(bars).toEqual([deadlines['procurement.tenderPeriod'], deadlines['procurement.standstill']]);
    expect(facts.agreementSigned?.requiresWhen).toEqual({ standstillRequired: ['awardNotified'] });
  });

  it('writes to nobody above the owner about what the entrepreneur owes', () => {
    const owed = Object.values(deadlines).filter(({ owedBy }) => owedBy.party === 'ENTREPRENEUR');
    const slots = owed.flatMap(({ ladder }) => collaboration.ladders[ladder ?? '']?.flatMap(({ to }) => to) ?? []);
    expect(new Set(slots)).toEqual(new Set(['entrepreneur', 'owner']));
  });

  it('knows sixteen routes, and each has somebody who takes over', () => {
    expect(Object.keys(routes)).toHaveLength(16);
    expect(Object.values(routes).filter(({ receivers }) => receivers.length === 0)).toEqual([]);
    expect(facts.routeChosen?.schema.properties.route?.enum).toEqual(Object.keys(routes));
  });

  it('lets the pilot be extended once, by at most 90 days', () => {
    const iterate = gates.G4.outcomes.find(({ decision }) => decision === 'ITERATE');
    expect([iterate?.maxTimes, iterate?.changesPhase]).toEqual([1, false]);
  });

  describe('facts', () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);

    it.each(Object.entries(facts))('%s can be filled in with the least', (_id, { schema }) => {
      const validate = ajv.compile(schema);
      expect(validate(minimalBody(inHelse(schema))) || validate.errors).toBe(true);
    });

    it('ask for hardly anything', () => {
      const asking = Object.entries(facts).filter(([, { schema }]) => schema.required);
      expect(Object.fromEntries(asking.map(([id, { schema }]) => [id, schema.required]))).toEqual({
        agreementSigned: ['endsOn'],
        aidAwarded: ['amountNok'],
        awardNotified: ['standstillDays'],
        budgetDateSet: ['inputBy'],
        decisionRecorded: ['decision', 'reason'],
        delayExplained: ['newDate', 'reason'],
        hostingUnitNamed: ['unit'],
        impartialityCleared: ['cleared'],
        nextStepChosen: ['step'],
        receivingUnitNamed: ['unit'],
        routeChosen: ['route', 'reason'],
        routeMemoApproved: ['rulesAsOf'],
      });
    });

    it('have what the label of their item or deadline promises: a reason, a date, a period', () => {
      const promised = ({ label }: { label: { nb: string } }): string[] =>
        Object.entries(PROMISES).flatMap(([words, field]) => (new RegExp(words, 'iu').test(label.nb) ? [field] : []));
      const met = [
        ...Object.values(items).flatMap((item) => ('fact' in item.metBy ? [[item, item.metBy.fact] as const] : [])),
        ...Object.values(deadlines).flatMap((rule) =>
          rule.ends.flatMap((end) => (end.startsWith('fact:') ? [[rule, end.slice('fact:'.length)] as const] : [])),
        ),
      ];
      const checked = met.flatMap(([it, fact]) => promised(it).map((field) => ({ fact, field })));
      const missing = checked.filter(({ fact, field }) => !requiredOf(fact).some((name) => name.match(field)));
      expect(missing).toEqual([]);
      expect(new Set(checked.map(({ fact }) => fact))).toEqual(
        new Set([
          'agreementRegistered',
          'awardNotified',
          'decisionRecorded',
          'delayExplained',
          'routeChosen',
          'routeMemoApproved',
          'budgetDateSet',
        ]),
      );
    });
  });
});
