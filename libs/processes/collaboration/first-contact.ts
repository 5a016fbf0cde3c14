import { handlers, label, legal, movesOffHolidays, owedToEntrepreneur, owedInternally } from './document-part.js';
import { hostingManager, mentorCoordinator, procurementOfficer, receivingManager } from './receivers.js';
import { choice, factSchema, yesNo, note, freeText, unit, branching } from './fact-fields.js';
import type { PhasePart } from './document-part.js';

const frontLineHandlers = [...handlers, 'contact', 'mottak@any'];

/** Meet the entrepreneur, understand need and offer, and decide the next step quickly. */
export const firstContact = {
  phase: { label: label('Første kontakt', 'First contact'), gates: ['G1'], inactiveAfterDays: 14 },
  gates: {
    G1: {
      label: label('Ut av første kontakt', 'Out of first contact'),
      phase: 'FIRST_CONTACT',
      decider: ['leder@interested'],
      items: [
        'caseHandler',
        'contactAndDeputy',
        'organisationChecked',
        'enquiryJournaled',
        'receiptSent',
        'clarificationMeeting',
        'profileComplete',
        'fitAssessed',
        'impartialityChecked',
        'othersChecked',
        'nextStepChosen',
        'answerSent',
      ],
      outcomes: [
        { decision: 'PROCEED', toPhase: 'MENTORING', changesPhase: true, receivers: [mentorCoordinator] },
        { decision: 'PROCEED', toPhase: 'PILOT', changesPhase: true, receivers: [hostingManager] },
        {
          decision: 'PROCEED',
          toPhase: 'PROCUREMENT',
          changesPhase: true,
          receivers: [procurementOfficer, receivingManager],
          skipsChecklist: true,
          exceptional: true,
        },
        { decision: 'REFUSE', changesPhase: false, skipsChecklist: true, exceptional: true },
      ],
    },
  },
  items: {
    caseHandler: {
      label: label('Saksbehandler er navngitt', 'A case handler is named'),
      requirement: 'MANDATORY',
      metBy: { state: 'ownerNamed' },
    },
    contactAndDeputy: {
      label: label('Kontaktperson og stedfortreder er på plass', 'Contact and deputy are in place'),
      requirement: 'MANDATORY',
      metBy: { state: 'contactAndDeputy' },
    },
    organisationChecked: {
      label: label('Virksomheten er slått opp', 'The organisation is looked up'),
      requirement: 'WAIVABLE',
      metBy: { fact: 'organisationChecked' },
    },
    enquiryJournaled: {
      label: label('Henvendelsen er journalført', 'The enquiry is journaled'),
      requirement: 'LEGAL',
      metBy: { tick: true },
      by: [...handlers, 'mottak@any'],
      source: 'Arkivlova, i kraft 2026-01-01',
    },
    receiptSent: {
      label: label('Kvittering er sendt', 'The receipt is sent'),
      requirement: 'MANDATORY',
      metBy: { state: 'receiptSent', facts: ['receiptSent'] },
    },
    clarificationMeeting: {
      label: label('Avklaringsmøte er holdt', 'The clarification meeting is held'),
      requirement: 'WAIVABLE',
      metBy: { fact: 'meetingHeld' },
    },
    profileComplete: {
      label: label('Profilen er fylt ut', 'The profile is complete'),
      requirement: 'WAIVABLE',
      metBy: { tick: true },
    },
    fitAssessed: {
      label: label('Det er vurdert om dette passer', 'The fit is assessed'),
      requirement: 'WAIVABLE',
      metBy: { fact: 'fitAssessed' },
    },
    impartialityChecked: {
      label: label('Egen habilitet er vurdert', 'Own impartiality is checked'),
      requirement: 'LEGAL',
      metBy: { fact: 'impartialityDeclared' },
      source: 'Forvaltningsloven §§ 6, 8 og 9',
    },
    othersChecked: {
      label: label('Erfaringer i andre kommuner er undersøkt', 'Other municipalities are checked'),
      requirement: 'WAIVABLE',
      metBy: { tick: true },
    },
    nextStepChosen: {
      label: label('Neste steg er valgt', 'The next step is chosen'),
      requirement: 'MANDATORY',
      metBy: { fact: 'nextStepChosen' },
    },
    answerSent: {
      label: label('Skriftlig svar er sendt', 'A written answer is sent'),
      requirement: 'MANDATORY',
      metBy: { state: 'decisionTold', facts: ['answerSent'] },
      stage: 'HANDOVER',
    },
  },
  facts: {
    receiptSent: {
      label: label('Kvittering sendt', 'Receipt sent'),
      by: frontLineHandlers,
      schema: factSchema({ note }),
    },
    contactMade: { label: label('Tatt kontakt', 'Contact made'), by: frontLineHandlers, schema: factSchema({ note }) },
    organisationChecked: {
      label: label('Virksomheten slått opp', 'Organisation looked up'),
      by: frontLineHandlers,
      source: 'Enhetsregisteret',
      schema: factSchema({ note }),
    },
    meetingHeld: { label: label('Møte holdt', 'Meeting held'), by: frontLineHandlers, schema: factSchema({ note }) },
    preliminaryReplySent: {
      label: label('Foreløpig svar sendt', 'Preliminary reply sent'),
      by: frontLineHandlers,
      source: 'Forvaltningsloven § 11 a',
      schema: factSchema({ note }),
    },
    fitAssessed: {
      label: label('Vurdert om dette passer', 'Fit assessed'),
      by: [...handlers, 'contact'],
      schema: factSchema({ fits: yesNo('Passer', 'Fits', true), note }),
    },
    nextStepChosen: {
      label: label('Neste steg valgt', 'Next step chosen'),
      aspect: 'shared',
      names: { interested: 'unit', nextStep: 'step' },
      by: handlers,
      schema: factSchema(
        {
          step: branching(
            choice('Neste steg', 'Next step', {
              MENTORING: label('Veiledning', 'Mentoring'),
              PILOT: label('Pilot', 'Pilot'),
              PROCUREMENT: label('Anskaffelse eller annen avtale', 'Procurement or other agreement'),
              REFER: label('Vise videre', 'Refer elsewhere'),
              REJECT: label('Ikke gå videre', 'Not go on'),
            }),
          ),
          unit: unit('Interessert enhet', 'Interested unit'),
          reason: freeText('Begrunnelse', 'Reason', 'Tilbudet treffer et behov vi har beskrevet i planen.'),
        },
        ['step'],
      ),
    },
    answerSent: {
      label: label('Skriftlig svar sendt', 'Written answer sent'),
      by: [...handlers, 'contact'],
      schema: factSchema({ note }),
    },
  },
  deadlines: {
    'firstContact.contact': {
      label: label('Ta kontakt med den som henvendte seg', 'Make contact'),
      promisedReply: true,
      ...owedToEntrepreneur,
      calendar: 'WORKING_DAYS_EEA',
      starts: ['opened'],
      once: true,
      count: 2,
      ends: ['fact:contactMade', 'fact:meetingHeld'],
      scope: 'PHASE',
    },
    'firstContact.handler': {
      label: label('Navngi saksbehandler', 'Name a case handler'),
      ...owedToEntrepreneur,
      calendar: 'WORKING_DAYS_EEA',
      starts: ['opened'],
      once: true,
      count: 3,
      ends: ['ownerAssigned'],
      scope: 'PHASE',
    },
    'firstContact.meeting': {
      label: label('Holde avklaringsmøte', 'Hold the clarification meeting'),
      ...owedToEntrepreneur,
      calendar: 'WORKING_DAYS_EEA',
      starts: ['opened'],
      once: true,
      count: 15,
      ends: ['fact:meetingHeld'],
      scope: 'PHASE',
    },
    'firstContact.preliminaryReply': {
      label: label('Sende foreløpig svar', 'Send a preliminary reply'),
      ...owedToEntrepreneur,
      ...legal,
      calendar: 'MONTHS',
      ...movesOffHolidays,
      starts: ['opened'],
      once: true,
      count: 1,
      ends: ['fact:preliminaryReplySent', 'fact:answerSent', 'decided:G1', 'closed:REJECTED', 'closed:STOPPED'],
      cancels: ['closed:WITHDRAWN'],
      ladder: 'reply',
      scope: 'BEYOND',
      source: 'Forvaltningsloven § 11 a; brukt som yttergrense for alle henvendelser (jf. Sivilombudet)',
    },
    'firstContact.nextStep': {
      label: label('Velge neste steg', 'Choose the next step'),
      ...owedToEntrepreneur,
      calendar: 'CALENDAR_DAYS',
      starts: ['opened'],
      once: true,
      count: 30,
      ends: ['fact:nextStepChosen', 'decided:G1', 'closed:REJECTED', 'closed:WITHDRAWN', 'closed:STOPPED'],
      scope: 'PHASE',
    },
    'firstContact.sla': {
      label: label('Føre saken ut av første kontakt', 'Carry the case out of first contact'),
      phaseSla: true,
      ...owedInternally,
      calendar: 'CALENDAR_DAYS',
      starts: ['phase:FIRST_CONTACT'],
      count: 30,
      ends: ['left:FIRST_CONTACT'],
      ladder: 'phase',
      scope: 'PHASE',
    },
  },
} satisfies PhasePart;
