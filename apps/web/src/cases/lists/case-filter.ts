/** What the address of the list of cases may say. */
export interface CaseFilter {
  readonly fase?: (typeof PHASES)[number];
  readonly venter?: (typeof WAITING)[number];
  readonly sort?: (typeof SORTS)[number];
  readonly fast?: true;
  readonly mine?: true;
  readonly q?: string;
}

export const PHASES = ['FIRST_CONTACT', 'MENTORING', 'PILOT', 'PROCUREMENT', 'OPERATION', 'EFFECT_EVALUATION'] as const;
export const WAITING = ['MUNICIPALITY', 'ENTREPRENEUR', 'THIRD_PARTY'] as const;
export const SORTS = ['due', 'phaseSince', '-phaseSince', '-openedAt', 'number'] as const;

/** Leaves out what is not known: an old or mistyped address still shows a list. */
export function caseFilterIn(search: Readonly<Record<string, unknown>>): CaseFilter {
  const fase = PHASES.find((it) => it === search['fase']);
  const venter = WAITING.find((it) => it === search['venter']);
  const sort = SORTS.find((it) => it === search['sort']);
  const q = typeof search['q'] === 'string' || typeof search['q'] === 'number' ? String(search['q']) : '';
  return {
    ...(fase && { fase }),
    ...(venter && { venter }),
    ...(sort && { sort }),
    ...(search['fast'] === true && { fast: true }),
    ...(search['mine'] === true && { mine: true }),
    ...(q && { q }),
  };
}
