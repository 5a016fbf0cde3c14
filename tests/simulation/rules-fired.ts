import { collaboration } from '#processes/collaboration/document.js';
import type { CaseEvent } from '#domain/model/events.js';

/** The rules of the process that no case of the simulation ever came to, by name. */
export interface NeverFired {
  readonly deadlines: readonly string[];
  readonly rungs: readonly string[];
  readonly outcomes: readonly string[];
}

/** Notes what fires, case by case. */
export class FiredRules {
  private readonly fired = new Set<string>();

  add(events: readonly CaseEvent[]): void {
    const kinds = new Map<string, string>();
    for (const event of events) {
      switch (event.type) {
        case 'deadlineOpened':
          kinds.set(event.data.deadline.id, event.data.deadline.kind);
          this.fired.add(`deadline ${event.data.deadline.kind}`);
          break;
        case 'reminderDue':
        case 'escalated':
          this.fired.add(`rung ${ladderOf(kinds.get(event.data.deadline))} ${event.data.rung}`);
          break;
        case 'handoverLapsed':
          this.fired.add('rung handover lapse');
          break;
        case 'gateDecided':
          this.fired.add(`outcome ${event.data.gate} ${outcomeName(event.data)}`);
          break;
        default:
      }
    }
  }

  never(): NeverFired {
    const missing = (prefix: string, names: readonly string[]): string[] =>
      names.filter((name) => !this.fired.has(`${prefix} ${name}`));
    const { deadlines, ladders, gates } = collaboration;
    const used = new Set(Object.values(deadlines).map(({ ladder }) => ladder));
    const rungs = Object.entries(ladders).flatMap(([ladder, steps]) =>
      used.has(ladder) ? steps.map(({ rung }) => `${ladder} ${rung}`) : [],
    );
    const outcomes = Object.entries(gates).flatMap(([gate, { outcomes: ways }]) =>
      ways.map((way) => `${gate} ${outcomeName(way)}`),
    );
    return {
      deadlines: missing('deadline', Object.keys(deadlines)),
      rungs: missing('rung', rungs),
      outcomes: missing('outcome', outcomes),
    };
  }
}

const ladderOf = (kind: string | undefined): string => collaboration.deadlines[kind ?? '']?.ladder ?? 'none';

const outcomeName = ({ decision, toPhase }: { readonly decision: string; readonly toPhase?: string }): string =>
  toPhase === undefined ? decision : `${decision} to ${toPhase}`;
