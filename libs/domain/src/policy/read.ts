import { POLICY } from './table.js';
import type { Case } from '../model/case.js';
import type { Actor } from '../model/command.js';
import type { Aspect, Line } from './table.js';

/**
 * Who may read a case, as tokens on both sides: a case has the tokens that open it, a person has the tokens they hold.
 * One rule for a single case and for lists (SQL: `readers && tokens`). All of it is read off the policy's lines.
 */

/** Tokens that open this case; any one is enough. */
export function readerTokens(state: Case, policy: readonly Line[] = POLICY): string[] {
  return [...new Set(policy.flatMap(({ onCase }) => onCase(state)))].sort();
}

/** Tokens a person holds. */
export function tokensOf(actor: Actor, policy: readonly Line[] = POLICY): string[] {
  return [...new Set(policy.flatMap(({ onActor }) => onActor(actor)))];
}

/** Those of the tokens by which a person sees what stays inside: only of such cases are they told that one stands still. */
export function insideTokensOf(actor: Actor, policy: readonly Line[] = POLICY): string[] {
  return tokensOf(
    actor,
    policy.filter(({ reads }) => reads.includes('internal')),
  );
}

/** The lines that hold for this person and this case. */
function linesFor(state: Case, actor: Actor, policy: readonly Line[] = POLICY): Line[] {
  return policy.filter(({ onCase, onActor }) => {
    const held = new Set(onActor(actor));
    return held.size > 0 && onCase(state).some((token) => held.has(token));
  });
}

export function mayRead(state: Case, actor: Actor, policy: readonly Line[] = POLICY): boolean {
  return linesFor(state, actor, policy).length > 0;
}

/** What of the case the person may see: the sum of the lines that hold. */
export function aspectsFor(state: Case, actor: Actor, policy: readonly Line[] = POLICY): ReadonlySet<Aspect> {
  return new Set(linesFor(state, actor, policy).flatMap(({ reads }) => reads));
}

/** Whether a role in the case opens nothing of it that the person who gives it does not see. */
export function seesAllOf(role: string, state: Case, giver: Actor): boolean {
  const given = aspectsFor(state, { user: '', grants: [], parties: [{ case: state.id, role }] });
  const own = aspectsFor(state, giver);
  return [...given].every((aspect) => own.has(aspect));
}

/** Somebody all of whose relations to the case are for reading: no process version lets them do anything. */
export function onlyReads(state: Case, actor: Actor, policy: readonly Line[] = POLICY): boolean {
  const lines = linesFor(state, actor, policy);
  return lines.length > 0 && lines.every(({ does }) => does === 'nothing');
}

/** The person with those relations only that bear on one case: what a command to it carries. */
export function actorFor({ id, organisation }: Pick<Case, 'id' | 'organisation'>, actor: Actor): Actor {
  const { user, grants, standsInFor, speaksFor, parties } = actor;
  const here = parties?.filter((it) => it.case === id) ?? [];
  const spokenFor = speaksFor?.filter((token) => token === `case:${id}` || token === `org:${organisation}`);
  return {
    user,
    grants,
    ...(standsInFor && standsInFor.length > 0 && { standsInFor }),
    ...(spokenFor && { speaksFor: spokenFor }),
    ...(here.length > 0 && { parties: here }),
  };
}
