import { label } from '#domain/process/label.js';
import {
  entrepreneur,
  handlers,
  owner,
  movesByHouseRule,
  owedToEntrepreneur,
  owedInternally,
  duty,
} from './document-part.js';
import {
  contractManager,
  contractOwner,
  exampleEditor,
  operationOwner,
  pilotLead,
  receivingManager,
} from './receivers.js';
import { choice, factSchema, yesNo, amountInNok, seenAfterAward, note, freeText } from './fact-fields.js';
import type { PhasePart } from './document-part.js';
import type { ProcessDocument } from '#domain/process/process-document.js';

const evaluators = [...handlers, 'evaluator@any', 'gevinstansvarlig@any'];

const items = {
  evaluationReport: {
    label: label('Rapporten er levert', 'The report is delivered'),
    requirement: 'MANDATORY',
    metBy: { fact: 'evaluationReportDelivered' },
    repeatOnReopen: true,
  },
  commentInvited: {
    label: label('Entreprenøren er bedt om å kommentere', 'The entrepreneur is invited to comment'),
    requirement: 'MANDATORY',
    metBy: { fact: 'entrepreneurCommentInvited' },
    repeatOnReopen: true,
  },
  reportApproved: {
    label: label('Gevinsteier har godkjent rapporten', 'The benefit owner has approved the report'),
    requirement: 'MANDATORY',
    metBy: { fact: 'evaluationApproved' },
    repeatOnReopen: true,
  },
  decisionRecorded: {
    label: label('Beslutning, ansvarlig og dato er skrevet ned', 'Decision, owner and date are recorded'),
    requirement: 'MANDATORY',
    metBy: { fact: 'decisionRecorded' },
    stage: 'HANDOVER',
    repeatOnReopen: true,
  },
  example: {
    label: label('Eksempelet er publisert, eller det er sagt hvorfor ikke', 'The example is published, or why not'),
    requirement: 'WAIVABLE',
    metBy: { fact: 'examplePublished' },
    repeatOnReopen: true,
  },
  archiveExport: {
    label: label('Saken er klargjort for arkivet', 'The case is exported to the archive'),
    requirement: 'LEGAL',
    metBy: { tick: true },
    repeatOnReopen: true,
    by: evaluators,
    source: 'Arkivlova, i kraft 2026-01-01',
  },
} satisfies ProcessDocument['items'];

