import { label } from '#domain/process/label.js';
import { developmentPartner, fromPhase, handlers } from './document-part.js';
import {
  branching,
  choice,
  date,
  dayAhead,
  deadlineOf,
  factSchema,
  yesNo,
  hours,
  amountInNok,
  note,
  freeText,
  unit,
  user,
} from './fact-fields.js';
import type { ProcessDocument } from '#domain/process/process-document.js';

const withEntrepreneur = [...handlers, 'contact', 'entrepreneur'];
const buyers = [...handlers, 'innkjoper@any', 'kontraktsforvalter@any', 'tilskuddsforvalter@any'];
const lawyers = [...handlers, 'jurist@any'];

/** Facts that belong to no single phase. */
export const commonFacts = {
  delayExplained: {
    label: label('Forsinkelse forklart', 'Delay explained'),
    movesPromises: 'newDate',
    aspect: 'shared',
    by: [...handlers, 'contact'],
    schema: factSchema(
      {
        deadline: deadlineOf('Løftet som forklares', 'The promise that is explained'),
        newDate: dayAhead(
          'Ny dato',
          'New date',
          {
            nb: 'Framtidig arbeidsdag da det lovede er gjort.',
            en: 'A working day to come, when what was promised is done.',
          },
          14,
        ),
        reason: freeText(
          'Grunn, slik entreprenøren får lese den',
          'Reason, as the entrepreneur reads it',
          'Avklaringen med enheten tar lengre tid enn ventet.',
        ),
      },
      ['newDate', 'reason'],
    ),
  },
  accessRequested: {
    label: label('Innsyn krevd', 'Access requested'),
    aspect: 'shared',
    by: [...withEntrepreneur, 'mottak@any', 'jurist@any'],
    afterClose: true,
    source: 'Offentleglova §§ 29 og 32',
    schema: factSchema({ note }),
  },
  accessAnswered: {
    label: label('Innsynskrav besvart', 'Access request answered'),
    aspect: 'shared',
    by: [...lawyers, 'mottak@any'],
    afterClose: true,
    schema: factSchema({ granted: yesNo('Innsyn gitt', 'Access given', true) }),
  },
  impartialityDeclared: {
    label: label('Habilitet vurdert', 'Impartiality declared'),
    aspect: 'impartiality',
    by: [...buyers, 'jurist@any', 'party:evalueringsgruppe'],
    source: 'Forvaltningsloven §§ 6, 8 og 9',
    schema: factSchema({ impartial: yesNo('Habil', 'Impartial', true), note }),
  },
  impartialityCleared: {
    label: label('Klarert for evalueringsgruppa', 'Cleared for the evaluation group'),
    names: { cleared: 'cleared' },
    aspect: 'impartiality',
    by: ['jurist@any', 'innkjoper@any'],
    source: 'Forvaltningsloven §§ 6, 8 og 9',
    schema: factSchema({ cleared: user('Hvem', 'Who', 'pilotleder@any'), note }, ['cleared']),
  },
  dialogueLogged: {
    label: label('Dialog loggført', 'Dialogue logged'),
    mayPrecede: true,
    part: 'dialogue',
    by: [...buyers, 'mentor@any', 'pilotleder@any', developmentPartner],
    source: 'Anskaffelsesforskriften: dialog med markedet, likebehandling',
    schema: factSchema({
      summary: freeText('Hva det ble snakket om', 'What was said', 'Gikk gjennom behovet, ikke løsningen.'),
    }),
  },
  adviceGranted: {
    label: label('Veiledningstimer innvilget', 'Advice hours granted'),
    mayPrecede: true,
    balance: 'hoursGranted',
    part: 'agreements',
    by: [...handlers, 'mentorkoordinator@any'],
    source: 'Veier til samarbeid, kap. 2: etablerertjeneste med 10 timer veiledning',
    schema: factSchema({ hours: hours('Timer', 'Hours', 10, 200) }),
  },
  officeGranted: {
    label: label('Kontorplass innvilget', 'Office granted'),
    mayPrecede: true,
    part: 'agreements',
    by: [...handlers, 'mentorkoordinator@any', 'leder@any'],
    source: 'Veier til samarbeid, kap. 2: kontorplass i tre måneder',
    schema: factSchema({
      until: date('Til og med', 'Until', {
        nb: 'Siste dag med kontorplass; tre måneder når ingen er oppgitt.',
        en: 'Last day in the office; three months when none is given.',
      }),
      unit: unit('Enhet som låner ut', 'Lending unit'),
      marketValueNok: amountInNok('Markedsleie spart', 'Market rent saved', 15000),
    }),
  },
  officeEnded: {
    label: label('Kontorplass avsluttet', 'Office ended'),
    by: [...handlers, 'mentorkoordinator@any', 'leder@any'],
    schema: factSchema({
      then: branching(
        choice('Hva nå', 'What now', {
          END: label('Avsluttet', 'Ended'),
          EXTEND: label('Søker om å bli lenger', 'Asks to stay'),
          MOVE: label('Flytter til en annen plass', 'Moves to another place'),
        }),
      ),
    }),
  },
  aidAwarded: {
    label: label('Støtte ført i støtteregnskapet', 'Aid entered in the ledger'),
    mayPrecede: true,
    balance: 'aid',
    part: 'agreements',
    by: [...lawyers, 'mentorkoordinator@any', 'tilskuddsforvalter@any', 'controller@any'],
    afterClose: true,
    source: 'Bagatellmessig støtte: 300 000 euro over tre år per foretak',
    schema: factSchema(
      {
        amountNok: amountInNok('Støtteelement i kroner', 'Aid element in NOK', 25000),
        kind: choice('Slag', 'Kind', {
          HOURS: label('Veiledning', 'Advice'),
          OFFICE: label('Kontorplass', 'Office'),
          GRANT: label('Tilskudd', 'Grant'),
          DECLARED: label('Oppgitt støtte fra andre', 'Declared aid from others'),
          NOT_AID: label('Vurdert, ikke støtte', 'Assessed, not aid'),
        }),
        nokPerEur: {
          type: 'number',
          title: 'Kroner per euro',
          'x-title-en': 'NOK per EUR',
          minimum: 1,
          maximum: 100,
          default: 11.5,
        },
        basis: freeText('Grunnlag', 'Basis', 'Ti timer veiledning til 2 500 kroner timen.'),
      },
      ['amountNok'],
    ),
  },
  dataBreachDiscovered: {
    label: label('Brudd på personopplysningssikkerheten oppdaget', 'Personal data breach discovered'),
    part: 'privacy',
    by: [...handlers, 'personvern@any', 'pilotleder@any', 'driftsansvarlig@any'],
    afterClose: true,
    source: 'Personvernforordningen art. 33',
    schema: factSchema({ note }),
  },
  dataBreachNotified: {
    label: label('Brudd meldt til Datatilsynet', 'Breach notified to the authority'),
    part: 'privacy',
    by: [...handlers, 'personvern@any'],
    afterClose: true,
    schema: factSchema({ note }),
  },
  deviationReported: {
    label: label('Avvik meldt', 'Deviation reported'),
    tells: ['owner', 'entrepreneur'],
    aspect: 'shared',
    by: [...withEntrepreneur, 'pilotleder@any', 'kontraktsforvalter@any', 'driftsansvarlig@any'],
    phases: fromPhase('PILOT'),
    afterClose: true,
    schema: factSchema({ note }),
  },
  deviationAnswered: {
    label: label('Avvik besvart', 'Deviation answered'),
    tells: ['owner', 'entrepreneur'],
    aspect: 'shared',
    by: [...withEntrepreneur, 'pilotleder@any', 'kontraktsforvalter@any', 'driftsansvarlig@any'],
    phases: fromPhase('PILOT'),
    afterClose: true,
    schema: factSchema({ note }),
  },
  contactLeft: {
    label: label('Kontaktperson slutter', 'Contact person leaves'),
    by: [...handlers, 'contact'],
    schema: factSchema({}),
  },
  deputyConfirmed: {
    label: label('Stedfortreder fortsetter', 'Deputy stays on'),
    by: handlers,
    schema: factSchema({}),
  },
  suspensionReviewed: {
    label: label('Pausen er vurdert på nytt', 'Suspension reviewed'),
    by: handlers,
    schema: factSchema({ note }),
  },
  lessonsNoted: {
    label: label('Læring skrevet ned', 'Lessons noted'),
    by: [...handlers, 'pilotleder@any', 'evaluator@any'],
    afterClose: true,
    schema: factSchema({
      note: freeText('Hva vi lærte', 'What was learned', 'Mottakende enhet må være med fra starten.'),
    }),
  },
  reinvited: {
    label: label('Invitert på nytt', 'Invited again'),
    by: [...handlers, 'mottak@any'],
    afterClose: true,
    schema: factSchema({ note }),
  },
  complaintReceived: {
    label: label('Klage mottatt', 'Complaint received'),
    aspect: 'shared',
    by: [...withEntrepreneur, 'mottak@any', 'jurist@any', 'innkjoper@any', 'klageorgan@any'],
    afterClose: true,
    source: 'Forvaltningsloven kap. VI',
    schema: factSchema({ note }),
  },
  complaintAnswered: {
    label: label('Klage besvart', 'Complaint answered'),
    aspect: 'shared',
    by: [...lawyers, 'innkjoper@any', 'klageorgan@any'],
    afterClose: true,
    schema: factSchema({ upheld: yesNo('Klager fikk medhold', 'Complaint upheld', false), note }),
  },
} satisfies ProcessDocument['facts'];
