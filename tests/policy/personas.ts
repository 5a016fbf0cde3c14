import type { CommandType } from '#domain/model/command.js';

type TextAspect = 'shared' | 'internal' | 'impartiality' | 'tender';

/** What one of the twelve personas (domain.md E) may see and do in Fjordvik's cases 1 to 16 (domain.md F). */
export interface Persona {
  readonly user: string;
  /** Numbers of exactly the cases that this persona sees. */
  readonly visibleCases: readonly number[] | 'all';
  /** Aspects whose text is shown, in case 9 (procurement) or, where 9 is not visible, another. */
  readonly visibleText: { readonly of: number; readonly kinds: readonly TextAspect[] } | null;
  readonly allowed: readonly (readonly [n: number, what: CommandType])[];
  readonly refused: readonly (readonly [n: number, what: CommandType])[];
  /** Expected status of each administrative route. */
  readonly statusByRoute: Readonly<Partial<Record<AdminRoute, 200 | 403>>>;
}

/** Routes that lead to more than one's own cases. */
export type AdminRoute = 'people' | 'audit' | 'organisations' | 'newPerson' | 'personalData' | 'letters' | 'opening';

const ALL_ASPECTS = ['shared', 'internal', 'impartiality', 'tender'] as const;
const INTERNAL_ASPECTS = ['shared', 'internal'] as const;

export const PERSONAS: Readonly<Record<string, Persona>> = {
  'case handler': {
    user: 'saksbehandler.oppvekst',
    // May take 2, which nobody in the unit has; was the owner of 9 before its pilot, and the unit once a receiver of 6.
    visibleCases: [2, 4, 6, 9, 11],
    visibleText: { of: 9, kinds: ALL_ASPECTS },
    allowed: [[2, 'assignOwner']],
    refused: [
      [9, 'decideGate'],
      [9, 'nameDeputy'],
      [2, 'suspend'],
      [6, 'nameDeputy'],
    ],
    statusByRoute: { people: 200, organisations: 200, audit: 403, newPerson: 403, personalData: 403, letters: 200 },
  },
  manager: {
    user: 'kommunalsjef.velferd',
    // 2 was offered to two units of the sector.
    visibleCases: [1, 2, 3, 5, 7, 8, 12, 16],
    visibleText: { of: 8, kinds: ALL_ASPECTS },
    allowed: [
      [3, 'suspend'],
      [3, 'nameDeputy'],
      [7, 'nameDeputy'],
    ],
    refused: [[3, 'acceptHandover']],
    statusByRoute: { people: 200, audit: 403, newPerson: 200, organisations: 200 },
  },
  entrepreneur: {
    user: 'entreprenor.09',
    visibleCases: [9],
    visibleText: { of: 9, kinds: ['shared'] },
    allowed: [[9, 'withdraw']],
    refused: [
      [9, 'nameDeputy'],
      [9, 'suspend'],
      [9, 'decideGate'],
      [9, 'addParty'],
      [9, 'complete'],
    ],
    statusByRoute: { people: 403, audit: 403, organisations: 403, newPerson: 403, letters: 200, opening: 403 },
  },
  mentor: {
    user: 'mentor.oppvekst',
    // Owns 4; nothing in 9 names them.
    visibleCases: [4],
    visibleText: { of: 4, kinds: ALL_ASPECTS },
    allowed: [[4, 'draftHandover']],
    refused: [[4, 'decideGate']],
    statusByRoute: { people: 200, audit: 403, newPerson: 403 },
  },
  'mentor coordinator': {
    user: 'mentorkoordinator',
    visibleCases: 'all',
    visibleText: { of: 9, kinds: INTERNAL_ASPECTS },
    allowed: [[3, 'addParty']],
    refused: [[9, 'decideGate']],
    statusByRoute: { people: 200, audit: 403, newPerson: 403 },
  },
  'procurement officer': {
    user: 'innkjoper',
    visibleCases: 'all',
    visibleText: { of: 9, kinds: ALL_ASPECTS },
    allowed: [
      [9, 'registerFact'],
      [9, 'addParty'],
    ],
    refused: [
      [9, 'decideGate'],
      [3, 'suspend'],
    ],
    statusByRoute: { people: 200, audit: 403, newPerson: 403 },
  },
  'receiving unit': {
    user: 'leder.sykehjem',
    // The pilot of 5 runs in the unit that will receive it.
    visibleCases: [5],
    visibleText: { of: 5, kinds: ALL_ASPECTS },
    allowed: [[5, 'nameDeputy']],
    refused: [[5, 'acceptHandover']],
    statusByRoute: { people: 200, audit: 403, newPerson: 403 },
  },
  'contract manager': {
    user: 'kontraktsforvalter',
    visibleCases: 'all',
    visibleText: { of: 9, kinds: ALL_ASPECTS },
    allowed: [[10, 'registerFact']],
    refused: [[9, 'decideGate']],
    statusByRoute: { audit: 403, newPerson: 403 },
  },
  'benefit owner and evaluator': {
    user: 'evaluator',
    visibleCases: 'all',
    visibleText: { of: 9, kinds: INTERNAL_ASPECTS },
    allowed: [[12, 'registerFact']],
    refused: [
      [9, 'suspend'],
      [12, 'decideGate'],
    ],
    statusByRoute: { audit: 403, newPerson: 403 },
  },
  'legal adviser and data protection officer': {
    user: 'jurist',
    visibleCases: 'all',
    visibleText: { of: 9, kinds: ALL_ASPECTS },
    allowed: [[9, 'addParty']],
    refused: [
      [9, 'suspend'],
      [9, 'decideGate'],
    ],
    statusByRoute: { audit: 403, newPerson: 403, personalData: 403 },
  },
  'council secretary': {
    user: 'politikk',
    visibleCases: [],
    visibleText: null,
    allowed: [],
    refused: [],
    statusByRoute: { audit: 403, newPerson: 403, personalData: 403 },
  },
  administrator: {
    user: 'admin',
    visibleCases: 'all',
    visibleText: { of: 9, kinds: INTERNAL_ASPECTS },
    allowed: [
      [9, 'nameDeputy'],
      [3, 'assignOwner'],
    ],
    refused: [
      [9, 'decideGate'],
      [9, 'suspend'],
      [9, 'registerFact'],
    ],
    statusByRoute: { people: 200, audit: 200, newPerson: 200, personalData: 200 },
  },
};
