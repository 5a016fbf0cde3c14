import { instantInOslo, osloDateOf } from '../../calendar/oslo-time.js';
import { meetingWith, plannedMeetings, stepIds } from '../../model/meetings.js';
import { refuse } from '../../model/refusal.js';
import { dayText, notYet } from '../../model/words/day-text.js';
import { isPermitted } from '../../policy/permits.js';
import { appendEvent } from '../event-buffer.js';
import { factCommands, happenedAt, refuseDate } from './facts.js';
import { refuseBeyondCalendar, refuseDayOff } from './give-new-date.js';
import { refOf, refsOf } from './meeting-refs.js';
import type { Case } from '../../model/case.js';
import type { Command, CommandBodies } from '../../model/command.js';
import type { AgreedStep, Meeting, TimeOfDay } from '../../model/meetings.js';
import type { EventBuffer } from '../event-buffer.js';
import type { FactRule } from '../../process/process-document.js';
import type { Refusal } from '../../model/refusal.js';
import type { LocalDate } from '../../time.js';
import type { CommandDefinitions } from './command-definition.js';

type HoldMeeting = CommandBodies['holdMeeting'];
type MeetingCommand = 'planMeeting' | 'moveMeeting' | 'cancelMeeting' | 'holdMeeting';

/** Meetings with the entrepreneur. What is agreed in one is owed by whoever it was agreed with (`agreed-steps.ts`). */
export const meetingCommands: CommandDefinitions<MeetingCommand> = {
  planMeeting: {
    label: { nb: 'Planlegg et møte', en: 'Plan a meeting' },
    afterClose: true,
    refs: ({ participants = [] }) => refsOf('/participants', participants),
    handle(buffer, command, plan) {
      const { state } = buffer;
      const { template, on, at } = plan;
      const refusal =
        refuseTemplate(buffer, command, template, true) ??
        refuseTime(buffer, on, at) ??
        refuseTwice(plannedMeetings(state).find((it) => it.template === template && it.on === on && it.at === at));
      if (refusal) return refusal;
      const withCase = command.by.user === state.owner && ({ withCase: true } as const);
      appendEvent(buffer, 'meetingPlanned', { meeting: newId(state), ...(withCase || {}), ...planOf(plan) });
      return null;
    },
  },

  moveMeeting: {
    label: { nb: 'Flytt møtet', en: 'Move the meeting' },
    afterClose: true,
    handle(buffer, command, { meeting: id, on, at, reason }) {
      const meeting = plannedMeeting(buffer.state, id);
      if ('code' in meeting) return meeting;
      const from = { on: meeting.on, at: meeting.at ?? at };
      const isSame = from.on === on && from.at === at;
      const refusal =
        refuseTemplate(buffer, command, meeting.template, false) ??
        refuseTime(buffer, on, at) ??
        (isSame ? refuseTwice(meeting) : null);
      if (refusal) return refusal;
      appendEvent(buffer, 'meetingMoved', { meeting: id, template: meeting.template, from, on, at, reason });
      return null;
    },
  },

  cancelMeeting: {
    label: { nb: 'Avlys møtet', en: 'Cancel the meeting' },
    afterClose: true,
    handle(buffer, _command, { meeting: id, reason }) {
      const meeting = plannedMeeting(buffer.state, id);
      if ('code' in meeting) return meeting;
      appendEvent(buffer, 'meetingCancelled', { meeting: id, template: meeting.template, reason });
      return null;
    },
  },

  holdMeeting: {
    label: { nb: 'Si hva som kom ut av møtet', en: 'Say what came of the meeting' },
    afterClose: true,
    refs: ({ present, nextSteps }) => [
      ...refsOf('/present', present),
      ...nextSteps.flatMap(({ owner }, index) => refOf(`/nextSteps/${index}/owner`, owner, 'staff')),
    ],
    handle(buffer, command, body) {
      const about = heldMeeting(buffer.state, body);
      if ('code' in about) return about;
      const { template } = about;
      const refusal =
        refuseTemplate(buffer, command, template, false) ??
        refuseDay(buffer, about.planned, body.on) ??
        refuseSteps(buffer, body.nextSteps) ??
        registerFact(buffer, command, template, body.on);
      if (refusal) return refusal;
      const { on, present, summary } = body;
      const fact = buffer.ctx.core.meetings[template]?.fact;
      const steps = agreedSteps(buffer.state, command, body.nextSteps);
      const meeting = about.planned?.id ?? newId(buffer.state);
      const words = { ...(summary !== undefined && { summary }), ...(fact !== undefined && { fact }) };
      const { at } = happenedAt(buffer.now, on);
      appendEvent(buffer, 'meetingHeld', { meeting, template, on, present, ...words, steps }, at);
      return null;
    },
  },
};

const newId = ({ meetings = [] }: Case): string => `m${meetings.length + 1}`;

function planOf({ template, on, at, place, participants, agenda }: CommandBodies['planMeeting']) {
  return {
    template,
    on,
    at,
    ...(place !== undefined && { place }),
    ...(participants !== undefined && { participants }),
    ...(agenda !== undefined && { agenda }),
  };
}

