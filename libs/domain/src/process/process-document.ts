import type { LocalDate, CalendarId, DayCalendar } from '../time.js';
import type { QuestionKind } from './question-kinds.js';
import type { QuietPeriod } from '../calendar/quiet-periods.js';

/**
 * The process as data. A `ProcessDocument` is what people read and edit: rules, labels, sources and fact schemas.
 * A `ProcessCore` is the same without labels, sources, schemas and what else only the API reads: `decide` reads it, and
 * workflow inputs carry it.
 */

/** In the order in which a case usually passes them; it is completed in the last. */
export const PHASES = ['FIRST_CONTACT', 'MENTORING', 'PILOT', 'PROCUREMENT', 'OPERATION', 'EFFECT_EVALUATION'] as const;
export const GATE_IDS = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7'] as const;
export const DECISIONS = ['PROCEED', 'REFUSE', 'SCALE', 'ITERATE', 'STOP', 'OTHERS'] as const;
export const PARTIES = ['MUNICIPALITY', 'ENTREPRENEUR', 'THIRD_PARTY'] as const;
export const NATURES = ['DEBT', 'HOLD', 'RIGHT'] as const;
export const EFFECTS = ['LEGAL', 'PRACTICE'] as const;
export const REQUIREMENTS = ['LEGAL', 'MANDATORY', 'WAIVABLE'] as const;

export type Phase = (typeof PHASES)[number];
export type GateId = (typeof GATE_IDS)[number];
export type Decision = (typeof DECISIONS)[number];
export type Party = (typeof PARTIES)[number];
export type Nature = (typeof NATURES)[number];
export type Effect = (typeof EFFECTS)[number];
export type Requirement = (typeof REQUIREMENTS)[number];

/** The phase in which a case is completed. */
export const LAST_PHASE: Phase = 'EFFECT_EVALUATION';

/**
 * Parts of a case that some people with access to it may not see. Everyone with access sees the owner, the phase, the
 * deadlines and what happened when.
 * `shared`: texts meant for both sides. `internal`: notes, reasons and handover packages inside the municipality.
 * `impartiality`: impartiality assessments. `tender`: what a competition is about, who took part (other applicants too)
 * and how it was evaluated. `draft`: a handover that is not sent, of which nobody else knows; no fact has it.
 */
export type Aspect = 'shared' | 'internal' | 'impartiality' | 'tender' | 'draft';

/** Places whose unit a fact names. Where none has named it, the place before it counts, and at last the case's unit. */
export const UNIT_PLACES = ['interested', 'hosting', 'receiving'] as const;
export type UnitPlace = (typeof UNIT_PLACES)[number];

/**
 * What a fact can name: the unit of a place; the case's `mentor` or `benefitOwner`; a person `cleared` for the evaluation group; the
 * `route` to operation; the `nextStep` after first contact (a phase, or `REFER` or `REJECT`).
 */
export type Named = UnitPlace | 'mentor' | 'benefitOwner' | 'cleared' | 'route' | 'nextStep';

/**
 * Names a person or persons by a relation to the case or by a role. One of:
 * - `owner` `deputy` `contact` `sender` `receiver` `entrepreneur` `manager` (of the case's unit, or above it);
 * - `asked`: whoever is asked a question, or leads the unit that is; `approver`: whoever is asked to approve something;
 *   `debtHolder`: whoever took a debt, or was given one; `stepOwner`: whoever owes what was agreed in a meeting;
 *   `meetingPlanner`: whoever planned a meeting that is still to be held;
 * - `<role>@<place>`: place is `any`, `case` (the case's unit), or one of `UNIT_PLACES`;
 * - `party:<role>`: only people who were given the role in this case.
 */
export type Who = string;

/**
 * Whom a message is for, as a relation; resolved to a person when the message is read or sent.
 * `owner` `deputy` `contact` `entrepreneur` `receiver:<handover>:<place>` `user:<id>` `manager-of:<unit>` `above:<unit>` `role:<role>@<unit>`.
 * A ladder may also say `debtor`, and names units by place, `case`, `receiver` or `asked`, as in `manager-of:case`.
 */
export type Slot = string;

/** Key of a mark on a case that starts, meets or cancels a deadline; `checks/marks.ts` lists the keys. */
export type MarkKey = string;

export interface Label {
  readonly nb: string;
  readonly en: string;
}

export interface Labelled {
  readonly label: Label;
}

