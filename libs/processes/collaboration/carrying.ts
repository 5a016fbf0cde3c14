import { label } from '#domain/process/label.js';
import { movesByHouseRule, owedInternally, owedToEntrepreneur } from './document-part.js';
import type { PartyRef, ProcessDocument } from '#domain/process/process-document.js';

/**
 * The debts that carry a case: whoever owes one holds the baton, and meeting it moves the case on. From the day it is
 * opened until it is closed, a case that is not paused has at least one of them (decision 20).
 */
const carries = { ...owedInternally, carries: true, calendar: 'WORKING_DAYS_EEA' } as const;

const decider: PartyRef = { party: 'MUNICIPALITY', role: 'decider' };
const toReceiver = {
  owedBy: { party: 'MUNICIPALITY', role: 'receiver' },
  owedTo: { party: 'MUNICIPALITY', role: 'sender' },
} as const;

/** From an open checklist to a decision. */
const gate = {
  'gate.prepare': {
    label: label('Gjør klart til beslutning', 'Make ready for the decision'),
    ...carries,
    calendar: 'CALENDAR_DAYS',
    starts: [
      'phase:FIRST_CONTACT',
      'phase:MENTORING',
      'phase:PILOT',
      'phase:PROCUREMENT',
      'phase:OPERATION',
      'phase:EFFECT_EVALUATION',
      'gateOpened',
      'gateBlocked',
    ],
    count: { rule: 'untilPhaseEnds' },
    ...movesByHouseRule,
    ends: ['gateReady', 'decided'],
    ladder: 'prepare',
    scope: 'PHASE',
  },
  'gate.decide': {
    label: label('Ta beslutningen', 'Take the decision'),
    tellsDebtor: true,
    ...carries,
    owedBy: decider,
    starts: ['gateReady'],
    count: 5,
    ends: ['decided'],
    cancels: ['gateBlocked'],
    scope: 'PHASE',
  },
  'gate.whatNow': {
    label: label('Si hva som skjer etter et nei', 'Say what happens after a no'),
    ...carries,
    starts: ['refused'],
    count: 5,
    ends: ['decisionAsked', 'decided', 'closed:REJECTED', 'closed:WITHDRAWN', 'closed:STOPPED'],
    scope: 'PHASE',
  },
} satisfies ProcessDocument['deadlines'];

/** From a decision to the new owner. */
const handover = {
  'handover.prepare': {
    label: label('Gjør ferdig det som hviler på beslutningen', 'Finish what rests on the decision'),
    ...carries,
    starts: ['toSend'],
    count: 20,
    ends: ['handoverReady', 'phaseSent'],
    cancels: ['decided'],
    scope: 'PHASE',
  },
  'handover.send': {
    label: label('Skriv og send overleveringen', 'Write and send the handover'),
    ...carries,
    starts: ['handoverReady', 'takenBack'],
    count: 3,
    ends: ['phaseSent'],
    cancels: ['decided', 'takenBack'],
    scope: 'PHASE',
  },
  'handover.acknowledge': {
    label: label('Bekreft at overleveringen er mottatt', 'Acknowledge the handover'),
    nature: 'DEBT',
    effect: 'PRACTICE',
    ...toReceiver,
    calendar: 'WORKING_DAYS_EEA',
    starts: ['sent'],
    count: 3,
    ends: ['acknowledged', 'answered'],
    cancels: ['roundOver'],
    ladder: 'once',
    scope: 'CASE',
  },
  'handover.answer': {
    label: label('Overta, send tilbake eller takk nei', 'Accept, return or decline'),
    ...carries,
    ...toReceiver,
    starts: ['sent'],
    count: 10,
    ends: ['answered'],
    cancels: ['roundOver'],
    ladder: 'handover',
    scope: 'CASE',
  },
  'handover.gaps': {
    label: label('Rett mangler eller finn en annen mottaker', 'Mend the gaps or find another receiver'),
    ...carries,
    owedBy: toReceiver.owedTo,
    starts: ['returned', 'declined'],
    count: 10,
    ends: ['resent'],
    cancels: ['decided'],
    scope: 'PHASE',
  },
  'handover.choice': {
    label: label('Velg hva som skjer når ingen svarer', 'Choose what happens when nobody answers'),
    tellsDebtor: true,
    ...carries,
    owedBy: { party: 'MUNICIPALITY', role: 'manager' },
    starts: ['lapsed'],
    count: 5,
    ends: ['lapsedResolved'],
    ladder: 'choose',
    scope: 'CASE',
  },
  'handover.answerAgain': {
    label: label('Svar på overleveringen innen den nye datoen', 'Answer the handover by the new date'),
    ...carries,
    ...toReceiver,
    starts: ['moreTime'],
    dateField: 'until',
    count: 0,
    ends: ['answered'],
    cancels: ['roundOver'],
    ladder: 'answerAgain',
    scope: 'CASE',
  },
} satisfies ProcessDocument['deadlines'];