/** The kind of meeting is one of the process, of this phase when it is planned, and for this person to register. */
function refuseTemplate(
  { ctx: { core }, state }: EventBuffer,
  { by }: Command,
  template: string,
  plans: boolean,
): Refusal | null {
  if (!Object.hasOwn(core.meetings, template))
    return refuse('out-of-range', {
      nb: `Prosessen har ingen møtetype «${template}».`,
      en: `The process has no kind of meeting "${template}".`,
    });
  const { fact } = core.meetings[template] ?? {};
  const rule: FactRule | undefined = fact === undefined ? undefined : core.facts[fact];
  if (state.closedAt !== undefined && !rule?.afterClose)
    return refuse(
      'already-closed',
      { nb: 'Saken er avsluttet.', en: 'The case is closed.' },
      { command: 'reopen', role: 'leder', text: { nb: 'Gjenåpne saken først.', en: 'Reopen the case first.' } },
    );
  if (plans && rule?.phases && !rule.phases.includes(state.phase))
    return refuse('not-in-phase', {
      nb: 'Slike møter hører ikke til fasen saken er i. Velg et annet slag møte.',
      en: 'Such meetings do not belong to the phase of the case. Choose another kind of meeting.',
    });
  return !rule || isPermitted(core, state, by, rule.by)
    ? null
    : refuse('not-yours', {
        nb: 'Slike møter holdes av den som har saken eller rollen for det.',
        en: 'Such meetings are held by whoever has the case or the role for it.',
      });
}

function refuseTime({ now }: EventBuffer, on: LocalDate, at: TimeOfDay): Refusal | null {
  const { nb, en } = dayText(on);
  if (startOf(on, at) <= now)
    return refuse('in-the-past', {
      nb: `Et møte planlegges fram i tid: ${nb} kl. ${at} er ikke det.`,
      en: `A meeting is planned for the future: ${en} at ${at} is not.`,
    });
  return refuseBeyondCalendar(on) ?? refuseDayOff(on);
}

function startOf(on: LocalDate, at: TimeOfDay): string {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  return instantInOslo(on, hour, minute);
}

const refuseTwice = (meeting: Meeting | undefined): Refusal | null =>
  meeting === undefined
    ? null
    : refuse(
        'superseded',
        { nb: 'Møtet er alt planlagt til den tiden.', en: 'The meeting is already planned for that time.' },
        undefined,
        { meeting: meeting.id },
      );

function plannedMeeting(state: Case, id: string): Meeting | Refusal {
  const meeting = meetingWith(state, id);
  if (!meeting)
    return refuse('not-found', { nb: `Saken har ikke noe møte «${id}».`, en: `The case has no meeting "${id}".` });
  if (meeting.state === 'PLANNED') return meeting;
  return meeting.state === 'HELD'
    ? refuse('superseded', { nb: 'Møtet er alt holdt.', en: 'The meeting has already been held.' })
    : refuse('superseded', { nb: 'Møtet er avlyst.', en: 'The meeting is cancelled.' });
}

interface HeldMeeting {
  readonly template: string;
  readonly planned?: Meeting;
}

/** The planned meeting that is held, or the kind of one that nobody planned. */
function heldMeeting(state: Case, { meeting: id, template, on, present }: HoldMeeting): HeldMeeting | Refusal {
  if ((id === undefined) === (template === undefined))
    return refuse('out-of-range', {
      nb: 'Si hvilket planlagt møte dette er, eller hva slags møte det var.',
      en: 'Say which planned meeting this is, or what kind of meeting it was.',
    });
  if (id !== undefined) {
    const planned = plannedMeeting(state, id);
    return 'code' in planned ? planned : { template: planned.template, planned };
  }
  const same = state.meetings?.find(
    ({ held, ...it }) =>
      it.template === template && held?.on === on && JSON.stringify(held.present) === JSON.stringify(present),
  );
  return same
    ? refuse('superseded', { nb: 'Møtet er alt registrert.', en: 'The meeting is already registered.' }, undefined, {
        meeting: same.id,
      })
    : { template: template ?? '' };
}

/** What came of a meeting is said when it has been; one that was held before its day is registered with the day that it had. */
function refuseDay(buffer: EventBuffer, planned: Meeting | undefined, on: LocalDate): Refusal | null {
  const today = osloDateOf(buffer.now);
  if (on <= today) return refuseDate(buffer, on, {});
  if (planned && planned.on > today)
    return refuse('held', notYet(planned.on), undefined, { until: instantInOslo(planned.on, 0) });
  return refuse('in-the-future', notYet(on));
}

function refuseSteps({ now }: EventBuffer, steps: HoldMeeting['nextSteps']): Refusal | null {
  const today = osloDateOf(now);
  for (const [index, { by }] of steps.entries()) {
    const refusal = by < today ? refusePastStep(by) : (refuseBeyondCalendar(by) ?? refuseDayOff(by));
    const errors = [{ pointer: `/nextSteps/${index}/by`, detail: 'is no working day to come' }];
    if (refusal) return { ...refusal, more: { ...refusal.more, errors } };
  }
  return null;
}

function refusePastStep(by: LocalDate): Refusal {
  const { nb, en } = dayText(by);
  return refuse('in-the-past', {
    nb: `Det som er avtalt, får en dato fram i tid: ${nb} er ikke det.`,
    en: `What is agreed has a date in the future: ${en} is not.`,
  });
}

/** The meeting counts as the fact that its kind names, so that nobody registers it twice. */
function registerFact(buffer: EventBuffer, command: Command, template: string, on: LocalDate): Refusal | null {
  const fact = buffer.ctx.core.meetings[template]?.fact;
  return fact === undefined ? null : factCommands.registerFact.handle(buffer, command, { fact, on, data: {} });
}

/** What whoever has the case takes on goes with the case. */
function agreedSteps(state: Case, { people }: Command, steps: HoldMeeting['nextSteps']): AgreedStep[] {
  const ids = stepIds(state, steps.length);
  return steps.map(({ what, owner, by }, index) => {
    const person = 'person' in owner ? owner.person : undefined;
    const unit = person === undefined ? undefined : people[person]?.unit;
    return {
      id: ids[index] ?? '',
      what,
      owner,
      ...(unit !== undefined && { unit }),
      ...(person === state.owner && { withCase: true as const }),
      by,
    };
  });
}
