import { beforeAll, describe, expect, it } from '@jest/globals';
import { RULE_LEVEL } from '#domain/model/rule-context.js';
import { refuseCommand } from '#domain/case/decide.js';
import { refuseMessage, refuseNote, sideOf, takesMessages, visibilitiesFor } from '#domain/policy/conversation.js';
import {
  refuseDocument,
  refuseSharing,
  refuseVersion,
  refuseWithdrawal,
  showsAttachments,
  takesDocuments,
} from '#domain/policy/documents.js';
import type { DocumentAccess } from '#domain/policy/documents.js';
import { visibleAspects, canRead, readerTokens, readTokensOf } from '#domain/policy/read-access.js';
import { redactEvent } from '#domain/policy/visibility.js';
import { POLICY } from '#domain/policy/access-policy.js';
import type { AccessRule } from '#domain/policy/access-policy.js';
import type { Actor, CommandType } from '#domain/model/command.js';
import { coreOf } from '#domain/process/process-core.js';
import type { Aspect } from '#domain/process/process-document.js';
import { newestProcess } from '#processes/versions.js';
import { ORACLE, QUESTIONS } from './oracle.js';
import type { Question, OraclePerson } from './oracle.js';
import { OPENED_AT, PERSON_IDS, actorOf, randomCase, seededRandom, randomPerson } from './random-cases.js';
import type { RandomCase } from './random-cases.js';

const ctx = { core: coreOf(newestProcess), speed: 1, ruleLevel: RULE_LEVEL };
const ASPECTS: ReadonlySet<string> = new Set<Aspect>(['shared', 'internal', 'impartiality', 'tender', 'draft']);

let cases: readonly RandomCase[];
let people: readonly (readonly [OraclePerson, Actor])[];
beforeAll(() => {
  const random = seededRandom(20270111);
  cases = Array.from({ length: 24 }, (_, n) => randomCase(n + 1, random));
  people = PERSON_IDS.map((id) => randomPerson(id, cases, random)).map((who) => [who, actorOf(who)] as const);
});

type AnswerOfPolicy = (state: RandomCase['state'], actor: Actor, policy?: readonly AccessRule[]) => boolean;

const OURS: DocumentAccess = { visibility: 'SHARED', from: 'STAFF', isWithdrawn: false };
const HERS: DocumentAccess = { ...OURS, from: 'ENTREPRENEUR' };

const isShown = (visibility: DocumentAccess['visibility']): AnswerOfPolicy => {
  return (...about) => visibilitiesFor(visibleAspects(...about)).includes(visibility);
};

/** An open case, or one that still takes what this side brings. */
const isTaken: AnswerOfPolicy = (...about) => takesDocuments(about[0], sideOf(...about));

const showsAny = (isSent: boolean): AnswerOfPolicy => {
  return (...about) =>
    about[0].handovers.some(
      (it) => (it.sentAt !== undefined) === isSent && showsAttachments(it, visibleAspects(...about)),
    );
};

/** What people write on a case and bring to it, beside its events. */
const WORDS_AND_PAPERS: Partial<Record<Question, AnswerOfPolicy>> = {
  internalDocument: isShown('INTERNAL'),
  sharedDocument: isShown('SHARED'),
  contentOfInternal: isShown('INTERNAL'),
  contentOfShared: isShown('SHARED'),
  addDocument: (...about) => refuseDocument(...about) === null && isTaken(...about),
  renewOurs: (state, actor, policy) =>
    refuseVersion(state, actor, OURS, policy) === null && isTaken(state, actor, policy),
  renewHers: (state, actor, policy) =>
    refuseVersion(state, actor, HERS, policy) === null && isTaken(state, actor, policy),
  withdrawOurs: (state, actor, policy) => refuseWithdrawal(state, actor, OURS, policy) === null,
  withdrawHers: (state, actor, policy) =>
    refuseWithdrawal(state, actor, HERS, policy) === null && isTaken(state, actor, policy),
  shareDocument: (state, actor, policy) => refuseSharing(state, actor, OURS, policy) === null,
  sentAttachments: showsAny(true),
  draftAttachments: showsAny(false),
  sharedRows: (...about) => visibilitiesFor(visibleAspects(...about)).includes('SHARED'),
  internalRows: (...about) => visibilitiesFor(visibleAspects(...about)).includes('INTERNAL'),
  writeNote: (...about) => refuseNote(...about) === null,
  writeMessage: (...about) => refuseMessage(...about) === null && takesMessages(about[0]),
  markRead: (...about) => refuseMessage(...about) === null,
};

/** The policy, and the process that says what is seen only after the award. */
interface Faults {
  readonly policy?: readonly AccessRule[];
  readonly process?: typeof newestProcess;
}

const BUDGET = { fact: 'budgetInputSent', on: '2027-01-11', data: { amountNok: 1 } };

/** Whether the amount of the newest budget input is shown; of one sent now, where there is none. */
function seesBudget({ state, events }: RandomCase, actor: Actor, { policy, process = newestProcess }: Faults): boolean {
  if (!canRead(state, actor, policy)) return false;
  const sent = events.findLast((it) => it.type === 'factRegistered' && it.data.fact === BUDGET.fact) ?? {
    ...{ seq: state.version + 1, at: OPENED_AT, recordedAt: OPENED_AT, by: null },
    ...{ type: 'factRegistered' as const, data: BUDGET },
  };
  const reads = visibleAspects(state, actor, policy);
  return JSON.stringify(redactEvent({ document: process, state }, sent, reads, '').data).includes('amountNok');
}

