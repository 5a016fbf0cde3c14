import type { LocalDate, CalendarId } from '../time.js';
import type { QuietPeriod } from '../calendar/quiet.js';

/**
 * The process as data. A `ProcessDocument` is what people read and edit: rules, labels, sources and fact schemas.
 * A `ProcessCore` is the same without the words: what `decide` reads, and what travels in a workflow's input.
 */

export type Phase = 'FIRST_CONTACT' | 'MENTORING' | 'PILOT' | 'PROCUREMENT' | 'OPERATION' | 'EFFECT_EVALUATION';
export type GateId = 'G1' | 'G2' | 'G3' | 'G4' | 'G5' | 'G6' | 'G7';
export type Decision = 'PROCEED' | 'REFUSE' | 'SCALE' | 'ITERATE' | 'STOP' | 'OTHERS';
export type Party = 'MUNICIPALITY' | 'ENTREPRENEUR' | 'THIRD_PARTY';
export type Nature = 'DEBT' | 'HOLD' | 'RIGHT';
export type Effect = 'LEGAL' | 'PRACTICE';
export type Requirement = 'LEGAL' | 'MANDATORY' | 'WAIVABLE';

/**
 * Who may, owes or receives: a relation to the case or a role held somewhere.
 * `owner` `deputy` `contact` `sender` `receiver` `entrepreneur` `manager` (a manager of the case's unit, or above it), or
 * `<role>@<place>` where place is `case` (the case's unit), `interested`, `hosting`, `receiving` (the unit named by a fact;
 * when none is named the one before it in that order, last the case's unit) or `any`; `party:<role>` for those alone who
 * were given the role in this case.
 */
export type Who = string;

/**
 * A receiver slot of a letter: a relation, resolved to a person when the row is read or sent.
 * `owner` `deputy` `contact` `entrepreneur` `receiver:<n>` `manager-of:<unit>` `above:<unit>` `role:<role>@<unit>`.
 * In a ladder the unit is a place: `manager-of:case`, `above:case`, `manager-of:receiver`, `above:receiver`, `debtor`.
 */
export type Slot = string;

/** A mark on a case that starts, meets or cancels a deadline: see `marks.ts` for the keys. */
export type MarkKey = string;

export interface Label {
  readonly nb: string;
  readonly en: string;
}

export interface Labelled {
  readonly label: Label;
}

/** Where a figure or duty comes from; shown beside the rule. */
export interface Sourced {
  readonly source?: string;
}

export interface PhaseRule {
  /** Gates of the phase in the order they are passed. */
  readonly gates: readonly GateId[];
  /** Days without any event by a person after which the case is silent (domain.md B0 b). */
  readonly silentAfterDays: number;
}

export interface Capacity {
  /** e.g. `procurementOfficer`; a key of the document's `capacities` labels. */
  readonly capacity: string;
  /** Any of these may hold the capacity; the first is proposed. */
  readonly who: readonly Who[];
}

/** One thing a gate's decider may decide, and where it leads. */
export interface Way {
  readonly decision: Decision;
  /** Phase of the handover that follows; absent when the case stays where it is (REFUSE, ITERATE) or closes (STOP). */
  readonly toPhase?: Phase;
  /** Who must accept the handover, in order; the first becomes owner when the phase changes. Absent: the route's receivers. */
  readonly receivers?: readonly Capacity[];
  /** True when acceptance moves the case into `toPhase` and the ownership with it; G3 and G7 only unlock what follows. */
  readonly enters: boolean;
  /** True for skips, ways back, REFUSE and STOP: the checklist need not be complete, the reason carries it. */
  readonly unchecked?: boolean;
  /** True when the decision must name a route (SCALE, OTHERS). */
  readonly routed?: boolean;
  /** Greatest number of times, e.g. ITERATE once. */
  readonly most?: number;
  /** True for skips and ways back: never proposed first. */
  readonly aside?: boolean;
}

export interface GateRule {
  readonly phase: Phase;
  readonly decider: readonly Who[];
  readonly items: readonly string[];
  readonly ways: readonly Way[];
}

export type MetBy = { readonly fact: string } | { readonly state: string } | { readonly tick: true };

export interface ItemRule {
  readonly requirement: Requirement;
  readonly metBy: MetBy;
  /** Named rule: when it does not hold the item is NOT_APPLICABLE. */
  readonly when?: string;
  /** Must be met anew each time the gate is opened again (after ITERATE, or when the phase is entered again). */
  readonly fresh?: boolean;
  /** Who may tick it; the gate's preparer, i.e. the owner, when absent. */
  readonly by?: readonly Who[];
}

export interface FactRule {
  /** Phases in which it may be registered; absent: any. */
  readonly phases?: readonly Phase[];
  readonly by: readonly Who[];
  /** Facts that must stand before this one may be registered. */
  readonly requires?: readonly string[];
  /** By named rule (`when`): facts that must stand as well where the rule holds. */
  readonly requiresWhen?: Readonly<Record<string, readonly string[]>>;
  /** May also be registered on a closed case (data points, late complaints, after-checks). */
  readonly afterClose?: boolean;
  /** Needs the handover of this gate accepted first (pilotStarted needs G3). */
  readonly needsGate?: GateId;
  /** Named rule that gives the earliest instant it can be registered (first data point). */
  readonly notBefore?: string;
  /** Fields of `data` that are units or users and that rules read: kept in state with all other non-private fields. */
  readonly reads?: readonly string[];
}

