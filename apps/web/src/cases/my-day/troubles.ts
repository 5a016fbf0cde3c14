import type { Work } from './work.js';

export type Managing = NonNullable<Work['managing']>;
export type Escalated = Managing['escalated'][number];
export type StuckCase = Managing['stuck'][number];

/** What a manager was told of in one case: first what makes it stuck, or the worst of it. */
export interface Trouble {
  readonly collaboration: Escalated['collaboration'];
  readonly first: Escalated;
  readonly others: readonly Escalated[];
  readonly stuck: StuckCase | undefined;
}

/** A case stands once: what was escalated in it together, and those that are only stuck by themselves. */
export function troublesOf({ escalated, stuck }: Pick<Managing, 'escalated' | 'stuck'>): {
  readonly told: readonly Trouble[];
  readonly elsewhere: readonly StuckCase[];
} {
  const byCase = new Map<string, Escalated[]>();
  for (const item of escalated) byCase.set(item.collaboration.id, [...(byCase.get(item.collaboration.id) ?? []), item]);
  const told = [...byCase.values()].flatMap((items): Trouble[] => {
    const row = stuck.find(({ collaboration: { id } }) => id === items[0]?.collaboration.id);
    const isCause = ({ deadline: { id } }: Escalated): number => (id === row?.cause.deadline ? 1 : 0);
    const [first, ...others] = [...items].sort((a, b) => isCause(b) - isCause(a) || lateness(b) - lateness(a));
    return first ? [{ collaboration: first.collaboration, first, others, stuck: row }] : [];
  });
  return { told, elsewhere: stuck.filter((row) => !byCase.has(row.collaboration.id)) };
}

const lateness = ({ deadline: { workingDaysLate = 0 } }: Escalated): number => workingDaysLate;
