import { PHASES } from '#domain/process/process-document.js';
import type { Effect, Nature, PartyRef, Phase, ProcessDocument, Who } from '#domain/process/process-document.js';

/** What one file adds to the document; `document.ts` merges the parts. */
export interface DocumentPart {
  readonly items?: ProcessDocument['items'];
  readonly facts?: ProcessDocument['facts'];
  readonly deadlines?: ProcessDocument['deadlines'];
}

/** The part of a phase, with its gates. */
export interface PhasePart extends Required<DocumentPart> {
  readonly phase: ProcessDocument['phases'][Phase];
  readonly gates: Partial<ProcessDocument['gates']>;
}

export const owner: PartyRef = { party: 'MUNICIPALITY', role: 'owner' };
/** Whose job it is, whoever that is in the case (`deadline/duties.ts`). */
export const duty = (role: string): PartyRef => ({ party: 'MUNICIPALITY', role });
export const entrepreneur: PartyRef = { party: 'ENTREPRENEUR', role: 'entrepreneur' };

/** Defaults for deadlines: most are debts of the case's owner. */
interface DebtDefaults {
  readonly nature: Nature;
  readonly effect: Effect;
  readonly owedBy: PartyRef;
  readonly owedTo: PartyRef;
  readonly ladder: string;
}

/** Owed to the entrepreneur, not by law. A breach obliges the municipality to explain the delay (`common.ts`). */
export const owedToEntrepreneur: DebtDefaults = {
  nature: 'DEBT',
  effect: 'PRACTICE',
  owedBy: owner,
  owedTo: entrepreneur,
  ladder: 'usual',
};
/** Owed inside the municipality, not by law. */
export const owedInternally: DebtDefaults = {
  ...owedToEntrepreneur,
  owedTo: { party: 'MUNICIPALITY', role: 'manager' },
};
/** Set by law or contract: neither a pause nor a quiet period extends it. */
export const legal = { effect: 'LEGAL' } as const;

/** A period that ends on a Saturday, Sunday or holiday ends on the next working day instead. */
export const movesOffHolidays = {
  movesOffHolidays: true,
  holidaySource: 'Domstolloven § 149: ender fristen på en lørdag eller helligdag, forlenges den til nærmeste virkedag',
} as const;
/** House rule for periods in months, and for days on which somebody is to have done something. */
export const movesByHouseRule = {
  movesOffHolidays: true,
  holidaySource: 'Kommunens praksis: en frist som ender på en fridag, flyttes til neste arbeidsdag',
} as const;
/** A period that ends on its day, whatever day that is. */
export const staysOnHolidays = (holidaySource: string) => ({ movesOffHolidays: false, holidaySource }) as const;

/** Who may register most facts; a fact adds the roles that do the work. */
export const handlers: readonly Who[] = ['owner', 'deputy', 'manager'];

/** Brought in from outside to coordinate: reports hours and results, invites others from outside (domain.md A22). */
export const developmentPartner: Who = 'party:utviklingspartner';

/** A phase and all later ones: most facts may still be registered after their phase. */
export const fromPhase = (phase: Phase): readonly Phase[] => PHASES.slice(PHASES.indexOf(phase));
