import { isOwed } from '#domain/deadline/owed.js';
import { promiseState } from '#domain/model/promise.js';
import { isStepOwner } from '#domain/policy/permits.js';
import type { AgreedStep, HeldMinutes, Meeting, MeetingRef } from '#domain/model/meetings.js';
import type { MeetingView } from '#contracts/http/cases/meeting.js';
import { MEETING_PARTY_LABELS } from '#contracts/http/shared/code-labels.js';
import { personView, unitName } from '../../people/person-view.js';
import { labelOf } from './case-context.js';
import type { CaseContext } from './case-context.js';

/** The meetings of a case; none for whoever may not see what is shared. */
export function meetingViews(context: CaseContext): MeetingView[] {
  const { state, reads } = context;
  return reads.has('shared') ? (state.meetings ?? []).map((meeting) => meetingView(meeting, context)) : [];
}

function meetingView(meeting: Meeting, context: CaseContext): MeetingView {
  const { id, template, state, on, at, place, participants = [], planner, moved, cancelled, held } = meeting;
  const { corrected, steps } = meeting;
  const { document, language } = context;
  return {
    id,
    template,
    label: labelOf(document.meetings[template], template, language),
    state,
    on,
    ...(at !== undefined && { at }),
    ...(place !== undefined && { place: textOf(context, place) }),
    participants: participants.map((ref) => partyView(ref, context)),
    agenda: agendaOf(meeting, context),
    planner: byView(planner, context),
    moved: moved.map(({ reason, by, ...move }) => ({
      ...move,
      reason: textOf(context, reason),
      by: byView(by, context),
    })),
    ...(cancelled && {
      cancelled: {
        at: cancelled.at,
        by: byView(cancelled.by, context),
        reason: textOf(context, cancelled.reason),
      },
    }),
    ...(held && { held: { at: held.at, by: byView(held.by, context), ...minutesView(held, context) } }),
    ...(corrected && {
      corrected: corrected.map(({ at: correctedAt, by, reason, before }) => ({
        at: correctedAt,
        by: byView(by, context),
        reason: textOf(context, reason),
        before: minutesView(before, context),
      })),
    }),
    nextSteps: steps.map((step) => stepView(step, context)),
  };
}

function minutesView({ on, present, summary }: HeldMinutes, context: CaseContext) {
  return {
    on,
    present: present.map((ref) => partyView(ref, context)),
    ...(summary !== undefined && { summary: textOf(context, summary) }),
  };
}

/** What was written for this meeting, else what such a meeting goes through. */
function agendaOf({ agenda, template }: Meeting, { document, language, texts }: CaseContext): string[] {
  const written = agenda === undefined ? undefined : texts.get(agenda);
  if (Array.isArray(written)) return written.filter((it): it is string => typeof it === 'string');
  return (document.meetings[template]?.agenda ?? []).map((label) => label[language]);
}

function stepView(step: AgreedStep, context: CaseContext): MeetingView['nextSteps'][number] {
  const { id, what, owner, by, done, withdrawn } = step;
  const { whole, actor } = context;
  const debt = whole.deadlines.find(({ basis: { about } }) => about?.kind === 'step' && about.id === id);
  if (!debt) throw new Error(`nobody owes the agreed step ${id}`);
  return {
    id,
    what: textOf(context, what),
    owner: partyView(owner, context),
    by,
    dueOn: debt.dueOn,
    state: debt.state === 'CANCELLED' ? 'CANCELLED' : promiseState(debt),
    deadline: debt.id,
    ...(done && {
      done: {
        at: done.at,
        by: byView(done.by, context),
        ...(done.note !== undefined && { note: textOf(context, done.note) }),
      },
    }),
    ...(withdrawn && {
      withdrawn: {
        at: withdrawn.at,
        by: byView(withdrawn.by, context),
        reason: textOf(context, withdrawn.reason),
      },
    }),
    mine: isOwed(debt) && isStepOwner(whole, actor, step),
  };
}

function partyView(ref: MeetingRef, { directory, organisation, language }: CaseContext) {
  if ('person' in ref) return { kind: 'PERSON' as const, id: ref.person, name: personView(directory, ref.person).name };
  if ('unit' in ref) return { kind: 'UNIT' as const, id: ref.unit, name: unitName(directory, ref.unit) };
  return { kind: 'ENTREPRENEUR' as const, name: organisation?.name ?? MEETING_PARTY_LABELS.ENTREPRENEUR[language] };
}

const byView = (by: string | null, { directory }: CaseContext) =>
  by === null ? null : { id: by, name: personView(directory, by).name };

function textOf({ texts }: CaseContext, key: string): string {
  const text = texts.get(key);
  return typeof text === 'string' ? text : '';
}