/** Find out whether users and society benefited and at what cost, and decide what to do next. */
export const effectEvaluation = {
  phase: {
    label: label('Effektevaluering', 'Effect evaluation'),
    gates: ['G7'],
    inactiveAfterDays: 30,
    afterAward: true,
  },
  gates: {
    G7: {
      label: label('Konklusjon', 'Conclusion'),
      phase: 'EFFECT_EVALUATION',
      decider: ['kommunalsjef@case'],
      items: Object.keys(items),
      outcomes: [
        {
          decision: 'PROCEED',
          toPhase: 'EFFECT_EVALUATION',
          changesPhase: false,
          receivers: [contractOwner, exampleEditor],
        },
        { decision: 'PROCEED', toPhase: 'OPERATION', changesPhase: true, receivers: [contractManager, operationOwner] },
        {
          decision: 'PROCEED',
          toPhase: 'PILOT',
          changesPhase: true,
          receivers: [pilotLead, receivingManager],
          skipsChecklist: true,
          exceptional: true,
        },
        { decision: 'REFUSE', changesPhase: false, skipsChecklist: true, exceptional: true },
      ],
    },
  },
  items,
  facts: {
    evaluationReportDelivered: {
      label: label('Evalueringsrapport levert', 'Evaluation report delivered'),
      part: 'effect',
      by: evaluators,
      phases: ['EFFECT_EVALUATION'],
      schema: factSchema({
        costPerGoalNok: seenAfterAward(amountInNok('Kostnad per oppnådd mål', 'Cost per goal reached', 40000)),
        contribution: choice('Tilbudets bidrag', 'Contribution', {
          UNKNOWN: label('Ukjent', 'Unknown'),
          LOW: label('Lite', 'Low'),
          SOME: label('Noe', 'Some'),
          HIGH: label('Stort', 'High'),
        }),
        limitations: freeText('Begrensninger', 'Limitations', 'Én indikator mangler nullpunkt.'),
      }),
    },
    entrepreneurCommentInvited: {
      label: label('Entreprenøren bedt om å kommentere', 'Entrepreneur invited to comment'),
      tells: ['entrepreneur'],
      aspect: 'shared',
      by: evaluators,
      phases: ['EFFECT_EVALUATION'],
      schema: factSchema({ note }),
    },
    entrepreneurCommented: {
      label: label('Entreprenøren har kommentert', 'Entrepreneur commented'),
      aspect: 'shared',
      by: [...evaluators, 'contact', 'entrepreneur'],
      phases: ['EFFECT_EVALUATION'],
      schema: factSchema({ comment: freeText('Kommentar', 'Comment', 'Vi kjenner oss igjen i rapporten.') }),
    },
    evaluationApproved: {
      label: label('Rapport godkjent', 'Report approved'),
      part: 'effect',
      by: [...evaluators, 'leder@receiving', 'kommunalsjef@receiving'],
      phases: ['EFFECT_EVALUATION'],
      schema: factSchema({ note }),
    },
    decisionRecorded: {
      label: label('Beslutning skrevet ned', 'Decision recorded'),
      aspect: 'shared',
      by: [...evaluators, 'leder@receiving', 'kommunalsjef@receiving'],
      phases: ['EFFECT_EVALUATION'],
      needsDecision: 'G7',
      schema: factSchema(
        {
          decision: choice('Beslutning', 'Decision', {
            CONTINUE: label('Fortsette', 'Continue'),
            SCALE: label('Utvide', 'Scale'),
            CHANGE: label('Endre', 'Change'),
            STOP: label('Avslutte', 'Stop'),
            SHARE: label('Dele', 'Share'),
          }),
          reason: freeText('Begrunnelse', 'Reason', 'Effekten er god og kostnaden per mål er lav.'),
        },
        ['decision', 'reason'],
      ),
    },
    examplePublished: {
      label: label('Eksempel publisert', 'Example published'),
      by: [...evaluators, 'redaktor@any'],
      phases: ['EFFECT_EVALUATION'],
      afterClose: true,
      schema: factSchema({
        published: yesNo('Publisert', 'Published', true),
        reason: freeText('Hvorfor ikke', 'Why not', 'Få deltakere; de kunne blitt gjenkjent.'),
      }),
    },
    afterCheckDone: {
      label: label('Etterkontroll gjort', 'After-check done'),
      by: [...evaluators, 'kontraktsforvalter@any', 'leder@receiving'],
      afterClose: true,
      schema: factSchema({ note }),
    },
  },
  deadlines: {
    'evaluation.report': {
      label: label('Lever evalueringsrapporten', 'Deliver the evaluation report'),
      ...owedInternally,
      owedBy: duty('evaluator'),
      calendar: 'CALENDAR_DAYS',
      starts: ['phase:EFFECT_EVALUATION'],
      count: 60,
      ends: ['fact:evaluationReportDelivered'],
      ladder: 'long',
      scope: 'PHASE',
    },
    'evaluation.comment': {
      label: label('Entreprenørens rett til å kommentere', 'The right to comment'),
      nature: 'RIGHT',
      effect: 'PRACTICE',
      owedBy: owner,
      owedTo: entrepreneur,
      calendar: 'WORKING_DAYS_EEA',
      starts: ['fact:entrepreneurCommentInvited'],
      count: 10,
      ends: ['fact:entrepreneurCommented'],
      scope: 'PHASE',
    },
    'evaluation.decision': {
      label: label('Ta beslutningen', 'Take the decision'),
      promise: label('Du får vite hva evalueringen fører til', 'You are told what the evaluation leads to'),
      ...owedToEntrepreneur,
      owedBy: duty('decider'),
      calendar: 'CALENDAR_DAYS',
      starts: ['fact:evaluationReportDelivered'],
      count: 30,
      ends: ['decided:G7'],
      scope: 'PHASE',
    },
    'evaluation.record': {
      label: label('Skriv ned beslutningen, ansvarlig og dato', 'Record decision, owner and date'),
      ...owedInternally,
      calendar: 'WORKING_DAYS_EEA',
      starts: ['decided:G7:PROCEED:EFFECT_EVALUATION', 'decided:G7:PROCEED:OPERATION'],
      count: 5,
      ends: ['fact:decisionRecorded'],
      scope: 'PHASE',
    },
    'effect.afterCheck': {
      label: label('Gjør etterkontroll', 'Do the after-check'),
      ...owedInternally,
      owedBy: duty('benefitOwner'),
      calendar: 'MONTHS',
      ...movesByHouseRule,
      starts: ['decided:G7:PROCEED'],
      count: 12,
      ends: ['fact:afterCheckDone'],
      ladder: 'dataPoint',
      scope: 'BEYOND',
    },
    'evaluation.sla': {
      label: label('Fullfør evalueringen', 'Conclude the evaluation'),
      phaseSla: true,
      ...owedInternally,
      calendar: 'CALENDAR_DAYS',
      starts: ['phase:EFFECT_EVALUATION'],
      count: 90,
      ends: ['left:EFFECT_EVALUATION', 'completed'],
      ladder: 'phase',
      scope: 'PHASE',
    },
  },
} satisfies PhasePart;
