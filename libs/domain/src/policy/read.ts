import type { Case } from '../case/case.js';
import type { Actor } from '../case/command.js';

/**
 * Who may read a case, as tokens on both sides: a case has the tokens that open it, a person has the tokens they hold.
 * One rule for a single case and for lists (SQL: `readers && tokens`).
 */

const READS_ALL = new Set(['kommunedirektor', 'controller', 'admin']);

/** Roles without a unit of their own that act everywhere in the municipality, and so read everywhere. */
const ACTS_EVERYWHERE = new Set([
  'mentorkoordinator',
  'innkjoper',
  'kontraktsforvalter',
  'gevinstansvarlig',
  'evaluator',
  'jurist',
  'personvern',
  'tilskuddsforvalter',
]);

/** Roles that read what their unit has or has had; every other role reads only what the person is a party to. */
const READS_UNIT = new Set(['saksbehandler', 'leder', 'kommunalsjef']);

/** Tokens that open this case; any one is enough. */
export function readerTokens(state: Case): string[] {
  const tokens = new Set(['all', `user:${state.owner}`, `user:${state.contact}`, `unit:${state.unit}`]);
  if (state.deputy) tokens.add(`user:${state.deputy}`);
  if (state.entrepreneur) tokens.add(`user:${state.entrepreneur}`);
  if (state.phase === 'FIRST_CONTACT') tokens.add('role:mottak');
  for (const handover of state.handovers) {
    tokens.add(`user:${handover.from.person}`).add(`unit:${handover.from.unit}`);
    if (handover.state === 'DRAFT') continue;
    for (const receiver of handover.receivers) tokens.add(`user:${receiver.person}`).add(`unit:${receiver.unit}`);
  }
  for (const fact of state.facts) {
    if (fact.retracted) continue;
    if (typeof fact.data.unit === 'string') tokens.add(`unit:${fact.data.unit}`);
    for (const key of ['mentor', 'person'] as const) {
      if (typeof fact.data[key] === 'string') tokens.add(`user:${fact.data[key]}`);
    }
  }
  return [...tokens].sort();
}

/** Tokens a person holds. */
export function tokensOf(actor: Actor): string[] {
  const tokens = new Set([`user:${actor.user}`]);
  for (const grant of actor.grants) {
    if (READS_ALL.has(grant.role) || ACTS_EVERYWHERE.has(grant.role)) tokens.add('all');
    if (grant.role === 'mottak') tokens.add('role:mottak');
    if (READS_UNIT.has(grant.role)) tokens.add(`unit:${grant.unit}`);
  }
  return [...tokens];
}

export function mayRead(state: Case, actor: Actor): boolean {
  const held = new Set(tokensOf(actor));
  return readerTokens(state).some((token) => held.has(token));
}
