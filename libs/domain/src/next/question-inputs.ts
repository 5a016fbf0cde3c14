import { osloDateOf } from '../calendar/oslo-time.js';
import { nextWorkingDay } from '../calendar/working-days.js';
import { answeredOf, placeOf } from '../model/questions.js';
import { leadersOf } from '../people/directory-lookup.js';
import { unitOfPlace } from '../policy/permits.js';
import { provable } from './proof-input.js';
import { objectSchema, textSchema } from './proposed-step.js';
import type { Case } from '../model/case.js';
import type { Label, ProcessCore } from '../process/process-document.js';
import type { QuestionKind } from '../process/question-kinds.js';
import type { Directory } from '../policy/directory.js';
import type { Instant, LocalDate } from '../time.js';
import type { ObjectSchema } from './proposed-step.js';

/** Days that a unit has to answer when nobody says otherwise. */
const ANSWER_WORKING_DAYS = 10;
/** As for dates of facts: every reminder counted from it is within the calendar. */
const LAST_ANSWER_BY: LocalDate = '2090-12-31';

/** The words of the button that asks. */
export const ASKING: Readonly<Record<QuestionKind, Label>> = {
  QUESTION: { nb: 'Spør en enhet', en: 'Ask a unit' },
  HOST: { nb: 'Spør en enhet om å være vertsenhet', en: 'Ask a unit to host' },
  RECEIVE: { nb: 'Spør en enhet om å ta imot tilbudet', en: 'Ask a unit to receive the service' },
  BENEFIT: { nb: 'Spør en enhet om å eie gevinsten', en: 'Ask a unit to own the benefit' },
  LEGAL: { nb: 'Be om en juridisk avklaring', en: 'Ask for a legal clarification' },
};

const EXAMPLES: Readonly<Record<QuestionKind, string>> = {
  QUESTION: 'Hva bør vi tenke på før vi går videre?',
  HOST: 'Vil dere være vertsenhet for piloten?',
  RECEIVE: 'Vil dere ta imot tilbudet dersom piloten lykkes?',
  BENEFIT: 'Vil dere eie gevinsten og følge den opp?',
  LEGAL: 'Kan kommunen gjøre dette uten å kunngjøre?',
};

export const ANSWERING: Readonly<Record<string, Label>> = {
  YES: { nb: 'Svar ja', en: 'Answer yes' },
  NO: { nb: 'Svar nei', en: 'Answer no' },
  TEXT: { nb: 'Svar på spørsmålet', en: 'Answer the question' },
};

export const APPROVING: Readonly<Record<'yes' | 'no', Label>> = {
  yes: { nb: 'Godkjenn', en: 'Approve' },
  no: { nb: 'Ikke godkjenn', en: 'Do not approve' },
};

const numbered =
  (nb: string, en: string) =>
  (_document: unknown, { body: { item } }: { readonly body: Readonly<Record<string, unknown>> }): Label => ({
    nb: `${nb} ${String(item)}`,
    en: `${en} ${String(item)}`,
  });

/** How what the entrepreneur is asked to send looks as a step; each thing has its number. */
export const INFORMATION_STEPS = {
  giveInformation: {
    label: numbered('Send opplysning', 'Send information'),
    input: ({ state }: Pick<AskContext, 'state'>) =>
      provable(
        state,
        objectSchema({
          text: textSchema(
            'Det du vil svare',
            'What you want to answer',
            'Budsjettet for det første året er 400 000 kroner.',
          ),
        }),
      ),
    why: () => ({ nb: 'Det er bedt om opplysninger.', en: 'Information is asked for.' }),
  },
  acceptInformation: {
    label: numbered('Godta opplysning', 'Accept information'),
    why: () => ({
      nb: 'Entreprenøren har sendt det som ble bedt om.',
      en: 'The entrepreneur has sent what was asked for.',
    }),
  },
  returnInformation: {
    label: numbered('Send tilbake opplysning', 'Send back information'),
    input: () =>
      objectSchema({
        missing: textSchema(
          'Hva som mangler. Entreprenøren leser det.',
          'What is missing. The entrepreneur reads it.',
          'Budsjettet mangler lønn til den som skal lede tilbudet.',
        ),
      }),
    why: () => ({
      nb: 'Entreprenøren har sendt det som ble bedt om.',
      en: 'The entrepreneur has sent what was asked for.',
    }),
  },
};

export interface AskContext {
  readonly document: ProcessCore;
  readonly state: Case;
  readonly directory: Directory;
  readonly now: Instant;
}

/** Which unit, what, and by when. */
export function askInput({ document, state, directory, now }: AskContext, kind: QuestionKind): ObjectSchema {
  const today = osloDateOf(now);
  return objectSchema({
    unit: { type: 'string', title: 'Enhet', 'x-title-en': 'Unit', enum: unitsToAsk(document, state, directory, kind) },
    question: textSchema('Spørsmål', 'Question', EXAMPLES[kind]),
    answerBy: {
      type: 'string',
      format: 'date',
      title: 'Svarfrist',
      'x-title-en': 'Answer by',
      formatMinimum: today,
      formatMaximum: LAST_ANSWER_BY,
      default: workingDaysAfter(today, ANSWER_WORKING_DAYS),
    },
  });
}

export function answerInput(answer: unknown): ObjectSchema {
  if (answer === 'YES')
    return objectSchema(
      { conditions: textSchema('Vilkår', 'Conditions', 'Dersom budsjettet er på plass til høsten.') },
      [],
    );
  const example = 'Vi har ikke plass i neste års budsjett.';
  return objectSchema({
    text: answer === 'NO' ? textSchema('Grunn', 'Reason', example) : textSchema('Svar', 'Answer', example),
  });
}

/** Units that somebody leads; the one named so far first, those that have said no last. */
function unitsToAsk(core: ProcessCore, state: Case, directory: Directory, kind: QuestionKind): string[] {
  const preferred = unitOfPlace(core, state, placeOf(kind) ?? 'receiving');
  const saidNo = new Set(answeredOf(state, kind).flatMap(({ unit, answer }) => (answer.answer === 'NO' ? [unit] : [])));
  const order = (unit: string): number => (saidNo.has(unit) ? 2 : unit === preferred ? 0 : 1);
  return directory.units
    .filter(({ id, holdsCases, closed }) => holdsCases && !closed && leadersOf(directory, id).length > 0)
    .map(({ id }) => id)
    .sort((a, b) => order(a) - order(b));
}

function workingDaysAfter(date: LocalDate, days: number): LocalDate {
  let day = date;
  for (let left = days; left > 0; left -= 1) day = nextWorkingDay(day);
  return day;
}
