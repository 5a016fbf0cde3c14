import type { Case } from '#domain/model/case.js';

/** The state of each of the sixteen demo cases on the start day (domain.md F and 00.16). */
export interface ExpectedCase {
  readonly phase: Case['phase'];
  readonly state: Case['state'];
  readonly unit: string;
  readonly owner: string;
  readonly organisation: string;
  readonly stuck?: true;
  readonly warned?: true;
}

const open = { state: 'OPEN' } as const;
const closed = {
  state: 'REJECTED',
  phase: 'FIRST_CONTACT',
  unit: 'innovasjon',
  owner: 'saksbehandler.innovasjon',
} as const;
const stuck = { ...open, stuck: true } as const;

export const EXPECTED_CASES: readonly ExpectedCase[] = [
  { ...open, phase: 'FIRST_CONTACT', unit: 'helse', owner: 'mottak', organisation: 'Nabobenken Samvær AS' },
  { ...stuck, phase: 'FIRST_CONTACT', unit: 'oppvekst', owner: 'mottak', organisation: 'Leksekroken SA' },
  { ...open, phase: 'MENTORING', unit: 'nav', owner: 'saksbehandler.nav', organisation: 'Rusken Hage og Arbeid AS' },
  { ...stuck, phase: 'MENTORING', unit: 'oppvekst', owner: 'mentor.oppvekst', organisation: 'Foreldrebroa SA' },
  { ...open, phase: 'PILOT', unit: 'sykehjem', owner: 'pilotleder.sykehjem', organisation: 'Minnestund AS' },
  { ...stuck, phase: 'PILOT', unit: 'kultur', owner: 'pilotleder.kultur', organisation: 'Verktøykassa Ungdom' },
  { ...stuck, phase: 'PILOT', unit: 'hjemme', owner: 'pilotleder.hjemme', organisation: 'Kveldsro Pårørende AS' },
  { ...open, phase: 'PROCUREMENT', unit: 'nav', owner: 'leder.nav', organisation: 'Stegvis Jobb AS' },
  { ...open, phase: 'PROCUREMENT', unit: 'oppvekst', owner: 'leder.oppvekst', organisation: 'Trygg Overgang' },
  { ...open, phase: 'OPERATION', unit: 'kultur', owner: 'driftsansvarlig.kultur', organisation: 'Utlånshjørnet' },
  {
    ...open,
    phase: 'OPERATION',
    unit: 'oppvekst',
    owner: 'driftsansvarlig.oppvekst',
    organisation: 'Nyrytme Læringssenter',
    warned: true,
  },
  {
    ...open,
    phase: 'EFFECT_EVALUATION',
    unit: 'nav',
    owner: 'driftsansvarlig.nav',
    organisation: 'Bilpleie med Mening AS',
  },
  { ...closed, organisation: 'Grønt Skrivebord DA' },
  { ...closed, organisation: 'Stille Rom SA' },
  {
    state: 'SUSPENDED',
    phase: 'PILOT',
    unit: 'kultur',
    owner: 'pilotleder.kultur',
    organisation: 'Sommerteltet Aktivitet',
  },
  {
    state: 'COMPLETED',
    phase: 'EFFECT_EVALUATION',
    unit: 'helse',
    owner: 'driftsansvarlig.helse',
    organisation: 'Datahjelpen Senior',
  },
];

/** The fourth case after a quiet period, in which no meeting was due: it may be warned of, and not yet stuck. */
export const RESTED: ExpectedCase = {
  ...open,
  phase: 'MENTORING',
  unit: 'oppvekst',
  owner: 'mentor.oppvekst',
  organisation: 'Foreldrebroa SA',
  warned: true,
};
