/** What the pages draw of a process document. Words are in the reader's language. */
export interface ProcessShown {
  readonly version: number;
  readonly validFrom: string;
  readonly startPhase: string;
  readonly phases: Readonly<Record<string, { readonly label: string; readonly gates: readonly string[] }>>;
  readonly gates: Readonly<Record<string, Gate>>;
  readonly items: Readonly<
    Record<string, { readonly label: string; readonly requirement: string; readonly source?: string }>
  >;
  readonly deadlines: Readonly<Record<string, DeadlineRule>>;
  readonly ladders: Readonly<Record<string, readonly Rung[]>>;
  readonly roles: Readonly<Record<string, string>>;
  readonly capacities: Readonly<Record<string, string>>;
}

export interface Gate {
  readonly label: string;
  readonly phase: string;
  readonly decider: readonly string[];
  readonly items: readonly string[];
  readonly outcomes: readonly Outcome[];
}

export interface Outcome {
  readonly decision: 'PROCEED' | 'REFUSE' | 'SCALE' | 'ITERATE' | 'STOP' | 'OTHERS';
  readonly toPhase?: string;
  readonly exceptional?: boolean;
}

export interface DeadlineRule {
  readonly label: string;
  readonly count: number | { readonly rule: string } | { readonly field: string; readonly default: number };
  readonly calendar: Calendar;
  readonly nature: 'DEBT' | 'HOLD' | 'RIGHT';
  readonly effect: 'LEGAL' | 'PRACTICE';
  readonly owedBy: { readonly role: string };
  readonly source?: string;
  readonly ladder?: string;
}

export type Calendar = 'WORKING_DAYS_EEA' | 'CALENDAR_DAYS' | 'WEEKS' | 'MONTHS' | 'HOURS';

export interface Rung {
  readonly rung: string;
  readonly to: readonly string[];
  readonly days: number;
  readonly from: 'DUE' | 'SINCE';
  readonly action: 'remind' | 'escalate' | 'lapse';
  readonly calendar: Calendar;
}

/** The server describes the document as an open object: its shape is that of the process itself. */
export const shownOf = (document: object): ProcessShown => document as ProcessShown;

/** A way from one phase to another, and the decision that opens it. */
export interface Way {
  readonly gate: string;
  readonly from: string;
  readonly to: string;
  readonly isUsual: boolean;
}

/** The phases from the first on, each by the first usual way out of the one before it. */
export function orderOf({
  startPhase,
  phases,
  gates,
}: Pick<ProcessShown, 'startPhase' | 'phases' | 'gates'>): string[] {
  const order = [startPhase];
  for (;;) {
    const outcomes = (phases[order.at(-1) ?? '']?.gates ?? []).flatMap((gate) => gates[gate]?.outcomes ?? []);
    const next = outcomes.find(({ toPhase, exceptional }) => toPhase && !exceptional && !order.includes(toPhase));
    if (!next?.toPhase) return order;
    order.push(next.toPhase);
  }
}

/** Every way once; what stays in a phase is no way. */
export function waysOf(shown: Pick<ProcessShown, 'startPhase' | 'phases' | 'gates'>): Way[] {
  const order = orderOf(shown);
  const found = new Map<string, Way>();
  for (const [gate, { phase: from, outcomes }] of Object.entries(shown.gates))
    for (const { toPhase: to, exceptional } of outcomes) {
      if (to === undefined || to === from || found.has(`${from}.${to}`)) continue;
      const isUsual = !exceptional && order.indexOf(to) === order.indexOf(from) + 1;
      found.set(`${from}.${to}`, { gate, from, to, isUsual });
    }
  return [...found.values()];
}
