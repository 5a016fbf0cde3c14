import type { CommandType } from '#domain/model/command.js';

type Kind = 'shared' | 'internal' | 'impartiality' | 'tender';

/** What one of the twelve (domain.md E) may and may not see and do in Fjordvik, whose cases 1 to 16 are told in F. */
export interface Persona {
  readonly user: string;
  /** Numbers of the cases: these and no others, unless `all`. */
  readonly sees: readonly number[] | 'all';
  /** Words of the case in procurement that are shown (9; another where 9 is not seen). */
  readonly reads: { readonly of: number; readonly kinds: readonly Kind[] } | null;
  readonly may: readonly (readonly [n: number, what: CommandType])[];
  readonly mayNot: readonly (readonly [n: number, what: CommandType])[];
  /** Of the administration: what is answered. */
  readonly doors: Readonly<Partial<Record<Door, 200 | 403>>>;
}

/** Doors that lead to more than one's own cases. */
export type Door = 'people' | 'audit' | 'organisations' | 'newPerson' | 'personalData' | 'letters' | 'opening';

const EVERYTHING = ['shared', 'internal', 'impartiality', 'tender'] as const;
const INSIDE = ['shared', 'internal'] as const;

export const PERSONAS: Readonly<Record<string, Persona>> = {
  'case handler': {
    user: 'saksbehandler.oppvekst',
    // Has 9; 6 was to be received by the unit once.
    sees: [2, 4, 6, 9, 11],
    reads: { of: 9, kinds: EVERYTHING },
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
    reads: { of: 8, kinds: EVERYTHING },
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
    // The owner of 4; of 9 only its pilot was theirs to help, and nobody named them in it.
    sees: [4],
    reads: { of: 4, kinds: EVERYTHING },
    may: [[4, 'draftHandover']],
    mayNot: [[4, 'decideGate']],
    doors: { people: 200, audit: 403, newPerson: 403 },
  },
  'mentor coordinator': {
    user: 'mentorkoordinator',
    sees: 'all',
    reads: { of: 9, kinds: INSIDE },
    may: [[3, 'addParty']],
    mayNot: [[9, 'decideGate']],
    doors: { people: 200, audit: 403, newPerson: 403 },
  },
  'procurement officer': {
    user: 'innkjoper',
    sees: 'all',
    reads: { of: 9, kinds: EVERYTHING },
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
    // The pilot runs in the unit that is to receive it.
    sees: [5],
    reads: { of: 5, kinds: EVERYTHING },
    may: [[5, 'nameDeputy']],
    mayNot: [[5, 'acceptHandover']],
    doors: { people: 200, audit: 403, newPerson: 403 },
  },
  'contract manager': {
    user: 'kontraktsforvalter',
    sees: 'all',
    reads: { of: 9, kinds: EVERYTHING },
    may: [[10, 'registerFact']],
    mayNot: [[9, 'decideGate']],
    doors: { audit: 403, newPerson: 403 },
  },
  'benefit owner and evaluator': {
    user: 'evaluator',
    sees: 'all',
    reads: { of: 9, kinds: INSIDE },
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
    reads: { of: 9, kinds: EVERYTHING },
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
    reads: { of: 9, kinds: INSIDE },
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
