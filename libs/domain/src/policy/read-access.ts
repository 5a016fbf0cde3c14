import { POLICY } from './access-policy.js';
import type { Case } from '../model/case.js';
import type { Actor } from '../model/command.js';
import type { Aspect } from '../process/process-document.js';
import type { AccessRule } from './access-policy.js';

/**
 * Read access by read tokens: strings like `org:ID` that a case accepts and a person holds; one in common gives access.
 * They are no secrets and have nothing to do with the tokens of programs.
 * Single cases and lists (SQL: `readers && tokens`) use the same rule. Every function here is derived from `POLICY`.
 */

/** Read tokens that give access to this case; any one is enough. */
export function readerTokens(state: Case, policy: readonly AccessRule[] = POLICY): string[] {
  return [...new Set(policy.flatMap(({ caseTokens }) => caseTokens(state)))].sort();
}

/** Read tokens that a person holds. */
export function readTokensOf(actor: Actor, policy: readonly AccessRule[] = POLICY): string[] {
  return [...new Set(policy.flatMap(({ actorTokens }) => actorTokens(actor)))];
}

/** Read tokens that also give the `internal` aspect. Only with one of these is a person told that a case is stuck. */
export function internalTokensOf(actor: Actor, policy: readonly AccessRule[] = POLICY): string[] {
  return readTokensOf(
    actor,
    policy.filter(({ reads }) => reads.includes('internal')),
  );
}

/** Read tokens that also give the `shared` aspect: what the municipality and the entrepreneur have said to each other. */
export function sharedTokensOf(actor: Actor, policy: readonly AccessRule[] = POLICY): string[] {
  return readTokensOf(
    actor,
    policy.filter(({ reads }) => reads.includes('shared')),
  );
}

/** Read tokens that also give the `draft` aspect: handovers that are not sent. */
export function draftTokensOf(actor: Actor, policy: readonly AccessRule[] = POLICY): string[] {
  return readTokensOf(
    actor,
    policy.filter(({ reads }) => reads.includes('draft')),
  );
}

/** The rules that apply to this person in this case. */
function applicableRules(state: Case, actor: Actor, policy: readonly AccessRule[] = POLICY): AccessRule[] {
  return policy.filter(({ caseTokens, actorTokens }) => {
    const held = new Set(actorTokens(actor));
    return held.size > 0 && knownTokens(state, caseTokens).some((token) => held.has(token));
  });
}

type CaseTokens = AccessRule['caseTokens'];

/** What a rule gives for a case, which never changes: the next steps ask it for everybody who works here. */
const tokensByCase = new WeakMap<Case, Map<CaseTokens, readonly string[]>>();

function knownTokens(state: Case, caseTokens: CaseTokens): readonly string[] {
  const known = tokensByCase.get(state) ?? new Map<CaseTokens, readonly string[]>();
  tokensByCase.set(state, known);
  const tokens = known.get(caseTokens) ?? caseTokens(state);
  known.set(caseTokens, tokens);
  return tokens;
}

export function canRead(state: Case, actor: Actor, policy: readonly AccessRule[] = POLICY): boolean {
  return applicableRules(state, actor, policy).length > 0;
}

/** What the person may see of the case: the union of the rules that apply. */
export function visibleAspects(state: Case, actor: Actor, policy: readonly AccessRule[] = POLICY): ReadonlySet<Aspect> {
  return new Set(applicableRules(state, actor, policy).flatMap(({ reads }) => reads));
}

/** Whether the giver already sees everything that the case role would give access to. */
export function hasAccessOfRole(role: string, state: Case, giver: Actor): boolean {
  const visibleInRole = visibleAspects(state, { user: '', grants: [], parties: [{ case: state.id, role }] });
  const visibleToGiver = visibleAspects(state, giver);
  return [...visibleInRole].every((aspect) => visibleToGiver.has(aspect));
}

/** Whether every rule that applies to the person is for reading only, whatever the process version permits. */
export function isReadOnlyActor(state: Case, actor: Actor, policy: readonly AccessRule[] = POLICY): boolean {
  const rules = applicableRules(state, actor, policy);
  return rules.length > 0 && !rules.some(({ mayAct }) => mayAct);
}

/** The actor reduced to what concerns one case; a command carries this. */
export function actorForCase({ id, organisation }: Pick<Case, 'id' | 'organisation'>, actor: Actor): Actor {
  const { user, grants, standsInFor, speaksFor, parties } = actor;
  const partiesHere = parties?.filter((it) => it.case === id) ?? [];
  const representedHere = speaksFor?.filter((token) => token === `case:${id}` || token === `org:${organisation}`);
  return {
    user,
    grants,
    ...(standsInFor && standsInFor.length > 0 && { standsInFor }),
    ...(representedHere && { speaksFor: representedHere }),
    ...(partiesHere.length > 0 && { parties: partiesHere }),
  };
}