/** The law or guideline that a figure or duty comes from; shown beside the rule. */
export interface Sourced {
  readonly source?: string;
}

export interface PhaseRule {
  /** Gates of the phase in the order they are passed. */
  readonly gates: readonly GateId[];
  /** Days without an event by a person after which the case counts as inactive (domain.md B0 b). */
  readonly inactiveAfterDays: number;
}

/** What the API reads of a phase besides its rule. */
export interface PhaseDescription extends Labelled {
  /** The award is behind it, whether or not one was registered. */
  readonly afterAward?: true;
}

export interface Capacity {
  /** e.g. `procurementOfficer`; a key of the document's `capacities` labels. */
  readonly capacity: string;
  /** Any of these may hold the capacity; the first is proposed. */
  readonly who: readonly Who[];
  /** Takes the duties of the capacity, not the case. */
  readonly dutiesOnly?: true;
}

/** A decision that a gate's decider may take, and what follows from it. */
export interface GateOutcome {
  readonly decision: Decision;
  /** Phase of the handover; absent when the case stays in its phase (REFUSE, ITERATE) or closes (STOP). */
  readonly toPhase?: Phase;
  /** Who must accept the handover, in order; when the phase changes, the first who takes more than duties becomes owner. Absent: the route's. */
  readonly receivers?: readonly Capacity[];
  /** Acceptance moves the case to `toPhase` and to a new owner. At G3 and G7 it only opens what follows. */
  readonly changesPhase: boolean;
  /** The checklist need not be complete: skips, steps back, REFUSE and STOP. */
  readonly skipsChecklist?: boolean;
  /** The decision must name a route (SCALE, OTHERS). */
  readonly requiresRoute?: boolean;
  /** How often it may be decided in a case, e.g. ITERATE once. */
  readonly maxTimes?: number;
  /** Skips and steps back: never proposed first. */
  readonly exceptional?: boolean;
  /** Where the `when` rule is true, the decision is told outside by this fact, which others hear of at the same time. */
  readonly toldBy?: { readonly fact: string; readonly when: RuleCall };
}

export interface GateRule {
  readonly phase: Phase;
  readonly decider: readonly Who[];
  readonly items: readonly string[];
  readonly outcomes: readonly GateOutcome[];
  /** What is decided may weigh prices: its reason stays inside the municipality until the award. */
  readonly reasonAfterAward?: true;
}

/** A named pure function of `rules/`, and the facts that it asks about. `rule-names.ts` says how many it needs. */
export interface RuleCall {
  readonly rule: string;
  readonly facts?: readonly string[];
}

export type MetBy =
  /**
   * `holds`: a yes-or-no field; a no by whoever owns the case, or by its deputy, leaves the item open. `each`: everybody who has the
   * role in the case must say yes for themselves; where nobody has it, one yes is enough.
   */
  | { readonly fact: string; readonly holds?: string; readonly each?: string }
  /** Name of a `state` rule, and the facts that it asks about. */
  | { readonly state: string; readonly facts?: readonly string[] }
  | { readonly tick: true };

export interface ItemRule {
  readonly requirement: Requirement;
  readonly metBy: MetBy;
  /** A `when` rule; where it is false the item is NOT_APPLICABLE. */
  readonly when?: RuleCall;
  /** Must be met again each time the gate reopens (after ITERATE, or when the phase is entered again). */
  readonly repeatOnReopen?: boolean;
  /** Who may tick it; the owner, deputy and manager when absent. */
  readonly by?: readonly Who[];
  /** Advisers whose tick is proof enough of a legal item; everybody else gives a reference. Never the owner of the case. */
  readonly adviser?: readonly Who[];
  /** HANDOVER: it rests on the gate's decision, so it comes after it and holds back the handover. Absent: it comes before. */
  readonly stage?: 'HANDOVER';
}

