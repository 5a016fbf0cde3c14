import type { CommandType } from '#domain/model/command.js';

type TextAspect = 'shared' | 'internal' | 'impartiality' | 'tender';

/** What one of the twelve personas (domain.md E) may see and do in Fjordvik's cases 1 to 16 (domain.md F). */
export interface Persona {
  readonly user: string;
  /** Numbers of exactly the cases that this persona sees. */
  readonly sees: readonly number[] | 'all';
  /** Aspects whose text is shown, in case 9 (procurement) or, where 9 is not visible, another. */
  readonly reads: { readonly of: number; readonly kinds: readonly TextAspect[] } | null;
  readonly may: readonly (readonly [n: number, what: CommandType])[];
  readonly mayNot: readonly (readonly [n: number, what: CommandType])[];
  /** Expected status of each administrative route. */
  readonly doors: Readonly<Partial<Record<Door, 200 | 403>>>;
}

/** Routes that lead to more than one's own cases. */
export type Door = 'people' | 'audit' | 'organisations' | 'newPerson' | 'personalData' | 'letters' | 'opening';

const ALL_ASPECTS = ['shared', 'internal', 'impartiality', 'tender'] as const;
const INTERNAL_ASPECTS = ['shared', 'internal'] as const;

export const PERSONAS: Readonly<Record<string, Persona>> = {
  'case handler': {
    user: 'saksbehandler.oppvekst',
    // Owns 9; the unit was once a receiver of 6.
    sees: [2, 4, 6, 9, 11],
    reads: { of: 9, kinds: ALL_ASPECTS },
    may: [
      [9, 'nameDeputy'],
      [9, 'suspend'],
      [9, 'addParty'],
    ],
    mayNot: [
      [9, 'decideGate'],
      [2, 'suspend'],
      [6, 'nameDeputy'],
    ],
    doors: { people: 200, organisations: 200, audit: 403, newPerson: 403, personalData: 403, letters: 200 },
  },
  manager: {
    user: 'kommunalsjef.velferd',
    // 2 was offered to two units of the sector.
    sees: [1, 2, 3, 5, 7, 8, 12, 16],
    reads: { of: 8, kinds: ALL_ASPECTS },
    may: [
      [3, 'suspend'],
      [3, 'nameDeputy'],
      [7, 'nameDeputy'],
    ],
    mayNot: [[3, 'acceptHandover']],
    doors: { people: 200, audit: 403, newPerson: 200, organisations: 200 },
  },
  entrepreneur: {
    user: 'entreprenor.09',
    sees: [9],
    reads: { of: 9, kinds: ['shared'] },
    may: [[9, 'withdraw']],
    mayNot: [
      [9, 'nameDeputy'],
      [9, 'suspend'],
      [9, 'decideGate'],
      [9, 'addParty'],
      [9, 'complete'],
    ],
    doors: { people: 403, audit: 403, organisations: 403, newPerson: 403, letters: 200, opening: 403 },
  },
  mentor: {
    user: 'mentor.oppvekst',
    // Owns 4; nothing in 9 names them.
    sees: [4],
    reads: { of: 4, kinds: ALL_ASPECTS },
    may: [[4, 'draftHandover']],
    mayNot: [[4, 'decideGate']],
    doors: { people: 200, audit: 403, newPerson: 403 },
  },
  'mentor coordinator': {
    user: 'mentorkoordinator',
    sees: 'all',
    reads: { of: 9, kinds: INTERNAL_ASPECTS },
    may: [[3, 'addParty']],
    mayNot: [[9, 'decideGate']],
    doors: { people: 200, audit: 403, newPerson: 403 },
  },
  'procurement officer': {
    user: 'innkjoper',
    sees: 'all',
    reads: { of: 9, kinds: ALL_ASPECTS },
    may: [
      [9, 'registerFact'],
      [9, 'addParty'],
    ],
    mayNot: [
      [9, 'decideGate'],
      [3, 'suspend'],
    ],
    doors: { people: 200, audit: 403, newPerson: 403 },
  },
  'receiving unit': {
    user: 'leder.sykehjem',
    // The pilot of 5 runs in the unit that will receive it.
    sees: [5],
    reads: { of: 5, kinds: ALL_ASPECTS },
    may: [[5, 'nameDeputy']],
    mayNot: [[5, 'acceptHandover']],
    doors: { people: 200, audit: 403, newPerson: 403 },
  },
  'contract manager': {
    user: 'kontraktsforvalter',
    sees: 'all',
    reads: { of: 9, kinds: ALL_ASPECTS },
    may: [[10, 'registerFact']],
    mayNot: [[9, 'decideGate']],
    doors: { audit: 403, newPerson: 403 },
  },
  'benefit owner and evaluator': {
    user: 'evaluator',
    sees: 'all',
    reads: { of: 9, kinds: INTERNAL_ASPECTS },
    may: [[12, 'registerFact']],
    mayNot: [
      [9, 'suspend'],
      [12, 'decideGate'],
    ],
    doors: { audit: 403, newPerson: 403 },
  },
  'legal adviser and data protection officer': {
    user: 'jurist',
    sees: 'all',
    reads: { of: 9, kinds: ALL_ASPECTS },
    may: [[9, 'addParty']],
    mayNot: [
      [9, 'suspend'],
      [9, 'decideGate'],
    ],
    doors: { audit: 403, newPerson: 403, personalData: 403 },
  },
  'council secretary': {
    user: 'politikk',
    sees: [],
    reads: null,
    may: [],
    mayNot: [],
    doors: { audit: 403, newPerson: 403, personalData: 403 },
  },
  administrator: {
    user: 'admin',
    sees: 'all',
    reads: { of: 9, kinds: INTERNAL_ASPECTS },
    may: [
      [9, 'nameDeputy'],
      [3, 'assignOwner'],
    ],
    mayNot: [
      [9, 'decideGate'],
      [9, 'suspend'],
      [9, 'registerFact'],
    ],
    doors: { people: 200, audit: 200, newPerson: 200, personalData: 200 },
  },
};
