import { useState } from 'react';
import { dropDraft, keepDraft, readDraft } from '../../ui/form/drafts.js';
import type { Schemas } from '../../api/client.js';
import type { Receiver } from '../lapsed/receivers.js';

/** What its writer has decided of a handover that is not sent. */
export interface HandoverDraft {
  readonly texts: Readonly<Record<string, string>>;
  /** Who takes over, by capacity; of a transfer, the one. */
  readonly chosen: Readonly<Record<string, string>>;
  readonly taker: Receiver;
  readonly attachments: readonly string[];
  /** JSON of what shows a part, by part. */
  readonly proof: Readonly<Record<string, string>>;
  /** When it was kept, wall time. */
  readonly at?: number;
}

const NOTHING: HandoverDraft = { texts: {}, chosen: {}, taker: { unit: '', person: '' }, attachments: [], proof: {} };

/**
 * The draft as it is written, kept in this browser at every change: a draft at the server is an event of the case, which everybody reads.
 */
export function useHandoverDraft(key: string, kept: Partial<HandoverDraft> = {}) {
  const [draft, setDraft] = useState<HandoverDraft>(() => ({ ...NOTHING, ...kept, ...readDraft<HandoverDraft>(key) }));
  const change = (changed: Partial<HandoverDraft>): void => {
    const next = { ...draft, ...changed, at: Date.now() };
    setDraft(next);
    keepDraft(key, next);
  };
  return { draft, change, forget: () => dropDraft(key) };
}

/** What the case has kept of a draft. A part that the case filled in is no text of its writer's. */
export function draftedIn(
  { package: parts, receivers, attachments, proof = {}, draftedAt }: Schemas['HandoverDetail'],
  { receivers: needed }: Schemas['HandoverPrefill'],
): Partial<HandoverDraft> & { readonly keptOn: string } {
  const isChosen = (person: string): boolean => receivers.some((it) => it.person === person);
  const chosen = needed.map(({ capacity, choices }) => [
    capacity,
    choices.find(({ person }) => isChosen(person))?.person ?? '',
  ]);
  return {
    texts: Object.fromEntries(Object.entries(parts ?? {}).filter(([, part]) => typeof part === 'string')) as Readonly<
      Record<string, string>
    >,
    chosen: Object.fromEntries(chosen) as Readonly<Record<string, string>>,
    ...(receivers[0] && { taker: { unit: receivers[0].unit, person: receivers[0].person } }),
    attachments: attachments.map(({ id }) => id),
    proof: Object.fromEntries(
      Object.entries(proof).map(([part, shown]) => [
        part,
        JSON.stringify(shown.map(({ document, message }) => (document ? { document } : { message }))),
      ]),
    ),
    keptOn: draftedAt,
  };
}

/** What of the draft is sent; a part that nobody wrote is filled in from the case. */
export function writtenIn({ texts, attachments, proof }: HandoverDraft) {
  const written = Object.entries(texts).filter(([, text]) => text.trim() !== '');
  const proven = Object.entries(proof).filter(([, chosen]) => chosen !== '');
  return {
    package: Object.fromEntries(written),
    ...(attachments.length > 0 && { attachments: [...attachments] }),
    ...(proven.length > 0 && {
      proof: Object.fromEntries(proven.map(([part, chosen]) => [part, JSON.parse(chosen) as unknown])),
    }),
  };
}
