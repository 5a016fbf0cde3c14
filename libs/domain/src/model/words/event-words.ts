import { approvalWords } from './approval-event-words.js';
import { deadlineWords } from './deadline-event-words.js';
import { dutyWords } from './duty-event-words.js';
import { informationWords } from './information-event-words.js';
import { meetingWords } from './meeting-event-words.js';
import { label } from '../../process/label.js';
import { about, byReceiver, inRole, listed, of, onDay, same, until, whoReceives } from './event-sentences.js';
import type { EventKind, EventWords } from './event-sentences.js';
import type { EventType } from '../events.js';

/** Every type of event: what it is filed under, what it is called, and what it says. */
export const EVENT_WORDS: { readonly [T in EventType]: EventWords<T> } = {
  enquiryReceived: { kind: 'CASE', label: label('Saken er opprettet', 'The case is opened') },
  receiptSent: { kind: 'CASE', label: label('Kvittering er gitt', 'A receipt is given') },
  ownerAssigned: {
    kind: 'PEOPLE',
    label: label('Ny saksansvarlig', 'New owner of the case'),
    text: ({ owner }, { person }) =>
      about(
        label('Ny saksansvarlig', 'New owner of the case'),
        of(owner, (id) => same(person(id))),
      ),
  },
  deputyNamed: {
    kind: 'PEOPLE',
    label: label('Ny stedfortreder', 'New deputy'),
    text: ({ deputy }, { person }) =>
      about(
        label('Ny stedfortreder', 'New deputy'),
        of(deputy, (id) => same(person(id))),
      ),
  },
  contactChanged: {
    kind: 'PEOPLE',
    label: label('Ny kontaktperson', 'New contact person'),
    text: ({ contact }, { person }) =>
      about(
        label('Ny kontaktperson', 'New contact person'),
        of(contact, (id) => same(person(id))),
      ),
  },
  partyAdded: {
    kind: 'PEOPLE',
    label: label('Ny rolle i saken', 'New role in the case'),
    text: ({ party, role }, names) =>
      about(label('Ny rolle i saken', 'New role in the case'), inRole(party, role, names)),
  },
  partyEnded: {
    kind: 'PEOPLE',
    label: label('Rolle i saken avsluttet', 'Role in the case ended'),
    text: ({ party, role }, names) =>
      about(label('Rolle i saken avsluttet', 'Role in the case ended'), inRole(party, role, names)),
  },
  factRegistered: {
    kind: 'FACT',
    label: label('Opplysning registrert', 'Fact registered'),
    text: ({ fact, on }, names) => onDay(of(fact, names.fact) ?? label('Opplysning registrert', 'Fact registered'), on),
  },
  factCorrected: {
    kind: 'FACT',
    label: label('Opplysning rettet', 'Fact corrected'),
    text: ({ fact }, names) => about(label('Rettet', 'Corrected'), of(fact, names.fact)),
  },
  factRetracted: {
    kind: 'FACT',
    label: label('Opplysning trukket tilbake', 'Fact retracted'),
    text: ({ fact }, names) => about(label('Trukket tilbake', 'Retracted'), of(fact, names.fact)),
  },
  itemTicked: {
    kind: 'CHECKLIST',
    label: label('Punkt krysset av', 'Item ticked'),
    text: ({ item }, names) => about(label('Krysset av', 'Ticked'), of(item, names.item)),
  },
  itemWaived: {
    kind: 'CHECKLIST',
    label: label('Punkt fraveket', 'Item waived'),
    text: ({ item }, names) => about(label('Fraveket', 'Waived'), of(item, names.item)),
  },
  gateDecided: {
    kind: 'DECISION',
    label: label('Beslutning tatt', 'Decision taken'),
    text: ({ gate, decision, toPhase, route }, names) => {
      const way = of(decision, (it) => DECISION_LABELS[it]);
      const to = of(toPhase, names.phase);
      const by = of(route, names.route);
      const all = [way, to, by].filter((it) => it !== undefined);
      return about(of(gate, names.gate) ?? label('Beslutning', 'Decision'), listed(all));
    },
  },
  gateOpened: {
    kind: 'DECISION',
    label: label('Neste beslutning er åpnet', 'The next gate is open'),
    text: ({ gate }, names) => about(label('Neste beslutning', 'Next gate'), of(gate, names.gate)),
  },
  gateReady: {
    kind: 'DECISION',
    label: label('Klar til beslutning', 'Ready to be decided'),
    text: ({ gate }, names) => about(label('Klar til beslutning', 'Ready to be decided'), of(gate, names.gate)),
  },
  gateBlocked: {
    kind: 'DECISION',
    label: label('Ikke lenger klar til beslutning', 'No longer ready to be decided'),
    text: ({ gate }, names) =>
      about(label('Ikke lenger klar til beslutning', 'No longer ready to be decided'), of(gate, names.gate)),
  },
  decisionAsked: {
    kind: 'DECISION',
    label: label('Ny beslutning er bedt om', 'A new decision is asked for'),
    text: ({ gate }, names) =>
      about(label('Ny beslutning er bedt om', 'A new decision is asked for'), of(gate, names.gate)),
  },
  phaseEntered: {
    kind: 'CASE',
    label: label('Ny fase', 'New phase'),
    text: ({ phase }, names) => about(label('Ny fase', 'New phase'), of(phase, names.phase)),
  },
  handoverDrafted: {
    kind: 'HANDOVER',
    label: label('Overlevering skrevet', 'Handover drafted'),
    text: byReceiver('Overlevering skrevet til', 'Handover drafted to'),
  },
  handoverReady: {
    kind: 'HANDOVER',
    label: label('Overleveringen kan sendes', 'The handover can be sent'),
  },
  handoverSent: {
    kind: 'HANDOVER',
    label: label('Overlevering sendt', 'Handover sent'),
    text: byReceiver('Overlevering sendt til', 'Handover sent to'),
  },
  handoverAcknowledged: {
    kind: 'HANDOVER',
    label: label('Overleveringen er bekreftet mottatt', 'Receipt of the handover is confirmed'),
    text: whoReceives(
      label('Overleveringen er bekreftet mottatt', 'Receipt of the handover is confirmed'),
      'bekreftet at overleveringen er mottatt',
      'confirmed receipt of the handover',
    ),
  },
  handoverAccepted: {
    kind: 'HANDOVER',
    label: label('En mottaker overtok', 'A receiver took over'),
    text: whoReceives(label('En mottaker overtok', 'A receiver took over'), 'overtok', 'took over'),
  },
  handoverReturned: {
    kind: 'HANDOVER',
    label: label('Overleveringen er sendt tilbake med mangler', 'The handover is returned with gaps'),
    text: whoReceives(
      label('Overleveringen er sendt tilbake med mangler', 'The handover is returned with gaps'),
      'sendte overleveringen tilbake med mangler',
      'returned the handover with gaps',
    ),
  },
  handoverDeclined: {
    kind: 'HANDOVER',
    label: label('Mottakeren takket nei til overleveringen', 'The receiver declined the handover'),
    text: whoReceives(
      label('Mottakeren takket nei til overleveringen', 'The receiver declined the handover'),
      'takket nei til overleveringen',
      'declined the handover',
    ),
  },
  handoverWithdrawn: {
    kind: 'HANDOVER',
    label: label('Overleveringen er trukket tilbake', 'The handover is withdrawn'),
  },
  handoverCompleted: {
    kind: 'HANDOVER',
    label: label('Saken er overtatt', 'The case is taken over'),
    text: byReceiver('Saken er overtatt av', 'The case is taken over by'),
  },
  handoverLapsed: {
    kind: 'HANDOVER',
    label: label('Overleveringen ble ikke besvart i tide', 'The handover was not answered in time'),
  },
  unitAsked: {
    kind: 'QUESTION',
    label: label('Spørsmål stilt til en enhet', 'A unit is asked'),
    text: ({ unit, answerBy }, names) =>
      until(
        about(
          label('Spurt', 'Asked'),
          of(unit, (id) => same(names.unit(id))),
        ),
        answerBy,
      ),
  },
  questionAnswered: { kind: 'QUESTION', label: label('Spørsmålet er besvart', 'The question is answered') },
  questionRedirected: {
    kind: 'QUESTION',
    label: label('Spørsmålet er sendt videre', 'The question is passed on'),
    text: ({ unit }, names) =>
      about(
        label('Spørsmålet er sendt videre til', 'The question is passed on to'),
        of(unit, (id) => same(names.unit(id))),
      ),
  },
  caseSuspended: {
    kind: 'CASE',
    label: label('Saken er satt på vent', 'The case is suspended'),
    text: ({ resumeOn }) => until(label('Saken er satt på vent', 'The case is suspended'), resumeOn),
  },
  caseResumed: { kind: 'CASE', label: label('Saken er tatt opp igjen', 'The case is resumed') },
  caseRejected: {
    kind: 'CASE',
    label: label('Kommunen går ikke videre med saken', 'The municipality does not go on with the case'),
  },
  caseReferred: { kind: 'CASE', label: label('Saken er henvist videre', 'The case is referred') },
  caseWithdrawn: { kind: 'CASE', label: label('Saken er trukket', 'The case is withdrawn') },
  caseStopped: { kind: 'CASE', label: label('Samarbeidet er stanset', 'The collaboration is stopped') },
  caseCompleted: { kind: 'CASE', label: label('Samarbeidet er fullført', 'The collaboration is completed') },
  caseWentDormant: {
    kind: 'CASE',
    label: label('Saken hviler, fordi ingen svarte', 'The case is dormant, as nobody answered'),
  },
  caseReopened: { kind: 'CASE', label: label('Saken er gjenåpnet', 'The case is reopened') },
  ...approvalWords,
  ...informationWords,
  ...deadlineWords,
  ...dutyWords,
  ...meetingWords,
};

export const DECISION_LABELS = {
  PROCEED: label('Gå videre', 'Go on'),
  REFUSE: label('Ikke gå videre', 'Do not go on'),
  SCALE: label('Skaler', 'Scale up'),
  ITERATE: label('Prøv en gang til', 'Try once more'),
  STOP: label('Stans', 'Stop'),
  OTHERS: label('La andre drive det', 'Let others run it'),
} as const;

export const eventTypesOf = (kind: EventKind): EventType[] =>
  (Object.keys(EVENT_WORDS) as EventType[]).filter((type) => EVENT_WORDS[type].kind === kind);
