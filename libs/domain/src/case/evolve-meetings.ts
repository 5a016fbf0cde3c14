import type { Meeting } from '../model/meetings.js';
import type { CaseEvent } from '../model/events.js';

type MeetingEvent = Extract<
  CaseEvent,
  { type: 'meetingPlanned' | 'meetingMoved' | 'meetingCancelled' | 'meetingHeld' | 'nextStepCompleted' }
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
    case 'nextStepCompleted': {
      const { step: id, note } = event.data;
      const done = { at: event.at, by: event.by, ...(note !== undefined && { note }) };
      return before.map((meeting) => ({
        ...meeting,
        steps: meeting.steps.map((step) => (step.id === id ? { ...step, done } : step)),
      }));
    }
  }
}

function evolveHeld(
  before: readonly Meeting[],
  { at, by, data }: Extract<MeetingEvent, { type: 'meetingHeld' }>,
): readonly Meeting[] {
  const { meeting: id, template, on, present, summary, steps } = data;
  const held = { on, at, by, present, ...(summary !== undefined && { summary }) };
  if (before.some((it) => it.id === id)) return changed(before, id, (it) => ({ ...it, state: 'HELD', held, steps }));
  return [...before, { id, template, on, state: 'HELD', planner: by, moved: [], held, steps }];
}

function changed(before: readonly Meeting[], id: string, to: (meeting: Meeting) => Meeting): readonly Meeting[] {
  return before.map((meeting) => (meeting.id === id ? to(meeting) : meeting));
}
