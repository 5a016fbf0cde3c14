import { osloDateOf } from '../../calendar/oslo-time.js';
import { nextWorkingDay, workingDayOnOrAfter } from '../../calendar/working-days.js';
import { meetingWith } from '../../model/meetings.js';
import { MOST_ITEMS } from '../../model/information.js';
import { addDays } from '../../time.js';
import { askInput } from '../question-inputs.js';
import { holdInput, LAST_DAY, refsOf } from '../meeting-steps.js';
import { objectSchema, textSchema } from '../proposed-step.js';
import type { CommandType } from '../../model/command.js';
import type { Label } from '../../process/process-document.js';
import type { Question } from '../../model/asked.js';
import type { StepContext } from '../steps-of-act.js';
import type { ObjectSchema, PropertySchema } from '../proposed-step.js';

/** How a command looks as a form that nobody is waiting for. */
interface FormRow {
  readonly label: Label;
  readonly input: (context: StepContext, body: Readonly<Record<string, unknown>>) => ObjectSchema;
}

const reason = (nb: string, en: string, example: string) => () => objectSchema({ reason: textSchema(nb, en, example) });

const DAYS_AHEAD = 14;

const day = (nb: string, en: string, more: PropertySchema): PropertySchema => ({
  type: 'string',
  format: 'date',
  title: nb,
  'x-title-en': en,
  ...more,
});

const dayToCome = ({ now }: StepContext, nb: string, en: string): PropertySchema => {
  const today = osloDateOf(now);
  const ahead = workingDayOnOrAfter(addDays(today, DAYS_AHEAD));
  return day(nb, en, { formatMinimum: nextWorkingDay(today), formatMaximum: LAST_DAY, default: ahead });
};

const TIME: PropertySchema = {
  type: 'string',
  title: 'Klokkeslett',
  'x-title-en': 'Time',
  pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
  maxLength: 5,
  default: '10:00',
};

const lines = (nb: string, en: string, example: string): PropertySchema => ({
  type: 'array',
  title: nb,
  'x-title-en': en,
  items: { type: 'string', minLength: 1, maxLength: 4000 },
  minItems: 1,
  maxItems: MOST_ITEMS,
  default: [example],
  examples: [example],
});

/** Kinds of meeting to choose among; `tried` of them the case takes now. */
const template = ({ document }: StepContext, tried: unknown): PropertySchema => {
  const ids = Array.isArray(tried) ? (tried as string[]) : Object.keys(document.meetings);
  return {
    type: 'string',
    title: 'Hva slags møte',
    'x-title-en': 'Kind of meeting',
    enum: ids,
    'x-labels': Object.fromEntries(ids.map((id) => [id, document.meetings[id]?.label])),
  };
};

const parties = ({ state }: StepContext, nb: string, en: string): PropertySchema => ({
  type: 'array',
  title: nb,
  'x-title-en': en,
  items: { enum: refsOf(state, []) },
  minItems: 1,
  default: [{ entrepreneur: true }],
});

/** One row for every command about questions, information, meetings and handovers that `COMMAND_STEPS` has no form of. */
export const FORM_ROWS: Partial<Readonly<Record<CommandType, FormRow>>> = {
  redirectQuestion: {
    label: { nb: 'Send spørsmålet videre', en: 'Redirect the question' },
    input: (context, { question }) => {
      const asked = context.state.questions?.find(({ id }) => id === question);
      return objectSchema({
        unit: unitToRedirectTo(context, asked),
        reason: textSchema('Hvorfor', 'Why', 'Dette er det en annen enhet som vet.'),
      });
    },
  },
  requestInformation: {
    label: { nb: 'Be entreprenøren om opplysninger', en: 'Ask the entrepreneur for information' },
    input: (context) =>
      objectSchema({
        what: lines(
          'Hva dere trenger. Entreprenøren leser det.',
          'What you need. The entrepreneur reads it.',
          'Budsjett',
        ),
        by: dayToCome(context, 'Innen', 'By'),
      }),
  },
  withdrawInformationRequest: {
    label: { nb: 'Trekk tilbake det dere ba om', en: 'Withdraw what you asked for' },
    input: reason('Hvorfor. Entreprenøren leser det.', 'Why. The entrepreneur reads it.', 'Vi har fått det fra Nav.'),
  },
  planMeeting: {
    label: { nb: 'Planlegg et møte', en: 'Plan a meeting' },
    input: (context, { template: tried }) =>
      objectSchema(
        {
          template: template(context, tried),
          on: dayToCome(context, 'Dag', 'Day'),
          at: TIME,
          place: { ...textSchema('Sted', 'Place', 'Rådhuset, møterom 2'), maxLength: 200 },
          participants: parties(context, 'Deltakere', 'Participants'),
        },
        ['template', 'on', 'at', 'participants'],
      ),
  },
  moveMeeting: {
    label: { nb: 'Flytt møtet', en: 'Move the meeting' },
    input: (context) =>
      objectSchema({
        on: dayToCome(context, 'Ny dag', 'New day'),
        at: TIME,
        reason: textSchema('Hvorfor', 'Why', 'Mentor er syk.'),
      }),
  },
  correctMeeting: {
    label: { nb: 'Rett referatet', en: 'Correct the minutes' },
    input: ({ state }, { meeting: id }) => {
      const held = meetingWith(state, String(id))?.held;
      return objectSchema(
        {
          on: day('Dag', 'Day', { ...(held && { default: held.on, formatMaximum: held.on }) }),
          summary: textSchema('Kort referat', 'Short minutes', 'Vi ble enige om veien videre.'),
          reason: textSchema('Hvorfor. Begge sider leser det.', 'Why. Both sides read it.', 'Datoen var feil.'),
        },
        ['summary', 'reason'],
      );
    },
  },
  withdrawNextStep: {
    label: { nb: 'Ta bort det som ble avtalt', en: 'Take back what was agreed' },
    input: reason('Hvorfor. Begge sider leser det.', 'Why. Both sides read it.', 'Det var ikke det vi avtalte.'),
  },
  acceptHandover: {
    label: { nb: 'Overta saken', en: 'Take over the case' },
    input: () => objectSchema({ conditions: textSchema('Vilkår', 'Conditions', 'Budsjettet må være på plass.') }, []),
  },
  returnHandover: {
    label: { nb: 'Send tilbake', en: 'Send back' },
    input: () => objectSchema({ gaps: lines('Hva som mangler', 'What is missing', 'Budsjettet') }),
  },
  declineHandover: {
    label: { nb: 'Takk nei', en: 'Decline' },
    input: () =>
      objectSchema({
        reason: textSchema('Hvorfor', 'Why', 'Vi har ikke folk til dette i vår.'),
        alternative: textSchema('Hvem kan ta saken?', 'Who can take the case?', 'Kultur har drevet noe liknende.'),
      }),
  },
  withdrawHandover: {
    label: { nb: 'Trekk tilbake', en: 'Withdraw' },
    input: reason('Hvorfor', 'Why', 'Vi sendte den til feil enhet.'),
  },
};

/** What came of a meeting that nobody planned. */
export const holdUnplanned = (context: StepContext, tried: unknown): ObjectSchema => {
  const { properties, required } = holdInput(context, {});
  return objectSchema({ template: template(context, tried), ...properties }, ['template', ...required]);
};

function unitToRedirectTo(context: StepContext, asked: Question | undefined): PropertySchema {
  const { unit = {} } = askInput(context, asked?.kind ?? 'QUESTION').properties;
  return { ...unit, enum: (unit['enum'] as readonly string[]).filter((id) => id !== asked?.unit) };
}