export type Count =
  | number
  /** Taken from the basis fact's data, e.g. `standstillDays`; `min` is the legal floor. */
  | { readonly field: string; readonly default: number; readonly min?: number }
  /** A named pure function of the case. */
  | { readonly rule: string };

export interface LadderRung {
  /** Unique in the ladder, e.g. `before-1`, `day-21`, `manager`. */
  readonly rung: string;
  /** Signed; before the due date when negative and counted from DUE. */
  readonly days: number;
  readonly calendar: 'WORKING_DAYS_EEA' | 'CALENDAR_DAYS';
  readonly from: 'SINCE' | 'DUE';
  readonly to: readonly Slot[];
  /** `remind` gives reminderDue, `escalate` gives escalated, `lapse` ends the handover round. */
  readonly does: 'remind' | 'escalate' | 'lapse';
}

export interface Owing {
  readonly party: Party;
  readonly role: string;
}

export interface DeadlineRule {
  readonly nature: Nature;
  readonly effect: Effect;
  readonly calendar: CalendarId;
  /** Any of these marks opens an instance; one for each occurrence unless `once`. */
  readonly starts: readonly MarkKey[];
  readonly once?: boolean;
  readonly count: Count;
  /** Due on a date of the basis fact's data, `count` days (signed) from it, instead of counted from the basis itself. */
  readonly field?: string;
  /** Counted like this when the basis fact carries no date in `field`; without it there is then no deadline. */
  readonly otherwise?: { readonly count: number; readonly calendar: CalendarId };
  /** Marks that meet it. A mark with the same `about` when the basis has one. */
  readonly ends: readonly MarkKey[];
  /** Marks that make it void. */
  readonly cancels?: readonly MarkKey[];
  readonly owedBy: Owing;
  readonly owedTo: Owing;
  /** Key of `ladders`, or absent for none. */
  readonly ladder?: string;
  /** PHASE: void when the phase is left. CASE: void when the case closes. BEYOND: outlives the case (domain.md 00.2). */
  readonly scope: 'PHASE' | 'CASE' | 'BEYOND';
  /** Named rule: opened only where it holds. */
  readonly when?: string;
  /** Facts that a HOLD bars until it is over. */
  readonly bars?: readonly string[];
  /** What a breach does beyond the event itself. */
  readonly onBreach?: 'DORMANT';
}

export interface CommandRule {
  readonly who: readonly Who[];
  /** Phases in which it may be given; absent: any. */
  readonly phases?: readonly Phase[];
}

export interface RouteRule {
  readonly receivers: readonly Capacity[];
  /** Phase SLA in calendar days (domain.md D6). */
  readonly slaDays: number;
  readonly standstill: 'REQUIRED' | 'STATED' | 'NONE';
  /** True when a public announcement is required. */
  readonly notice: boolean;
}

export interface ProcessCore {
  readonly id: string;
  readonly version: number;
  readonly kind: 'collaboration';
  readonly start: Phase;
  readonly phases: Readonly<Record<Phase, PhaseRule>>;
  readonly gates: Readonly<Record<GateId, GateRule>>;
  readonly items: Readonly<Record<string, ItemRule>>;
  readonly facts: Readonly<Record<string, FactRule>>;
  readonly deadlines: Readonly<Record<string, DeadlineRule>>;
  readonly ladders: Readonly<Record<string, readonly LadderRung[]>>;
  readonly commands: Readonly<Record<string, CommandRule>>;
  readonly routes: Readonly<Record<string, RouteRule>>;
  readonly quiet: readonly QuietPeriod[];
}

/** JSON Schema (2020-12 subset). `x-private` fields are text; `x-unit`, `x-user` (a Who) name units and users. */
export interface FactSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly required?: readonly string[];
  readonly additionalProperties: false;
}

export interface ProcessDocument extends Omit<
  ProcessCore,
  'phases' | 'gates' | 'items' | 'facts' | 'deadlines' | 'routes'
> {
  readonly validFrom: LocalDate;
  readonly phases: Readonly<Record<Phase, PhaseRule & Labelled>>;
  readonly gates: Readonly<Record<GateId, GateRule & Labelled>>;
  readonly items: Readonly<Record<string, ItemRule & Labelled & Sourced>>;
  readonly facts: Readonly<Record<string, FactRule & Labelled & Sourced & { readonly schema: FactSchema }>>;
  readonly deadlines: Readonly<Record<string, DeadlineRule & Labelled & Sourced>>;
  readonly routes: Readonly<Record<string, RouteRule & Labelled & Sourced>>;
  /** Words for capacities, roles and parties. */
  readonly capacities: Readonly<Record<string, Label>>;
  readonly roles: Readonly<Record<string, Label>>;
}
