import { stuckStatus } from '#domain/stuck/stuck-status.js';
import { collaboration } from '#processes/collaboration/document.js';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { actOf, peopleOf } from './tasks.js';
import { RANKS, trueCauses } from './truth.js';
import type { UserId } from '#domain/model/case.js';
import type { StuckCause, StuckCode } from '#domain/stuck/stuck-causes.js';
import type { Rank, Situation, TrueCause } from './truth.js';

/** How what the product says of one day compares with what the simulation knows. */
export interface CauseFinding {
  /**
   * UNTRUE: it is not so, or it is another who owes it. MISSED: it is so, and is not said. NOT_FIRST: something else would move
   * the case first. NO_STEP: what it says would help is offered to nobody.
   */
  readonly verdict: 'TRUE' | 'UNTRUE' | 'MISSED' | 'NOT_FIRST' | 'NO_STEP';
  readonly code: string;
  readonly truth: string;
}

const RANK_OF: Readonly<Record<StuckCode, Rank | null>> = {
  HANDOVER_LAPSED: 'HANDOVER',
  HANDOVER_OPEN: 'HANDOVER',
  GATE_UNDECIDED: 'UNDECIDED',
  NOT_SENT: 'NOT_SENT',
  HANDOVER_RETURNED: 'RETURNED',
  MOVED_AROUND: null,
  NO_RECEIVING_UNIT: 'NO_RECEIVING_UNIT',
  QUESTION_UNANSWERED: 'QUESTION',
  OVERDUE_FOR_GATE: 'BLOCKING_DEBT',
  EXPIRING: 'EXPIRING',
  OVERDUE: 'OTHER_DEBT',
  PHASE_OVERDUE: 'PHASE',
  SILENT: null,
};

/** All causes of one day, each way: what is said is true, and what is true is said, in the same order. */
export function compareCauses(situation: Situation, offered: ReadonlySet<string>): CauseFinding[] {
  const said = stuckStatus(collaboration, situation.state, situation.now).causes;
  const truth = trueCauses(situation);
  const told = said.map((cause): CauseFinding => {
    const same = truth.filter((it) => isSame(cause, it));
    const people = namedBy(cause, situation);
    const isNamed = same.some((it) => it.people.length === 0 || people.some((person) => it.people.includes(person)));
    const text = same.map(textOf).join(', ') || 'it is not so';
    return { verdict: isNamed ? 'TRUE' : 'UNTRUE', code: codeOf(cause, situation), truth: isNamed ? '' : text };
  });
  const missed = truth
    .filter((it) => !said.some((cause) => isSame(cause, it)))
    .map((it): CauseFinding => ({ verdict: 'MISSED', code: `${it.rank} ${it.kind}`, truth: textOf(it) }));
  const [first] = said;
  const [top] = truth;
  const isFirst = !first || !top || RANK_OF[first.code] === null || RANK_OF[first.code] === top.rank;
  const order: CauseFinding[] = isFirst ? [] : [{ verdict: 'NOT_FIRST', code: first.code, truth: textOf(top) }];
  const steps = said
    .filter(({ nextAction }) => !offered.has(actOf(nextAction.command, nextAction.body)))
    .map((cause): CauseFinding => {
      const act = actOf(cause.nextAction.command, cause.nextAction.body);
      return { verdict: 'NO_STEP', code: `${cause.code} ${cause.kind ?? ''}`, truth: act };
    });
  return [...told, ...missed, ...order, ...steps];
}

const isSame = ({ code, kind }: StuckCause, truth: TrueCause): boolean => {
  const rank = RANK_OF[code];
  if (rank !== truth.rank) return false;
  return ONE_OF_A_KIND.has(rank) || kind === truth.kind;
};

const ONE_OF_A_KIND: ReadonlySet<Rank> = new Set(
  RANKS.filter((rank) => !['BLOCKING_DEBT', 'OTHER_DEBT', 'EXPIRING'].includes(rank)),
);

const codeOf = (cause: StuckCause, situation: Situation): string =>
  `${cause.code} ${cause.kind ?? ''} owed by ${namedBy(cause, situation).join(' or ')}`;

const textOf = ({ rank, kind, people }: TrueCause): string => `${rank} ${kind} owed by ${people.join(' or ')}`;

/** Those whom the cause names: one person, or the holders of a role until one of them takes it. */
function namedBy({ owedBy }: StuckCause, { state, directory, now }: Situation): readonly UserId[] {
  return owedBy.user === undefined ? peopleOf(state, directory, owedBy, osloDateOf(now)) : [owedBy.user];
}
