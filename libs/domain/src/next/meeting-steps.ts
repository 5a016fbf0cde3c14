import { instantInOslo, osloDateOf } from '../calendar/oslo-time.js';
import { nextWorkingDay } from '../calendar/working-days.js';
import { isHers, meetingWith, openSteps, plannedMeetings, stepWith } from '../model/meetings.js';
import { STEP_PREFIX } from '../policy/permits.js';
import { factActs } from './fact-acts.js';
import { objectSchema, textSchema } from './proposed-step.js';
import type { About, Case } from '../model/case.js';
import type { ProcessCore } from '../process/process-document.js';
import type { MeetingRef } from '../model/meetings.js';
import type { Instant, LocalDate } from '../time.js';
import type { Act } from './act.js';
import type { ObjectSchema, PropertySchema } from './proposed-step.js';

/** What ends a planned meeting: saying what came of it, or cancelling one that can no longer count as what it was planned for. */
export function meetingActs(core: ProcessCore, state: Case, about: About | undefined): Act[] {
  const meeting = meetingWith(state, about?.id);
  if (meeting?.state !== 'PLANNED') return [];
  const body = { meeting: meeting.id };
  const { fact } = core.meetings[meeting.template] ?? {};
  const who = core.commands.holdMeeting?.who ?? ['owner'];
  if (fact === undefined) return [{ command: 'holdMeeting', body, who }];
  const counts = factActs(core, state, fact).some((act) => act.body['fact'] === fact);
  return counts
    ? [{ command: 'holdMeeting', body, who: core.facts[fact]?.by ?? who }]
    : [{ command: 'cancelMeeting', body, who: core.commands.cancelMeeting?.who ?? who }];
}

/** What ends what was agreed in a meeting. For the entrepreneur whoever has the case may say it too. */
export function agreedStepActs(state: Case, about: About | undefined): Act[] {
  const step = stepWith(state, about?.id);
  if (!step || step.done) return [];
  const { id } = step;
  const who = isHers(step) ? ['owner', 'deputy', 'manager', 'contact'] : [`${STEP_PREFIX}${id}`];
  return [{ command: 'completeNextStep', body: { step: id }, who }];
}

/** The day from which a planned meeting can have been held. */
export function heldNotBefore(state: Case, { command, body }: Pick<Act, 'command' | 'body'>): Instant | undefined {
  if (command !== 'holdMeeting') return undefined;
  const meeting = meetingWith(state, String(body['meeting']));
  return meeting && instantInOslo(meeting.on, 0);
}

interface FormContext {
  readonly state: Case;
  readonly now: Instant;
}

const day = (nb: string, en: string, more: PropertySchema): PropertySchema => ({
  type: 'string',
  format: 'date',
  title: nb,
  'x-title-en': en,
  ...more,
});

const ENTREPRENEUR: MeetingRef = { entrepreneur: true };

/** Those who can have been there, or take something on: the entrepreneur, whom the meeting was planned with, and who is in the case. */
export function refsOf(state: Case, planned: readonly MeetingRef[]): MeetingRef[] {
  const { owner, deputy, contact, unit, entrepreneur, parties = [] } = state;
  const people = [owner, deputy, contact, ...parties.flatMap(({ party, to }) => (to === null ? [party] : []))];
  const staff = people.flatMap((person) => (person === null || person === entrepreneur ? [] : [{ person }]));
  const refs: MeetingRef[] = [ENTREPRENEUR, ...planned, ...staff, { unit }];
  return [...new Map(refs.map((ref) => [JSON.stringify(ref), ref])).values()];
}

/** As for dates of facts: every reminder counted from it is within the calendar. */
export const LAST_DAY: LocalDate = '2090-12-31';

/** When it was held, who came, and what was agreed. */
export function holdInput({ state, now }: FormContext, { meeting: id }: Act['body']): ObjectSchema {
  const meeting = meetingWith(state, String(id));
  const today = osloDateOf(now);
  const planned = meeting?.on ?? today;
  const refs = { enum: refsOf(state, meeting?.participants ?? []) };
  return objectSchema(
    {
      on: day('Dag', 'Day', { formatMaximum: planned > today ? planned : today, default: planned }),
      present: {
        type: 'array',
        title: 'Til stede',
        'x-title-en': 'Present',
        items: refs,
        minItems: 1,
        default: meeting?.participants ?? [ENTREPRENEUR],
      },
      summary: textSchema('Kort referat', 'Short minutes', 'Vi gikk gjennom behovet og ble enige om veien videre.'),
      nextSteps: {
        type: 'array',
        title: 'Neste skritt',
        'x-title-en': 'Next steps',
        items: objectSchema({
          what: textSchema('Hva', 'What', 'Sende forslag til budsjett'),
          owner: { ...refs, title: 'Hvem', 'x-title-en': 'Who' },
          by: day('Innen', 'By', { formatMinimum: today, formatMaximum: LAST_DAY }),
        }),
        default: [],
      },
    },
    ['on', 'present', 'nextSteps'],
  );
}

export const completeInput = (): ObjectSchema =>
  objectSchema({ note: textSchema('Merknad', 'Note', 'Budsjettet er sendt på e-post.') }, []);

export const cancelInput = (): ObjectSchema =>
  objectSchema({ reason: textSchema('Grunn', 'Reason', 'Møtet er ikke lenger aktuelt.') });

interface TriedContext extends FormContext {
  readonly document: ProcessCore;
}

const TEXT = 'text';
const TEN_O_CLOCK = '10:00';

type MeetingCommand =
  | 'planMeeting'
  | 'moveMeeting'
  | 'cancelMeeting'
  | 'holdMeeting'
  | 'correctMeeting'
  | 'completeNextStep'
  | 'withdrawNextStep';

type Tried = (context: TriedContext) => readonly Readonly<Record<string, unknown>>[];

/** The smallest bodies of the commands about meetings, which `actions` tries. */
export const MEETING_BODIES: Readonly<Record<MeetingCommand, Tried>> = {
  planMeeting: ({ document, now }) =>
    Object.keys(document.meetings).map((template) => ({ template, on: tomorrow(now), at: TEN_O_CLOCK })),
  moveMeeting: ({ state, now }) =>
    plannedMeetings(state).map(({ id, on }) => {
      const after = on > tomorrow(now) ? on : tomorrow(now);
      return { meeting: id, on: nextWorkingDay(after), at: TEN_O_CLOCK, reason: TEXT };
    }),
  cancelMeeting: ({ state }) => plannedMeetings(state).map(({ id }) => ({ meeting: id, reason: TEXT })),
  holdMeeting: ({ document, state, now }) => [
    ...Object.keys(document.meetings).map((template) => ({ template, ...heldToday(now) })),
    ...plannedMeetings(state).map(({ id }) => ({ meeting: id, ...heldToday(now) })),
  ],
  correctMeeting: ({ state }) =>
    (state.meetings ?? []).filter(({ held }) => held).map(({ id }) => ({ meeting: id, summary: TEXT, reason: TEXT })),
  completeNextStep: ({ state }) => openSteps(state).map(({ id }) => ({ step: id })),
  withdrawNextStep: ({ state }) => openSteps(state).map(({ id }) => ({ step: id, reason: TEXT })),
};

const tomorrow = (now: Instant): LocalDate => nextWorkingDay(osloDateOf(now));

const heldToday = (now: Instant) => ({
  on: osloDateOf(now),
  present: [{ entrepreneur: true }],
  nextSteps: [],
});
