import { label } from '#domain/process/label.js';
import { developmentPartner, fromPhase, handlers } from './document-part.js';
import { routes } from './routes.js';
import {
  choice,
  date,
  dayAhead,
  factSchema,
  yesNo,
  amountInNok,
  seenAfterAward,
  note,
  freeText,
  unit,
  user,
  branching,
} from './fact-fields.js';
import type { ProcessDocument } from '#domain/process/process-document.js';

const leads = [...handlers, 'pilotleder@any'];
const sincePilot = fromPhase('PILOT');

export const pilotFacts = {
  pilotPlanApproved: {
    label: label('Pilotplan godkjent', 'Pilot plan approved'),
    by: leads,
    phases: sincePilot,
    source: 'KS: veikart for tjenesteinnovasjon, ti punkter i pilotplanen',
    schema: factSchema({ note }),
  },
  receivingUnitNamed: {
    label: label('Mulig mottakende enhet navngitt', 'Candidate receiving unit named'),
    names: { receiving: 'unit' },
    undoneBy: 'receivingUnitWithdrew',
    by: [...leads, 'leder@any', 'mentor@any', 'mentorkoordinator@any'],
    schema: factSchema(
      {
        unit: unit('Mottakende enhet', 'Receiving unit'),
        conditions: freeText('Vilkår', 'Conditions', 'Tar imot dersom budsjettet er på plass til høsten.'),
      },
      ['unit'],
    ),
  },
  receivingUnitWithdrew: {
    label: label('Mottakende enhet har trukket seg', 'Receiving unit withdrew'),
    tells: ['owner', 'manager-of:case', 'entrepreneur'],
    by: [...leads, 'leder@receiving'],
    withdraws: 'RECEIVE',
    schema: factSchema({ reason: freeText('Grunn', 'Reason', 'Enheten har ikke plass i neste års budsjett.') }),
  },
  benefitOwnerNamed: {
    label: label('Gevinsteier navngitt', 'Benefit owner named'),
    names: { benefitOwner: 'person' },
    by: [...leads, 'leder@receiving', 'gevinstansvarlig@any'],
    source: 'Digdir: gevinsteier senest ved prosjektstart',
    schema: factSchema({ person: user('Gevinsteier', 'Benefit owner', 'leder@receiving') }),
  },
  dpiaScreened: {
    label: label('Personvern vurdert', 'Data protection screened'),
    by: ['personvern@any'],
    part: 'privacy',
    source: 'Personvernforordningen art. 35',
    schema: factSchema({
      personalData: yesNo('Personopplysninger behandles', 'Personal data are processed', false),
      note,
    }),
  },
  baselineRecorded: {
    label: label('Nullpunkt målt eller datofestet', 'Baseline recorded or dated'),
    mayPrecede: true,
    part: 'effect',
    by: [...leads, 'evaluator@any', 'gevinstansvarlig@any'],
    schema: factSchema({
      plannedFor: date('Måles innen', 'To be measured by', {
        nb: 'Framtidig dato, bare når nullpunktet ikke er målt ennå.',
        en: 'A date to come, only when the baseline is not measured yet.',
      }),
      note,
    }),
  },
  budgetDateSet: {
    label: label('Frist for budsjettinnspill satt', 'Budget input date set'),
    by: [...leads, 'controller@any', 'leder@receiving'],
    schema: factSchema(
      {
        inputBy: dayAhead(
          'Innspill innen',
          'Input by',
          { nb: 'Framtidig dato; vanligvis 1. september.', en: 'A date to come; usually 1 September.' },
          60,
        ),
      },
      ['inputBy'],
    ),
  },
  budgetInputSent: {
    label: label('Budsjettinnspill sendt', 'Budget input sent'),
    by: [...leads, 'controller@any', 'leder@receiving'],
    phases: sincePilot,
    schema: factSchema({ amountNok: seenAfterAward(amountInNok('Beløp per år', 'Amount a year', 450000)) }),
  },
  evaluationPlanned: {
    label: label('Effektplan godkjent', 'Effect plan approved'),
    part: 'effect',
    by: [...leads, 'evaluator@any', 'gevinstansvarlig@any', 'leder@receiving'],
    schema: factSchema({ note }),
  },
  pilotAgreementSigned: {
    label: label('Pilotavtale signert', 'Pilot agreement signed'),
    mayPrecede: true,
    part: 'agreements',
    by: [...leads, 'innkjoper@any'],
    phases: sincePilot,
    schema: factSchema({ note }),
  },
  pilotStarted: {
    label: label('Pilot startet', 'Pilot started'),
    by: leads,
    phases: ['PILOT'],
    needsGate: 'G3',
    schema: factSchema({
      endsOn: date('Slutter', 'Ends', {
        nb: 'Siste dag, fram i tid; 180 dager når ingen er oppgitt.',
        en: 'Last day, in the future; 180 days when none is given.',
      }),
    }),
  },
  pilotStatusReported: {
    label: label('Status i piloten', 'Pilot status'),
    part: 'dialogue',
    by: [...leads, developmentPartner],
    phases: sincePilot,
    requires: ['pilotStarted'],
    schema: factSchema({ note }),
  },
  midwayReviewed: {
    label: label('Midtveisgjennomgang holdt', 'Mid-way review held'),
    part: 'dialogue',
    by: leads,
    phases: sincePilot,
    requires: ['pilotStarted'],
    schema: factSchema({ note }),
  },
  pilotEnded: {
    label: label('Pilot avsluttet', 'Pilot ended'),
    by: leads,
    phases: sincePilot,
    requires: ['pilotStarted'],
    schema: factSchema({ note }),
  },
  pilotReportDelivered: {
    label: label('Pilotrapport levert', 'Pilot report delivered'),
    by: [...leads, 'evaluator@any'],
    phases: sincePilot,
    requires: ['pilotStarted'],
    schema: factSchema({
      costPerUserNok: seenAfterAward(amountInNok('Kostnad per bruker', 'Cost per user', 12000)),
      operationCostNok: seenAfterAward(amountInNok('Kostnad i drift per år', 'Operation cost a year', 900000)),
      recommendation: freeText('Anbefaling', 'Recommendation', 'Piloten bør gå over i ordinær drift.'),
    }),
  },
  entrepreneurInformed: {
    label: label('Entreprenøren informert om beslutningen', 'Entrepreneur informed of the decision'),
    aspect: 'shared',
    by: [...leads, 'contact'],
    phases: ['PILOT'],
    schema: factSchema({ note }),
  },
  routeChosen: {
    label: label('Vei til drift valgt', 'Route to operation chosen'),
    names: { route: 'route' },
    by: [...leads, 'innkjoper@any', 'leder@receiving'],
    schema: factSchema(
      {
        route: branching(
          choice(
            'Vei til drift',
            'Route to operation',
            Object.fromEntries(Object.entries(routes).map(([id, { label: words }]) => [id, words])),
          ),
        ),
        valueNok: seenAfterAward(amountInNok('Verdi med opsjoner', 'Value with options', 420000)),
        service: choice('Slags tjeneste', 'Kind of service', {
          ORDINARY: label('Vanlig tjeneste', 'Ordinary service'),
          HEALTH_SOCIAL: label('Helse- og sosialtjeneste', 'Health or social service'),
          OTHER_SPECIAL: label('Annen særlig tjeneste', 'Other special service'),
        }),
        reason: freeText('Begrunnelse', 'Reason', 'Behovet varer, og markedet er undersøkt.'),
      },
      ['route', 'reason'],
    ),
  },
} satisfies ProcessDocument['facts'];