/** The last handover is accepted; what is left is to close the case. */
const completion = {
  'case.complete': {
    label: label('Fullfør saken', 'Complete the case'),
    ...carries,
    starts: ['accepted:G7'],
    count: 5,
    ends: ['completed', 'closed:REJECTED', 'closed:WITHDRAWN', 'closed:STOPPED'],
    scope: 'PHASE',
  },
} satisfies ProcessDocument['deadlines'];

/** An answer that the law asks for was missed: the manager chooses, and what was chosen is owed in turn. */
const escalation = {
  'escalation.choice': {
    label: label('Velg hva som skjer, og si fra', 'Choose what happens, and tell'),
    tellsDebtor: true,
    ...owedInternally,
    owedBy: { party: 'MUNICIPALITY', role: 'manager' },
    calendar: 'WORKING_DAYS_EEA',
    starts: ['breached:firstContact.preliminaryReply', 'breached:access.answer'],
    count: 2,
    ends: ['escalationChosen', 'keptLate'],
    cancels: ['closed:WITHDRAWN'],
    ladder: 'choose',
    scope: 'BEYOND',
  },
  'escalation.answer': {
    label: label('Gi svaret som lederen har lovet', 'Give the answer that the manager promised'),
    promise: label('Du får svaret innen den nye datoen', 'You get the answer by the new date'),
    ...owedToEntrepreneur,
    calendar: 'WORKING_DAYS_EEA',
    starts: ['escalationChosen:EXTEND'],
    dateField: 'until',
    count: 0,
    ends: ['keptLate'],
    cancels: ['escalationChosen'],
    scope: 'BEYOND',
  },
  'escalation.newOwner': {
    label: label('Gi svaret som den forrige ikke ga', 'Give the answer that the last owner did not give'),
    promise: label('Du får svaret fra den nye saksbehandleren', 'You get the answer from the new case handler'),
    ...owedToEntrepreneur,
    calendar: 'WORKING_DAYS_EEA',
    starts: ['escalationChosen:REASSIGN'],
    count: 5,
    ends: ['keptLate'],
    cancels: ['escalationChosen'],
    scope: 'BEYOND',
  },
  'escalation.decide': {
    label: label('Avgjør det som ikke er besvart', 'Settle what was not answered'),
    promise: label('Lederen gir deg svaret', 'The manager gives you the answer'),
    ...owedToEntrepreneur,
    owedBy: { party: 'MUNICIPALITY', role: 'manager' },
    calendar: 'WORKING_DAYS_EEA',
    starts: ['escalationChosen:DECIDE'],
    count: 3,
    ends: ['keptLate'],
    cancels: ['escalationChosen'],
    scope: 'BEYOND',
  },
} satisfies ProcessDocument['deadlines'];

export const carrying = { ...gate, ...handover, ...completion, ...escalation } satisfies ProcessDocument['deadlines'];
