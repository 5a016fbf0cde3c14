import { osloDateOf } from '#domain/calendar/oslo.js';
import { workingDaysBetween } from '#domain/calendar/working-days.js';
import type { Case, Handover, Receiver } from '#domain/model/case.js';
import type { Directory } from '#domain/policy/directory.js';
import type { Instant } from '#domain/time.js';
import type { HandoverView } from '#contracts/http/views/handover.js';
import { awayView, personView, unitName } from '../people/directory/person-view.js';

interface Needs {
  readonly state: Case;
  readonly directory: Directory;
  readonly texts: ReadonlyMap<string, unknown>;
  readonly now: Instant;
}

export function handoverView(handover: Handover, context: Needs): HandoverView {
  const { id, purpose, toPhase, from, receivers, state, draftedAt, sentAt, endedAt, escalated } = handover;
  return {
    id,
    purpose,
    ...(toPhase !== undefined && { toPhase }),
    from: place(from, context.directory),
    receivers: receivers.map((receiver) => receiverView(receiver, context)),
    state,
    draftedAt,
    sentAt: sentAt ?? null,
    endedAt: endedAt ?? null,
    ageWorkingDays: ageOf(handover, context.now),
    escalated,
    package: (context.texts.get(handover.package) as HandoverView['package']) ?? null,
  };
}

/** Working days since it was sent, up to its end or today; 0 for a draft. */
function ageOf({ sentAt, endedAt }: Pick<Handover, 'sentAt' | 'endedAt'>, now: Instant): number {
  return sentAt === undefined ? 0 : workingDaysBetween(osloDateOf(sentAt), osloDateOf(endedAt ?? now));
}

function receiverView(
  receiver: Receiver,
  { directory, texts, state: stored, now }: Needs,
): HandoverView['receivers'][number] {
  const { state, at, gaps, reason, alternative, conditions, hadAccepted } = receiver;
  const words = { reason, alternative, conditions };
  const known = Object.entries(words).flatMap(([name, key]) =>
    key === undefined ? [] : [[name, wordsOf(texts, key)]],
  );
  const away = awayView(directory, stored, receiver.person, osloDateOf(now));
  return {
    ...place(receiver, directory),
    ...(away && { away }),
    state,
    ...(at !== undefined && { at }),
    ...(gaps !== undefined && { gaps: gapsOf(texts, gaps) }),
    ...(Object.fromEntries(known) as Record<string, string>),
    ...(hadAccepted !== undefined && { hadAccepted }),
  };
}

export function gapsOf(texts: ReadonlyMap<string, unknown>, key: string): string[] {
  const gaps = texts.get(key);
  return Array.isArray(gaps) ? gaps.map(String) : typeof gaps === 'string' ? [gaps] : [];
}

function wordsOf(texts: ReadonlyMap<string, unknown>, key: string): string {
  const words = texts.get(key);
  return typeof words === 'string' ? words : '';
}

function place({ unit, person }: { readonly unit: string; readonly person: string }, directory: Directory) {
  return { unit, unitName: unitName(directory, unit), person, personName: personView(directory, person).name };
}
