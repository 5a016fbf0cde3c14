import type { Instant, LocalDate } from '../time.js';
import type { ProofRef, TextKey, UserId } from './ids.js';

/** GIVEN is for the municipality to look at; ASKED and RETURNED are for the entrepreneur to send. */
export const INFORMATION_STATES = ['ASKED', 'GIVEN', 'RETURNED', 'ACCEPTED'] as const;
export type InformationState = (typeof INFORMATION_STATES)[number];

/** Most things that are asked for at once. */
export const MOST_ITEMS = 10;

/** What the municipality asks the entrepreneur to send; each thing is accepted by itself. */
export interface InformationRequest {
  readonly id: string;
  readonly items: readonly InformationItem[];
  readonly by?: LocalDate;
  readonly askedAt: Instant;
  readonly askedBy: UserId | null;
  readonly withdrawn?: { readonly at: Instant; readonly by: UserId | null; readonly reason: TextKey };
}

export interface InformationItem {
  readonly what: TextKey;
  readonly state: InformationState;
  /** Everything that was sent, oldest first. */
  readonly given: readonly GivenInformation[];
  /** What is missing in what was sent; of the newest return. */
  readonly missing?: TextKey;
}

export interface GivenInformation {
  readonly at: Instant;
  readonly by: UserId | null;
  readonly text?: TextKey;
  readonly proof?: readonly ProofRef[];
}

/** The case, as far as what it asks for goes. */
interface WithInformation {
  readonly information?: readonly InformationRequest[];
}

export const informationWith = (
  { information = [] }: WithInformation,
  id: string | undefined,
): InformationRequest | undefined => information.find((request) => request.id === id);

/** Whether it is still to be sent. */
export const isLacking = ({ state }: Pick<InformationItem, 'state'>): boolean =>
  state === 'ASKED' || state === 'RETURNED';

/** Numbers of the items in one of these states, from 1. */
export const itemsIn = ({ items }: InformationRequest, ...states: readonly InformationState[]): number[] =>
  items.flatMap(({ state }, index) => (states.includes(state) ? [index + 1] : []));

/** Neither withdrawn nor accepted as a whole. */
export const isOpenRequest = ({ withdrawn, items }: InformationRequest): boolean =>
  withdrawn === undefined && items.some(({ state }) => state !== 'ACCEPTED');