function policyAnswer(question: Question, it: RandomCase, actor: Actor, faults: Faults): boolean {
  const { state } = it;
  const { policy } = faults;
  if (question === 'budget') return seesBudget(it, actor, faults);
  if (question === 'read') return canRead(state, actor, policy);
  const answer = WORDS_AND_PAPERS[question]?.(state, actor, policy);
  if (answer !== undefined) return answer;
  if (ASPECTS.has(question)) return visibleAspects(state, actor, policy).has(question as Aspect);
  return refuseCommand(ctx, state, actor, question as CommandType) === null;
}

/** Asks every question about every person and case; `wrong` lists where the policy differs from the oracle. */
function disagreements(faults: Faults = {}): { triples: number; wrong: string[] } {
  const wrong: string[] = [];
  let triples = 0;
  for (const it of cases) {
    const { state } = it;
    for (const [who, actor] of people) {
      for (const question of QUESTIONS) {
        triples += 1;
        const right = ORACLE[question](who, state);
        if (policyAnswer(question, it, actor, faults) !== right)
          wrong.push(`${who.id} ${question} ${state.number}: ${right}`);
      }
    }
  }
  return { triples, wrong };
}

describe('the policy', () => {
  it('answers every question about random people and random cases as the oracle does', () => {
    const { triples, wrong } = disagreements();
    console.info(`policy: ${triples} triples of person, case and action held against the oracle`);
    expect(wrong).toEqual([]);
    expect(triples).toBeGreaterThanOrEqual(2_000);
  });

  it('is the same for a list, where tokens meet in SQL, as for a single case', () => {
    for (const { state } of cases) {
      const tokens = new Set(readerTokens(state));
      for (const [, actor] of people) {
        expect(readTokensOf(actor).some((token) => tokens.has(token))).toBe(canRead(state, actor));
      }
    }
  });

  it('was asked about cases of every kind', () => {
    const phases = new Set(cases.map(({ state }) => state.phase));
    expect(phases.size).toBeGreaterThanOrEqual(4);
    expect(cases.some(({ state }) => state.state === 'SUSPENDED')).toBe(true);
    expect(cases.some(({ state }) => state.closedAt !== undefined)).toBe(true);
    expect(cases.flatMap(({ state }) => state.parties ?? []).length).toBeGreaterThan(10);
    for (const question of QUESTIONS) {
      const yes = cases.some(({ state }) => people.some(([who]) => ORACLE[question](who, state)));
      const no = cases.some(({ state }) => people.some(([who]) => !ORACLE[question](who, state)));
      expect([question, yes, no]).toEqual([question, true, true]);
    }
  });

  const policyWith = (relation: string, change: Partial<AccessRule>): readonly AccessRule[] => {
    if (!POLICY.some((rule) => rule.relation === relation)) throw new Error(`the policy has no relation ${relation}`);
    return POLICY.map((rule) => (rule.relation === relation ? { ...rule, ...change } : rule));
  };

  it.each<[string, () => readonly AccessRule[]]>([
    ['lets an entrepreneur read internal notes', () => policyWith('entrepreneur', { reads: ['shared', 'internal'] })],
    [
      'lets everyone who once had the case read its tenders',
      () => policyWith('formerOwnerOrReceiver', { reads: ['shared', 'tender'] }),
    ],
    [
      'shows drafts of a handover to those who are to receive it',
      () => policyWith('formerOwnerOrReceiver', { caseTokens: everyReceiver }),
    ],
    [
      'shows a draft to everybody who may read the case',
      () => policyWith('drafting', { actorTokens: () => ['draft:all'] }),
    ],
    [
      'shows a draft to the receivers named in it',
      () =>
        policyWith('drafting', {
          caseTokens: ({ handovers }) =>
            handovers.flatMap((it) => it.receivers.map(({ unit }) => `draft:unit:${unit}`)),
        }),
    ],
    ['forgets who stands in', () => policyWith('owner', { actorTokens: ({ user }) => [`user:${user}`] })],
    [
      'lets the front line keep reading after first contact',
      () => policyWith('frontLine', { caseTokens: () => ['role:mottak'] }),
    ],
    [
      'lets an organisation read what belongs to another',
      () => policyWith('entrepreneur', { caseTokens: () => ['org:any'] }),
    ],
  ])('would be caught if it %s', (_what, faultyPolicy) => {
    expect(disagreements({ policy: faultyPolicy() }).wrong).not.toEqual([]);
  });

  it('would be caught if a budget were no secret before the award', () => {
    const { facts, ...others } = newestProcess;
    const { budgetInputSent, ...otherFacts } = facts;
    if (!budgetInputSent) throw new Error('the process has no budget');
    const schema = { ...budgetInputSent.schema, properties: { amountNok: { type: 'number' } } };
    const process = { ...others, facts: { ...otherFacts, budgetInputSent: { ...budgetInputSent, schema } } };
    expect(disagreements({ process }).wrong).not.toEqual([]);
  });
});

const everyReceiver: AccessRule['caseTokens'] = ({ handovers }) =>
  handovers.flatMap(({ receivers }) => receivers.map(({ person }) => `user:${person}`));
