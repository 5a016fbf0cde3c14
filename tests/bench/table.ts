import type { Machine } from './machine.js';
import type { Figure } from './workload.js';

/** The lines above all tables of a run. */
export function heading({ node, cores, processor, memoryGb, loadBefore }: Machine, server: string): string {
  const load = loadBefore.map((it) => it.toFixed(2)).join(', ');
  return [
    `Node ${node}, ${cores} cores (${processor}), ${memoryGb} GB; load before: ${load}`,
    `${server}; Postgres embedded, durable`,
  ].join('\n');
}

export function table(title: string, figures: readonly Figure[]): string {
  const rows = figures.map(({ label, value, unit, aim }) => [
    label,
    formatValue(value),
    unit,
    aim ? formatAim(aim) : '',
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const [what = 0, value = 0, unit = 0] = widths;
  const lines = rows.map(([a = '', b = '', c = '', d = '']) =>
    `  ${a.padEnd(what)}  ${b.padStart(value)} ${c.padEnd(unit)}  ${d}`.trimEnd(),
  );
  return ['', title, ...lines].join('\n');
}

function formatValue(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2);
}

const formatAim = ({ text, met }: NonNullable<Figure['aim']>): string => `${text}  ${met ? 'met' : 'MISSED'}`;
