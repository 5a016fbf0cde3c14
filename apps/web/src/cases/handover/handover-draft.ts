import { useState } from 'react';
import { dropDraft, keepDraft, readDraft } from '../../ui/form/drafts.js';
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
export function useHandoverDraft(key: string) {
  const [draft, setDraft] = useState<HandoverDraft>(() => ({ ...NOTHING, ...readDraft<HandoverDraft>(key) }));
  const change = (changed: Partial<HandoverDraft>): void => {
    const next = { ...draft, ...changed, at: Date.now() };
    setDraft(next);
    keepDraft(key, next);
  };
  return { draft, change, forget: () => dropDraft(key) };
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
