import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { conditionsIn, demandsIn, workingDaysUnderWay } from '#domain/model/handover-state.js';
import type { Case, Handover, Receiver } from '#domain/model/case.js';
import type { Directory } from '#domain/policy/directory.js';
import type { Instant } from '#domain/time.js';
import type { z } from 'zod';
import type { condition, demand, HandoverView } from '#contracts/http/cases/handover.js';
import { proofViews } from '../proof/shown-proof.js';
import type { ShownProof } from '../proof/shown-proof.js';
import type { Aspect } from '#domain/process/process-document.js';
import { awayView, personView, unitName } from '../../people/person-view.js';

interface HandoverContext {
  readonly state: Pick<Case, 'owner' | 'contact' | 'deputy'>;
  readonly directory: Directory;
  readonly texts: ReadonlyMap<string, unknown>;
  readonly now: Instant;
  readonly proof?: ShownProof;
  /** The aspects of the case that the reader may see; all of them in lists of staff. */
  readonly reads?: ReadonlySet<Aspect>;
}

export function handoverView(handover: Handover, context: HandoverContext): HandoverView {
  const {
    id,
    purpose,
    toPhase,
    from,
    receivers,
    state,
    draftedAt,
    sentAt,
    firstSentAt = sentAt,
    endedAt,
    escalated,
  } = handover;
  return {
    id,
    purpose,
    ...(toPhase !== undefined && { toPhase }),
    from: unitAndPerson(from, context.directory),
    receivers: receivers.map((receiver) => receiverView(receiver, context)),
    state,
    draftedAt,
    sentAt: sentAt ?? null,
    firstSentAt: firstSentAt ?? null,
    endedAt: endedAt ?? null,
    ageWorkingDays: workingDaysUnderWay(handover, context.now),
    escalated,
    package: (context.texts.get(handover.package) as HandoverView['package']) ?? null,
    ...proofOfParts(handover, context),
  };
}

/** Whoever reads the package sees what shows that its parts are so. */
function proofOfParts({ proof = {} }: Handover, { proof: shown, reads }: HandoverContext): Pick<HandoverView, 'proof'> {
  if (!shown || reads?.has('internal') === false) return {};
  const parts = Object.entries(proof).flatMap(([part, refs]) => {
    const views = proofViews(shown, refs);
    return views ? [[part, views] as const] : [];
  });
  return parts.length > 0 ? { proof: Object.fromEntries(parts) } : {};
}

function receiverView(
  receiver: Receiver,
  { directory, texts, state: stored, now }: HandoverContext,
): HandoverView['receivers'][number] {
  const { state, at, gaps, reason, alternative, conditions, hadAccepted } = receiver;
  const textKeys = { reason, alternative, conditions };
  const fields = Object.entries(textKeys).flatMap(([name, key]) =>
    key === undefined ? [] : [[name, textOf(texts, key)]],
  );
  const away = awayView(directory, stored, receiver.person, osloDateOf(now));
  return {
    ...unitAndPerson(receiver, directory),
    ...(away && { away }),
    state,
    ...(at !== undefined && { at }),
    ...(gaps !== undefined && { gaps: gapsOf(texts, gaps) }),
    ...(Object.fromEntries(fields) as Record<string, string>),
    ...(hadAccepted !== undefined && { hadAccepted }),
  };
}

type SaidContext = Pick<HandoverContext, 'directory' | 'texts'> & { readonly state: Pick<Case, 'handovers'> };

/** On what conditions each receiver took over, also when the handover is long over. */
export const conditionViews = ({ state, directory, texts }: SaidContext): z.infer<typeof condition>[] =>
  conditionsIn(state.handovers).map(({ handover, at, conditions, ...receiver }) => ({
    ...unitAndPerson(receiver, directory),
    handover,
    at,
    conditions: textOf(texts, conditions),
  }));

/** What was asked for and has not been sent again. */
export const demandViews = ({ state, directory, texts }: SaidContext): z.infer<typeof demand>[] =>
  demandsIn(state.handovers).map(({ handover, at, gaps, ...receiver }) => ({
    ...unitAndPerson(receiver, directory),
    handover,
    at,
    gaps: gapsOf(texts, gaps),
  }));

export function gapsOf(texts: ReadonlyMap<string, unknown>, key: string): string[] {
  const gaps = texts.get(key);
  return Array.isArray(gaps) ? gaps.map(String) : typeof gaps === 'string' ? [gaps] : [];
}

function textOf(texts: ReadonlyMap<string, unknown>, key: string): string {
  const text = texts.get(key);
  return typeof text === 'string' ? text : '';
}

function unitAndPerson({ unit, person }: { readonly unit: string; readonly person: string }, directory: Directory) {
  return { unit, unitName: unitName(directory, unit), person, personName: personView(directory, person).name };
}
