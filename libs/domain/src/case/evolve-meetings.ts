import type { AgreedStep, HeldMinutes, Meeting } from '../model/meetings.js';
import type { CaseEvent } from '../model/events.js';

type MeetingEvent = Extract<
  CaseEvent,
  {
    type:
      | 'meetingPlanned'
      | 'meetingMoved'
      | 'meetingCancelled'
      | 'meetingHeld'
      | 'meetingCorrected'
      | 'nextStepCompleted'
      | 'nextStepWithdrawn';
  }
>;

/** Meetings after an event, oldest first; none is removed. */
export function evolveMeetings(before: readonly Meeting[] = [], event: MeetingEvent): readonly Meeting[] {
  switch (event.type) {
    case 'meetingPlanned': {
      const { meeting: id, ...plan } = event.data;
      return [...before, { id, ...plan, state: 'PLANNED', planner: event.by, moved: [], steps: [] }];
    }
    case 'meetingMoved': {
      const { meeting: id, from, on, at, reason } = event.data;
      const move = { from, to: { on, at }, reason, by: event.by };
      return changed(before, id, (it) => ({ ...it, on, at, moved: [...it.moved, move] }));
    }
    case 'meetingCancelled': {
      const { meeting: id, reason } = event.data;
      const cancelled = { at: event.at, by: event.by, reason };
      return changed(before, id, (it) => ({ ...it, state: 'CANCELLED', cancelled }));
    }
    case 'meetingHeld':
      return evolveHeld(before, event);
    case 'meetingCorrected':
      return changed(before, event.data.meeting, (it) => correctedBy(it, event));
    case 'nextStepCompleted': {
      const { step: id, note } = event.data;
      const done = { at: event.at, by: event.by, ...(note !== undefined && { note }) };
      return withStep(before, id, (step) => ({ ...step, done }));
    }
    case 'nextStepWithdrawn': {
      const { step: id, reason } = event.data;
      const withdrawn = { at: event.at, by: event.by, reason };
      return withStep(before, id, (step) => ({ ...step, withdrawn }));
    }
  }
}

/** What was said before stays to be read. */
function correctedBy(meeting: Meeting, { at, by, data }: Extract<MeetingEvent, { type: 'meetingCorrected' }>): Meeting {
  const { held, corrected = [] } = meeting;
  if (!held) return meeting;
  const { on, present, summary, reason } = data;
  const before = minutes(held.on, held.present, held.summary);
  return {
    ...meeting,
    held: { at: held.at, by: held.by, ...minutes(on, present, summary) },
    corrected: [...corrected, { at, by, reason, before }],
  };
}

const minutes = (
  on: HeldMinutes['on'],
  present: HeldMinutes['present'],
  summary: HeldMinutes['summary'],
): HeldMinutes => ({
  on,
  present,
  ...(summary !== undefined && { summary }),
});

const withStep = (before: readonly Meeting[], id: string, to: (step: AgreedStep) => AgreedStep): readonly Meeting[] =>
  before.map((meeting) => ({ ...meeting, steps: meeting.steps.map((step) => (step.id === id ? to(step) : step)) }));

function evolveHeld(
  before: readonly Meeting[],
  { at, by, data }: Extract<MeetingEvent, { type: 'meetingHeld' }>,
): readonly Meeting[] {
  const { meeting: id, template, on, present, summary, steps } = data;
  const held = { at, by, ...minutes(on, present, summary) };
  if (before.some((it) => it.id === id)) return changed(before, id, (it) => ({ ...it, state: 'HELD', held, steps }));
  return [...before, { id, template, on, state: 'HELD', planner: by, moved: [], held, steps }];
}

function changed(before: readonly Meeting[], id: string, to: (meeting: Meeting) => Meeting): readonly Meeting[] {
  return before.map((meeting) => (meeting.id === id ? to(meeting) : meeting));
}