export interface FactRule {
  /** Phases in which it may be registered; absent: any. */
  readonly phases?: readonly Phase[];
  readonly by: readonly Who[];
  /** Facts that must be registered before this one. */
  readonly requires?: readonly string[];
  /** By name of a `when` rule: facts that must also be registered before this one where the rule is true. */
  readonly requiresWhen?: Readonly<Record<string, readonly string[]>>;
  /** What each holder of a role must declare for this item comes first. */
  readonly needsItem?: string;
  /** It may have happened more than a year before the enquiry came: what stood already is registered with its own day. */
  readonly mayPrecede?: true;
  /** May also be registered on a closed case (data points, late complaints, after-checks). */
  readonly afterClose?: boolean;
  /** The handover of this gate must be accepted first (pilotStarted needs G3). */
  readonly needsGate?: GateId;
  /** It rests on this gate's decision: while the gate is the current one, the decision to go on must be made first. */
  readonly needsDecision?: GateId;
  /** A `notBefore` rule that gives the earliest instant at which it can be registered. */
  readonly notBefore?: RuleCall;
  /** What it names, each with the field of `data` that holds it; the latest registration counts. */
  readonly names?: Partial<Readonly<Record<Named, string>>>;
  /** Whom it is told to at once; `manager-of:named` is the manager of the unit that it names. */
  readonly tells?: readonly Slot[];
  /** The field with the new date that it gives to the missed promise which its field `deadline` names. */
  readonly movesPromises?: string;
  /** A later registration of this fact undoes it: it then meets no item. */
  readonly undoneBy?: string;
  /** The unit that said yes to this kind of question takes it back; a yes must stand. */
  readonly withdraws?: QuestionKind;
}

/** Parts of a handover's package that facts fill in; amounts in NOK (`x-amount`) fill in the one about economy. */
export const FILLED_PARTS = ['agreements', 'dialogue', 'privacy', 'effect'] as const;
export type FilledPart = (typeof FILLED_PARTS)[number];

/** What the API reads of a fact besides its rule. */
export interface FactDescription extends Labelled, Sourced {
  readonly schema: FactSchema;
  /** Who may see it. Of `shared` and `internal` (when absent) this is the text, of the others all that was registered. */
  readonly aspect?: Exclude<Aspect, 'draft'>;
  /** It is the award: what those who may tender could not see until then, they now can. */
  readonly award?: true;
  /** The part of a handover's package that it is shown in. */
  readonly part?: FilledPart;
  /** Balance that it counts towards: hours by the field `hours`, aid by `amountNok` and `nokPerEur`. */
  readonly balance?: 'hoursGranted' | 'hoursUsed' | 'aid';
}

export type Count =
  | number
  /** Taken from the basis fact's data, e.g. `standstillDays`; `min` is the legal floor. */
  | { readonly field: string; readonly default: number; readonly min?: number }
  /** A count rule. */
  | RuleCall;

export interface LadderRung {
  /** Id, unique in the ladder, e.g. `before-1`, `day-21`, `manager`. */
  readonly rung: string;
  /** Negative: that many days before the due date; only with `from: 'DUE'`. */
  readonly days: number;
  readonly calendar: DayCalendar;
  readonly from: 'SINCE' | 'DUE';
  readonly to: readonly Slot[];
  /** `remind` records reminderDue, `escalate` records escalated, `lapse` ends the handover. */
  readonly action: 'remind' | 'escalate' | 'lapse';
}

export interface PartyRef {
  readonly party: Party;
  readonly role: string;
}

export interface DeadlineRule {
  readonly nature: Nature;
  readonly effect: Effect;
  readonly calendar: CalendarId;
  /** Each occurrence of one of these marks opens a deadline; with `once` only the first does. */
  readonly starts: readonly MarkKey[];
  readonly once?: boolean;
  readonly count: Count;
  /** Date field of the basis fact: the deadline is `count` days (may be negative) from that date. */
  readonly dateField?: string;
  /** Count from the basis when the fact has no date in `dateField`; without this there is then no deadline. */
  readonly otherwise?: { readonly count: number; readonly calendar: CalendarId };
  /** Marks that meet it; where the basis has an `about`, only marks with the same `about`. */
  readonly ends: readonly MarkKey[];
  /** Marks that cancel it. */
  readonly cancels?: readonly MarkKey[];
  readonly owedBy: PartyRef;
  readonly owedTo: PartyRef;
  /** Whoever owes it is told at once that they do. */
  readonly tellsDebtor?: true;
  /** Key of `ladders`; no reminders when absent. */
  readonly ladder?: string;
  /** Cancelled when the phase is left (PHASE) or the case closes (CASE); BEYOND outlives the case (domain.md 00.2). */
  readonly scope: 'PHASE' | 'CASE' | 'BEYOND';
  /** A `when` rule; opened only where it is true. */
  readonly when?: RuleCall;
  /**
   * Whether the end of a counted period moves from a Saturday, Sunday or holiday to the next working day. Said by every
   * rule that counts weeks or months and by every legal one that counts calendar days; others in calendar days stay.
   */
  readonly movesOffHolidays?: boolean;
  /** A practice debt that a pause of the case does not stop: others have set the date, or it is about the pause. */
  readonly runsInPause?: true;
  /** Facts that cannot be registered until the HOLD is over. */
  readonly bars?: readonly string[];
  /** What a breach also does, besides recording the event. */
  readonly onBreach?: 'DORMANT';
  /** While it is owed, the case is being carried on by whoever owes it: an open case always has such a debt. */
  readonly carries?: true;
  /** The time that a phase should take: overdue, the case is stuck as PHASE_OVERDUE. */
  readonly phaseSla?: boolean;
  /** The time has its delay in it already: the case is stuck as soon as it is missed, and not a week later. */
  readonly stuckAtOnce?: boolean;
  /** The end of an agreement: the case is stuck as EXPIRING already before it is due. */
  readonly expiry?: boolean;
}

