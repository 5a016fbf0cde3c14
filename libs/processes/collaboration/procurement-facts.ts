import { label } from '#domain/process/label.js';
import { fromPhase, handlers } from './document-part.js';
import { date, dayAhead, factSchema, amountInNok, note, freeText, wholeNumber } from './fact-fields.js';
import type { ProcessDocument } from '#domain/process/process-document.js';

const buyers = [...handlers, 'innkjoper@any', 'kontraktsforvalter@any', 'tilskuddsforvalter@any'];
const sinceProcurement = fromPhase('PROCUREMENT');

export const procurementFacts = {
  routeMemoApproved: {
    label: label('Notat om valg av vei godkjent', 'Route memo approved'),
    aspect: 'tender',
    by: [...buyers, 'jurist@any'],
    phases: fromPhase('PILOT'),
    source: 'Anskaffelsesloven og -forskriften: reglene på kunngjøringsdagen gjelder og fryses',
    schema: factSchema(
      {
        rulesAsOf: dayAhead(
          'Reglene per',
          'Rules as of',
          {
            nb: 'Kunngjøringsdagen, eller dagen leverandørene ble kontaktet.',
            en: 'The day of the notice, or the day on which the suppliers were contacted.',
          },
          0,
        ),
        memo: freeText('Sammendrag', 'Summary', 'Vanlig tjeneste under EØS-terskelen; konkurranse etter del I.'),
      },
      ['rulesAsOf'],
    ),
  },
  marketDialogueHeld: {
    label: label('Markedsdialog holdt', 'Market dialogue held'),
    mayPrecede: true,
    aspect: 'tender',
    part: 'dialogue',
    by: buyers,
    phases: fromPhase('PILOT'),
    source: 'Anskaffelsesforskriften: dialog med markedet før kunngjøring',
    schema: factSchema({ note }),
  },
  documentsReady: {
    label: label('Konkurransegrunnlag ferdig', 'Tender documents ready'),
    aspect: 'tender',
    by: buyers,
    phases: sinceProcurement,
    schema: factSchema({ note }),
  },
  noticePublished: {
    label: label('Konkurranse kunngjort', 'Notice published'),
    by: buyers,
    phases: sinceProcurement,
    source: 'Anskaffelsesforskriften kap. 20: minst 30 dager i åpen EØS-konkurranse med elektronisk innlevering',
    schema: factSchema({
      tenderDays: wholeNumber('Tilbudsfrist i kalenderdager', 'Tender period in calendar days', 1, 30, 365),
      validUntil: date('Tilbudene gjelder til', 'Tenders valid until', {
        nb: 'Framtidig dato for vedståelsesfristen.',
        en: 'A date to come, until which the tenders stand.',
      }),
    }),
  },
  tendersEvaluated: {
    label: label('Tilbud evaluert', 'Tenders evaluated'),
    needsItem: 'impartiality',
    aspect: 'tender',
    by: buyers,
    phases: sinceProcurement,
    schema: factSchema({ note }),
  },
  awardNotified: {
    label: label('Tildeling meddelt', 'Award notified'),
    award: true,
    tells: ['entrepreneur'],
    aspect: 'tender',
    by: buyers,
    phases: sinceProcurement,
    needsDecision: 'G5',
    requires: ['tendersEvaluated'],
    source: 'Anskaffelsesforskriften § 25-1 og § 25-2',
    schema: factSchema(
      {
        standstillDays: wholeNumber('Karensperiode i kalenderdager', 'Standstill in calendar days', 10, 10, 60),
        note,
      },
      ['standstillDays'],
    ),
  },
  kofaReceived: {
    label: label('Klage til KOFA mottatt', 'KOFA complaint received'),
    aspect: 'tender',
    by: [...buyers, 'jurist@any'],
    phases: sinceProcurement,
    afterClose: true,
    source: 'KOFA: 5 arbeidsdager om kontrakten, 10 til svar, fire uker ved påstand om ulovlig direkteanskaffelse',
    schema: factSchema({
      answerWorkingDays: {
        ...wholeNumber('Arbeidsdager til svar', 'Working days to answer', 10, 10, 20),
        enum: [10, 20],
      },
    }),
  },
  kofaStatusGiven: {
    label: label('Svart KOFA om kontrakten er signert eller venter', 'Told KOFA whether the contract is signed'),
    aspect: 'tender',
    by: [...buyers, 'jurist@any'],
    phases: sinceProcurement,
    afterClose: true,
    schema: factSchema({ note }),
  },
  kofaAnswered: {
    label: label('Klagen til KOFA besvart', 'KOFA complaint answered'),
    aspect: 'tender',
    by: [...buyers, 'jurist@any'],
    phases: sinceProcurement,
    afterClose: true,
    schema: factSchema({ note }),
  },
  agreementSigned: {
    label: label('Avtale signert', 'Agreement signed'),
    mayPrecede: true,
    award: true,
    part: 'agreements',
    by: buyers,
    phases: sinceProcurement,
    needsDecision: 'G5',
    requiresWhen: { standstillRequired: ['awardNotified'] },
    schema: factSchema(
      {
        startsOn: date('Gjelder fra', 'In force from', {
          nb: 'Første dag, før eller etter i dag.',
          en: 'First day, before or after today.',
        }),
        endsOn: dayAhead(
          'Gjelder til',
          'In force until',
          { nb: 'Siste dag, fram i tid.', en: 'Last day, in the future.' },
          730,
        ),
        optionNoticeOn: date('Siste dag for opsjonsvarsel', 'Last day for option notice', {
          nb: 'Fram i tid. Fylles ut når avtalen har opsjon; står det tomt, har den ingen.',
          en: 'In the future. Filled in when the agreement has an option; left empty, it has none.',
        }),
        valueNok: amountInNok('Verdi med opsjoner', 'Value with options', 420000),
      },
      ['endsOn'],
    ),
  },
  agreementRegistered: {
    label: label('Avtale registrert', 'Agreement registered'),
    part: 'agreements',
    by: buyers,
    phases: sinceProcurement,
    needsDecision: 'G5',
    requires: ['agreementSigned'],
    schema: factSchema({ note }),
  },
} satisfies ProcessDocument['facts'];
