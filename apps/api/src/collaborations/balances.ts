import type { Case } from '#domain/case/case.js';

/** What has been granted and what is used of it (domain.md 00.9): hours of guidance, from the facts that say so. */
export function balances({ facts }: Pick<Case, 'facts'>): Record<string, unknown> {
  const standing = facts.filter(({ retracted }) => !retracted);
  const sum = (field: string): number =>
    standing.reduce((total, { data }) => total + (typeof data[field] === 'number' ? data[field] : 0), 0);
  const granted = sum('hoursGranted');
  const used = sum('hours');
  if (granted === 0 && used === 0) return {};
  return { hours: { granted, used, left: Math.max(0, granted - used) } };
}