/** What the API reads of a deadline besides its rule. */
export interface DeadlineDescription extends Labelled, Sourced {
  /** By what the end moves off holidays, or stays. */
  readonly holidaySource?: string;
  /** A debt to the entrepreneur as she is promised it: "Vi tar kontakt med deg". */
  readonly promise?: Label;
  /** It is the date of the receipt's `replyBy`. */
  readonly promisedReply?: boolean;
  /** The balance of days left of the office is counted to it. */
  readonly balance?: 'office';
}

/** A kind of meeting that is planned, and what it counts as when it is held. */
export interface MeetingRule {
  /** The fact that holding it registers; without one only what is agreed in it counts. */
  readonly fact?: string;
}

/** What the API reads of a kind of meeting besides its rule. */
export interface MeetingDescription extends Labelled {
  /** What such a meeting goes through, unless whoever plans it says otherwise. */
  readonly agenda: readonly Label[];
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
  /** It buys something under the procurement rules (domain.md B4). */
  readonly paid?: boolean;
  /** The municipality runs it itself: there is nobody to sign an agreement with. */
  readonly inHouse?: true;
}

export interface ProcessCore {
  readonly id: string;
  readonly version: number;
  readonly kind: 'collaboration';
  readonly startPhase: Phase;
  readonly phases: Readonly<Record<Phase, PhaseRule>>;
  readonly gates: Readonly<Record<GateId, GateRule>>;
  readonly items: Readonly<Record<string, ItemRule>>;
  readonly facts: Readonly<Record<string, FactRule>>;
  readonly deadlines: Readonly<Record<string, DeadlineRule>>;
  readonly ladders: Readonly<Record<string, readonly LadderRung[]>>;
  readonly commands: Readonly<Record<string, CommandRule>>;
  readonly meetings: Readonly<Record<string, MeetingRule>>;
  readonly routes: Readonly<Record<string, RouteRule>>;
  readonly quietPeriods: readonly QuietPeriod[];
  /** Roles that support the entrepreneur: whoever had one may not evaluate tenders without clearance (domain.md B8, D3). */
  readonly supportingRoles: readonly string[];
}

/**
 * A subset of JSON Schema 2020-12. `x-private` marks free text, `x-unit` and `x-user` (a `Who`) and
 * `x-deadline` mark ids, `x-amount` its currency, `x-after-award` what those who may tender see only after the award.
 */
export interface FactSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly required?: readonly string[];
  readonly additionalProperties: false;
}

export interface ProcessDocument extends Omit<
  ProcessCore,
  'phases' | 'gates' | 'items' | 'facts' | 'deadlines' | 'routes' | 'meetings'
> {
  readonly validFrom: LocalDate;
  readonly phases: Readonly<Record<Phase, PhaseRule & PhaseDescription>>;
  readonly gates: Readonly<Record<GateId, GateRule & Labelled>>;
  readonly items: Readonly<Record<string, ItemRule & Labelled & Sourced>>;
  readonly facts: Readonly<Record<string, FactRule & FactDescription>>;
  readonly deadlines: Readonly<Record<string, DeadlineRule & DeadlineDescription>>;
  readonly routes: Readonly<Record<string, RouteRule & Labelled & Sourced>>;
  readonly meetings: Readonly<Record<string, MeetingRule & MeetingDescription>>;
  /** Labels of capacities, roles and other parties. */
  readonly capacities: Readonly<Record<string, Label>>;
  readonly roles: Readonly<Record<string, Label>>;
}
