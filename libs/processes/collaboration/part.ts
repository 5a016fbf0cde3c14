import type { Effect, Label, Nature, Owing, Phase, ProcessDocument, Who } from '#domain/process/core.js';

/** What one file of the document contributes; `document.ts` lays the parts together. */
export interface Part {
  readonly items?: ProcessDocument['items'];
  readonly facts?: ProcessDocument['facts'];
  readonly deadlines?: ProcessDocument['deadlines'];
}

/** A part that is a phase: with its gates. */
export interface PhasePart extends Required<Part> {
  readonly phase: ProcessDocument['phases'][Phase];
  readonly gates: Partial<ProcessDocument['gates']>;
}

export const label = (nb: string, en: string): Label => ({ nb, en });

export const owner: Owing = { party: 'MUNICIPALITY', role: 'owner' };
export const entrepreneur: Owing = { party: 'ENTREPRENEUR', role: 'entrepreneur' };

/** Nearly every deadline is a debt of the one who has the case; these say to whom and how firmly. */
interface Base {
  readonly nature: Nature;
  readonly effect: Effect;
  readonly owedBy: Owing;
  readonly owedTo: Owing;
  readonly ladder: string;
}

/** Owed to the entrepreneur by house rule: when it passes, the delay is explained (common.ts). */
export const promise: Base = {
  nature: 'DEBT',
  effect: 'PRACTICE',
  owedBy: owner,
  owedTo: entrepreneur,
  ladder: 'usual',
};
/** Owed inside the municipality by house rule. */
export const task: Base = { ...promise, owedTo: { party: 'MUNICIPALITY', role: 'manager' } };
/** Follows from law or contract: neither a pause nor a quiet period stops it. */
export const legal = { effect: 'LEGAL' } as const;

/** Those who may register most things; a role that does the work itself is added beside the fact. */
export const handlers: readonly Who[] = ['owner', 'deputy', 'manager'];

/** Brought in from outside to coordinate: reports hours and results, invites others from outside (domain.md A22). */
export const developmentPartner: Who = 'party:utviklingspartner';

const order = ['FIRST_CONTACT', 'MENTORING', 'PILOT', 'PROCUREMENT', 'OPERATION', 'EFFECT_EVALUATION'] as const;

/** A phase and all later ones: what belongs to a phase may be registered late. */
export const from = (phase: Phase): readonly Phase[] => order.slice(order.indexOf(phase));
