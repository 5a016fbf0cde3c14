import { label } from '#domain/process/label.js';
import { duty, developmentPartner, fromPhase, handlers, owedToEntrepreneur, owedInternally } from './document-part.js';
import { pilotLead, procurementOfficer, receivingManager } from './receivers.js';
import { date, factSchema, hours, note, freeText, unit, user } from './fact-fields.js';
import type { PhasePart } from './document-part.js';

const mentors = [...handlers, 'mentor@any', 'mentorkoordinator@any'];
const sinceMentoring = fromPhase('MENTORING');

/** Make the idea ready for a pilot, and find the unit that will host it. */
export const mentoring = {
  phase: { label: label('Veiledning', 'Mentoring'), gates: ['G2'], inactiveAfterDays: 21 },
  gates: {
    G2: {
      label: label('Ut av veiledningen', 'Out of mentoring'),
      phase: 'MENTORING',
      decider: ['leder@hosting'],
      items: [
        'mentorMatched',
        'mentoringAgreement',
        'hoursLogged',
        'aidLedger',
        'mentoringMidway',
        'hostingUnit',
        'receivingCandidate',
        'pilotIdea',
        'effectHypothesis',
        'closingEvaluations',
      ],
      outcomes: [
        { decision: 'PROCEED', toPhase: 'PILOT', changesPhase: true, receivers: [pilotLead, receivingManager] },
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
    mentorMatched: {
      label: label('Mentor er koblet på', 'A mentor is matched'),
      requirement: 'WAIVABLE',
      metBy: { fact: 'mentorMatched' },
    },
    mentoringAgreement: {
      label: label('Veiledningsavtalen er signert', 'The mentoring agreement is signed'),
      requirement: 'MANDATORY',
      metBy: { fact: 'mentoringAgreementSigned' },
    },
    hoursLogged: {
      label: label('Timer og ytelser er ført', 'Hours and benefits are logged'),
      requirement: 'MANDATORY',
      metBy: { fact: 'sessionLogged' },
    },
    aidLedger: {
      label: label('Støtteregnskapet er oppdatert', 'The aid ledger is updated'),
      requirement: 'LEGAL',
      metBy: { fact: 'aidAwarded' },
      when: { rule: 'aidGiven', facts: ['officeGranted', 'adviceGranted'] },
      source: 'Bagatellmessig støtte: registreres sentralt fra 2026-01-01',
    },
    mentoringMidway: {
      label: label('Midtveissjekk er holdt', 'The mid-way check is held'),
      requirement: 'WAIVABLE',
      metBy: { fact: 'midwayCheckHeld' },
    },
    hostingUnit: {
      label: label('Vertsenheten har sagt ja', 'The hosting unit has said yes'),
      requirement: 'MANDATORY',
      metBy: { state: 'hostingUnitAgreed' },
    },
    receivingCandidate: {
      label: label('Mulig mottakende enhet er navngitt', 'A candidate receiving unit is named'),
      requirement: 'WAIVABLE',
      metBy: { fact: 'receivingUnitNamed' },
    },
    pilotIdea: {
      label: label('Pilotideen er beskrevet på én side', 'The pilot idea is described on one page'),
      requirement: 'MANDATORY',
      metBy: { tick: true },
      by: mentors,
    },
    effectHypothesis: {
      label: label('Effekthypotesen er skrevet', 'The effect hypothesis is drafted'),
      requirement: 'WAIVABLE',
      metBy: { tick: true },
      by: mentors,
    },
    closingEvaluations: {
      label: label('Begge parter har evaluert veiledningen', 'Both parties have evaluated the mentoring'),
      requirement: 'WAIVABLE',
      metBy: { tick: true },
      by: mentors,
    },
  },
  facts: {
    mentorMatched: {
      label: label('Mentor koblet på', 'Mentor matched'),
      tells: ['entrepreneur'],
      names: { mentor: 'mentor' },
      undoneBy: 'mentoringEnded',
      by: mentors,
      phases: sinceMentoring,
      schema: factSchema({
        mentor: user('Mentor', 'Mentor', 'mentor@any'),
        unit: unit('Mentorens enhet', "Mentor's unit"),
      }),
    },
    mentorAbsent: {
      label: label('Mentor er borte', 'Mentor absent'),
      by: mentors,
      phases: sinceMentoring,
      schema: factSchema({
        until: date('Til og med', 'Until', { nb: 'Siste dag borte, fram i tid.', en: 'Last day away, in the future.' }),
      }),
    },
    mentoringEnded: {
      label: label('Mentorforholdet avsluttet', 'Mentoring relation ended'),
      by: [...mentors, 'entrepreneur'],
      phases: sinceMentoring,
      schema: factSchema({ note }),
    },
    mentoringAgreementSigned: {
      label: label('Veiledningsavtale signert', 'Mentoring agreement signed'),
      part: 'agreements',
      by: mentors,
      phases: sinceMentoring,
      schema: factSchema({ note }),
    },
    sessionLogged: {
      label: label('Veiledning ført', 'Session logged'),
      balance: 'hoursUsed',
      part: 'dialogue',
      by: [...mentors, developmentPartner],
      phases: sinceMentoring,
      schema: factSchema({
        hours: hours('Timer', 'Hours', 1, 24),
        minutes: freeText('Referat', 'Minutes', 'Gikk gjennom budsjettet; neste gang snakker vi med enheten.'),
      }),
    },
    midwayCheckHeld: {
      label: label('Midtveissjekk holdt', 'Mid-way check held'),
      part: 'dialogue',
      by: mentors,
      phases: sinceMentoring,
      schema: factSchema({ note }),
    },
    hostingUnitNamed: {
      label: label('Mulig vertsenhet navngitt', 'Candidate hosting unit named'),
      names: { hosting: 'unit' },
      by: [...mentors, 'leder@any'],
      schema: factSchema({ unit: unit('Vertsenhet', 'Hosting unit') }, ['unit']),
    },
  },
  deadlines: {
    'mentoring.match': {
      label: label('Koble på en mentor', 'Match a mentor'),
      promise: label('Du får en mentor', 'You get a mentor'),
      ...owedToEntrepreneur,
      owedBy: duty('mentorkoordinator'),
      calendar: 'WORKING_DAYS_EEA',
      starts: ['phase:MENTORING', 'fact:mentoringEnded'],
      count: 10,
      ends: ['fact:mentorMatched'],
      scope: 'PHASE',
    },
    'mentoring.firstMeeting': {
      label: label('Hold første veiledning', 'Hold the first session'),
      promise: label('Du møter mentoren din', 'You meet your mentor'),
      ...owedToEntrepreneur,
      owedBy: duty('mentor'),
      calendar: 'WORKING_DAYS_EEA',
      starts: ['fact:mentorMatched'],
      count: 10,
      ends: ['fact:sessionLogged'],
      scope: 'PHASE',
    },
    'mentoring.rhythm': {
      label: label('Hold neste veiledning', 'Hold the next session'),
      ...owedInternally,
      owedBy: duty('mentor'),
      calendar: 'CALENDAR_DAYS',
      starts: ['fact:sessionLogged'],
      count: 28,
      ends: ['fact:sessionLogged', 'fact:mentoringEnded', 'decided:G2'],
      stuckAtOnce: true,
      ladder: 'rhythm',
      scope: 'PHASE',
      source: 'Møterytme hver tredje uke, forsinket etter 28 dager',
    },
    'mentoring.midway': {
      label: label('Hold midtveissjekk', 'Hold the mid-way check'),
      ...owedInternally,
      owedBy: duty('mentor'),
      calendar: 'CALENDAR_DAYS',
      starts: ['phase:MENTORING'],
      count: 45,
      ends: ['fact:midwayCheckHeld', 'decided:G2'],
      scope: 'PHASE',
    },
    'mentoring.hostingUnit': {
      label: label('Finn en vertsenhet', 'Find a hosting unit'),
      ...owedInternally,
      calendar: 'CALENDAR_DAYS',
      starts: ['phase:MENTORING'],
      count: 60,
      ends: ['said:HOST:YES', 'decided:G2'],
      scope: 'PHASE',
    },
    'mentoring.standIn': {
      label: label('Finn en annen mens mentoren er borte', 'Find another while the mentor is away'),
      ...owedInternally,
      owedBy: duty('mentorkoordinator'),
      calendar: 'CALENDAR_DAYS',
      starts: ['fact:mentorAbsent'],
      count: 14,
      ends: ['fact:mentorMatched', 'fact:sessionLogged', 'deputyNamed', 'ownerAssigned'],
      scope: 'PHASE',
    },
    'mentoring.sla': {
      label: label('Før saken ut av veiledningen', 'Carry the case out of mentoring'),
      phaseSla: true,
      ...owedInternally,
      calendar: 'CALENDAR_DAYS',
      starts: ['phase:MENTORING'],
      count: 90,
      ends: ['left:MENTORING'],
      ladder: 'phase',
      scope: 'PHASE',
    },
  },
} satisfies PhasePart;
