import { label } from '../../process/label.js';
import { about, of, onDay } from './event-sentences.js';
import { dayText } from './day-text.js';
import type { EventNames, EventWords } from './event-sentences.js';
import type { Label } from '../../process/process-document.js';
import type { LocalDate } from '../../time.js';

type MeetingEvent =
  | 'meetingPlanned'
  | 'meetingMoved'
  | 'meetingCancelled'
  | 'meetingHeld'
  | 'meetingCorrected'
  | 'nextStepCompleted'
  | 'nextStepWithdrawn';

const TAKEN_BACK = label('Et skritt som ikke var avtalt, er tatt tilbake', 'A step that was not agreed is taken back');

/** Words of meetings with the entrepreneur, which both sides read. */
export const meetingWords: { readonly [T in MeetingEvent]: EventWords<T> } = {
  meetingPlanned: {
    kind: 'MEETING',
    label: label('Møte planlagt', 'Meeting planned'),
    text: (data, names) => atTime(kindOf(label('Møte planlagt', 'Meeting planned'), data, names), data),
  },
  meetingMoved: {
    kind: 'MEETING',
    label: label('Møte flyttet', 'Meeting moved'),
    text: (data, names) => atTime(kindOf(label('Møte flyttet', 'Meeting moved'), data, names), data),
  },
  meetingCancelled: {
    kind: 'MEETING',
    label: label('Møte avlyst', 'Meeting cancelled'),
    text: (data, names) => kindOf(label('Møte avlyst', 'Meeting cancelled'), data, names),
  },
  meetingHeld: {
    kind: 'MEETING',
    label: label('Møte holdt', 'Meeting held'),
    text: (data, names) =>
      andSteps(onDay(kindOf(label('Møte holdt', 'Meeting held'), data, names), data.on), data.steps?.length ?? 0),
  },
  meetingCorrected: {
    kind: 'MEETING',
    label: label('Referat rettet', 'Minutes corrected'),
    text: (data, names) => onDay(kindOf(label('Referat rettet', 'Minutes corrected'), data, names), data.on),
  },
  nextStepCompleted: {
    kind: 'MEETING',
    label: label('Det som ble avtalt i et møte, er gjort', 'What was agreed in a meeting is done'),
    text: ({ step }, names) =>
      about(
        label('Det som ble avtalt i et møte, er gjort', 'What was agreed in a meeting is done'),
        step === undefined ? undefined : names.agreed(step),
      ),
  },
  nextStepWithdrawn: {
    kind: 'MEETING',
    label: TAKEN_BACK,
    text: ({ step }, names) => about(TAKEN_BACK, step === undefined ? undefined : names.agreed(step)),
  },
};

const kindOf = (word: Label, { template }: { readonly template?: string }, names: EventNames): Label =>
  about(word, of(template, names.meeting));

/** With the day and the time of a meeting: «Avklaringsmøte, 14. januar 2027 kl. 10.00». */
export function atTime(
  text: Label,
  { on, at }: { readonly on?: LocalDate | undefined; readonly at?: string | undefined },
): Label {
  if (on === undefined || at === undefined) return text;
  const { nb, en } = dayText(on);
  return label(`${text.nb}, ${nb} kl. ${at.replace(':', '.')}`, `${text.en}, ${en} at ${at}`);
}

function andSteps(text: Label, count: number): Label {
  if (count === 0) return text;
  return count === 1
    ? label(`${text.nb}. Ett skritt er avtalt`, `${text.en}. One step is agreed`)
    : label(`${text.nb}. ${count} skritt er avtalt`, `${text.en}. ${count} steps are agreed`);
}
