import { label } from '#domain/process/label.js';
import { handlers } from './document-part.js';
import type { ProcessDocument } from '#domain/process/process-document.js';

const leads = [...handlers, 'pilotleder@any'];
const receivers = [...leads, 'leder@receiving'];

/** Items of G3: before the pilot starts. */
const start = {
  pilotPlan: {
    label: label('Pilotplanen er godkjent', 'The pilot plan is approved'),
    requirement: 'MANDATORY',
    metBy: { fact: 'pilotPlanApproved' },
    repeatOnReopen: true,
  },
  receivingUnit: {
    label: label('Mottakende enhet har sagt ja', 'The receiving unit has said yes'),
    requirement: 'MANDATORY',
    metBy: { state: 'receivingUnitAgreed' },
    source: 'KS: forankre piloten hos dem som skal drive tilbudet',
  },
  benefitOwner: {
    label: label('Gevinsteier har sagt ja', 'The benefit owner has said yes'),
    requirement: 'MANDATORY',
    metBy: { state: 'benefitUnitAgreed' },
  },
  routeHypothesis: {
    label: label('Vei til drift og samlet verdi er antatt', 'Route and total value are assumed'),
    requirement: 'MANDATORY',
    metBy: { tick: true },
    repeatOnReopen: true,
    by: leads,
  },
  pilotProcurement: {
    label: label('Anskaffelsen av selve piloten er vurdert', 'The procurement of the pilot itself is assessed'),
    requirement: 'LEGAL',
    adviser: ['innkjoper@any', 'jurist@any'],
    metBy: { tick: true },
    repeatOnReopen: true,
    by: [...leads, 'innkjoper@any'],
    source: 'Anskaffelsesforskriften § 5-4: kjøpet kan ikke deles opp; FoU-unntaket § 2-5',
  },
  dpiaScreened: {
    label: label('Personvern er vurdert', 'Data protection is screened'),
    requirement: 'LEGAL',
    metBy: { fact: 'dpiaScreened' },
    source: 'Personvernforordningen art. 35',
  },
  pilotDpa: {
    label: label('Databehandleravtale er inngått', 'A data-processing agreement is in place'),
    requirement: 'LEGAL',
    adviser: ['personvern@any'],
    metBy: { tick: true },
    repeatOnReopen: true,
    when: { rule: 'personalData', facts: ['dpiaScreened'] },
    by: [...leads, 'personvern@any'],
    source: 'Personvernforordningen art. 28',
  },
  baseline: {
    label: label('Nullpunkt er målt eller datofestet', 'The baseline is done or dated'),
    requirement: 'MANDATORY',
    metBy: { fact: 'baselineRecorded' },
  },
  budgetSource: {
    label: label('Finansieringen er avklart', 'The budget source is clear'),
    requirement: 'MANDATORY',
    metBy: { tick: true },
    repeatOnReopen: true,
    by: [...receivers, 'controller@any'],
  },
  stopCriteria: {
    label: label('Stoppkriterier er satt', 'Stop criteria are set'),
    requirement: 'WAIVABLE',
    metBy: { tick: true },
    repeatOnReopen: true,
    by: leads,
  },
  budgetDate: {
    label: label('Dato for budsjettinnspill er satt', 'The budget input date is set'),
    requirement: 'WAIVABLE',
    metBy: { fact: 'budgetDateSet' },
  },
  pilotAgreement: {
    label: label(
      'Pilotavtalen er signert og gir ikke rett til kontrakt',
      'The pilot agreement is signed, with no right to a contract',
    ),
    requirement: 'MANDATORY',
    metBy: { fact: 'pilotAgreementSigned' },
    repeatOnReopen: true,
  },
} satisfies ProcessDocument['items'];

/** Items of G4: before the decision after the pilot. */
const decision = {
  pilotStarted: {
    label: label('Piloten er startet', 'The pilot has started'),
    requirement: 'MANDATORY',
    metBy: { fact: 'pilotStarted' },
  },
  pilotEnded: {
    label: label('Piloten er avsluttet', 'The pilot has ended'),
    requirement: 'MANDATORY',
    metBy: { fact: 'pilotEnded' },
    repeatOnReopen: true,
  },
  pilotReport: {
    label: label('Pilotrapporten er levert', 'The pilot report is delivered'),
    requirement: 'MANDATORY',
    metBy: { fact: 'pilotReportDelivered' },
    repeatOnReopen: true,
  },
  effectVsBaseline: {
    label: label('Effekten er sammenlignet med nullpunktet', 'The effect is compared with the baseline'),
    requirement: 'WAIVABLE',
    metBy: { tick: true },
    repeatOnReopen: true,
    by: [...leads, 'evaluator@any'],
  },
  costs: {
    label: label('Kostnad per bruker og i drift er regnet ut', 'Cost per user and operation cost are worked out'),
    requirement: 'MANDATORY',
    metBy: { tick: true },
    repeatOnReopen: true,
    by: [...receivers, 'controller@any'],
  },
  learningShared: {
    label: label('Læringen er delt med deltakerne', 'The learning is shared with participants'),
    requirement: 'WAIVABLE',
    metBy: { tick: true },
    repeatOnReopen: true,
    by: leads,
  },
  receivingStands: {
    label: label('Mottakende enhet står ved rollen', 'The receiving unit stands by its role'),
    requirement: 'MANDATORY',
    metBy: { state: 'receivingUnitAgreed' },
  },
  receivingConditions: {
    label: label('Mottakende enhets vilkår er avklart', "The receiving unit's conditions are clear"),
    requirement: 'MANDATORY',
    metBy: { tick: true },
    by: receivers,
  },
  dialogueLog: {
    label: label('Dialogloggen er fullstendig', 'The dialogue log is complete'),
    requirement: 'LEGAL',
    metBy: { tick: true },
    repeatOnReopen: true,
    by: [...leads, 'innkjoper@any'],
    source: 'Anskaffelsesforskriften: likebehandling ved dialog med markedet',
  },
  routeWithReasons: {
    label: label('Vei til drift er valgt med begrunnelse', 'The route is chosen with reasons'),
    requirement: 'MANDATORY',
    metBy: { fact: 'routeChosen' },
  },
  entrepreneurInformed: {
    label: label('Entreprenøren er informert samme uke', 'The entrepreneur is informed the same week'),
    requirement: 'MANDATORY',
    metBy: { state: 'decisionTold', facts: ['entrepreneurInformed'] },
    stage: 'HANDOVER',
  },
} satisfies ProcessDocument['items'];

export const pilotItems = { start, decision };
