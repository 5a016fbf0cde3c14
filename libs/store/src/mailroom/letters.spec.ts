import { describe, expect, it } from '@jest/globals';
import { smallCase } from '#support/small-rules.js';
import type { Case, Handover } from '#domain/model/case.js';
import type { CaseEvent, EventBodies, EventType } from '#domain/model/events.js';
import { lettersOf } from './letters.js';

const OWNER = 'saksbehandler.helse';
const SENDER = 'leder.helse';
const waiting = (unit: string) => ({ unit, person: `leder.${unit}`, state: 'WAITING' as const });
const handover: Handover = {
  id: 'h1',
  purpose: 'TRANSFER',
  from: { unit: 'helse', person: OWNER },
  receivers: ['kultur', 'nav'].map(waiting),
  state: 'SENT',
  draftedAt: '2027-02-01T08:00:00.000Z',
  sentAt: '2027-02-01T08:00:00.000Z',
  sentBy: SENDER,
  escalated: false,
  package: 'text:p',
};
const BOTH = ['receiver:h1:0', 'receiver:h1:1'];
const base: Case = { ...smallCase({}).state(), deputy: 'saksbehandler2.helse', handovers: [handover] };

const having = (...handovers: readonly Handover[]): Case => ({ ...base, handovers });
const receivedAs = (...states: readonly Handover['receivers'][number]['state'][]): Handover => ({
  ...handover,
  receivers: handover.receivers.map((it, place) => ({ ...it, state: states[place] ?? 'WAITING' })),
});

/** Whom an event tells, and what, as "<slot>: <template>". */
function told<T extends EventType>(type: T, data: Partial<EventBodies[T]>, by: string | null = OWNER, after = base) {
  const event = { type, data, by, seq: 9, at: after.openedAt, recordedAt: after.openedAt } as unknown as CaseEvent;
  return lettersOf({ event, after }).flatMap(({ to, template }) => to.map((slot) => `${slot}: ${template}`));
}

describe('who is told', () => {
  it('of new people in a case are those people, unless they did it themselves, and the entrepreneur', () => {
    const assigned = 'ownerAssigned.entrepreneur';
    expect(told('ownerAssigned', { owner: OWNER })).toEqual([`entrepreneur: ${assigned}`]);
    expect(told('ownerAssigned', { owner: OWNER }, 'mottak')).toEqual([
      'owner: ownerAssigned',
      `entrepreneur: ${assigned}`,
    ]);
    expect(told('ownerAssigned', { owner: OWNER, handover: 'h1' }, SENDER)).toEqual(['owner: ownerAssigned']);
    expect(told('deputyNamed', {}, base.deputy)).toEqual([]);
    expect(told('deputyNamed', {})).toEqual(['deputy: deputyNamed']);
    expect(told('contactChanged', {})).toEqual(['entrepreneur: contactChanged', 'contact: contactChanged']);
    expect(told('partyAdded', { party: 'mentor.nav' })).toEqual(['user:mentor.nav: partyAdded']);
    expect(told('partyAdded', { party: 'mentor.nav' }, 'mentor.nav')).toEqual([]);
  });

  it('of a handover are its receivers when it is sent or taken back, and its sender when it is answered', () => {
    const about = { handover: 'h1' };
    const each = (template: string) => BOTH.map((slot) => `${slot}: ${template}`);
    expect(told('handoverSent', about)).toEqual([
      ...each('handoverSent.TRANSFER'),
      'entrepreneur: handoverSent.TRANSFER',
    ]);
    for (const type of ['handoverReturned', 'handoverDeclined'] as const) {
      expect(told(type, about)).toEqual([`user:${SENDER}: ${type}`]);
      expect(told(type, { handover: 'unknown' })).toEqual([`owner: ${type}`]);
    }
    expect(told('handoverWithdrawn', about)).toEqual(each('handoverWithdrawn'));
    const { sentAt: _, ...draft } = handover;
    expect(told('handoverWithdrawn', about, OWNER, having(draft))).toEqual([]);
    expect(told('handoverLapsed', about, null, { ...base, unit: 'stab' })).toEqual([`user:${SENDER}: handoverLapsed`]);
  });

  it('of an acceptance is the sender, once, when all have accepted', () => {
    const after = (...states: Handover['receivers'][number]['state'][]) =>
      told('handoverAccepted', { handover: 'h1' }, 'leder.nav', having(receivedAs(...states)));
    expect(after('ACCEPTED', 'WAITING')).toEqual([]);
    expect(after('ACCEPTED', 'ACCEPTED')).toEqual([`user:${SENDER}: handoverAccepted`]);
  });

  it('of a case that meets others is the entrepreneur, when it is sent and when it has passed, and not again to the same', () => {
    const gate = { gate: 'G3', decision: 'PROCEED', changesPhase: false } as unknown as Case['decision'];
    const toEntrepreneur = (type: 'handoverSent' | 'handoverCompleted', after: Case) =>
      told(type, { handover: 'h1', purpose: 'TRANSFER' }, OWNER, after).filter((it) => it.startsWith('entrepreneur'));
    for (const type of ['handoverSent', 'handoverCompleted'] as const) {
      expect(toEntrepreneur(type, base)).toHaveLength(1);
      expect(toEntrepreneur(type, { ...having({ ...handover, purpose: 'PHASE' }), decision: gate })).toEqual([]);
      expect(toEntrepreneur(type, { ...base, handovers: [] })).toEqual([]);
    }
    const before = (state: Handover['state'], unit = 'kultur'): Case =>
      having({ ...handover, id: 'h0', state, receivers: [unit, 'nav'].map(waiting) }, handover);
    expect(toEntrepreneur('handoverSent', before('RETURNED'))).toEqual([]);
    expect(toEntrepreneur('handoverSent', before('DECLINED'))).toEqual([]);
    expect(toEntrepreneur('handoverSent', before('WITHDRAWN'))).toHaveLength(1);
    expect(toEntrepreneur('handoverSent', before('RETURNED', 'helse'))).toHaveLength(1);
  });

  it('of what a manager chose is the owner, and whom it concerns', () => {
    const resolved = (choice: EventBodies['lapsedResolved']['choice']) =>
      told('lapsedResolved', { handover: 'h1', choice }).map((it) => it.split(':')[0]);
    expect(resolved('EXTEND')).toEqual(['owner', 'receiver', 'receiver']);
    expect(resolved('TAKE_BACK')).toEqual(['owner', 'entrepreneur']);
    expect(resolved('STOP')).toEqual(['owner']);
    expect(told('escalationChosen', { choice: 'STOP' })).toEqual(['owner: escalationChosen.STOP']);
    expect(told('escalationChosen', { choice: 'REASSIGN' })).toHaveLength(2);
  });

  it('of how a case rests, goes on and ends is the entrepreneur, and the owner where another did it', () => {
    const entrepreneur = (type: EventType) => [`entrepreneur: ${type}`];
    for (const type of ['caseResumed', 'caseReferred', 'caseStopped', 'caseCompleted', 'caseReopened'] as const)
      expect(told(type, {})).toEqual(entrepreneur(type));
    expect(told('caseSuspended', {})).toEqual(['entrepreneur: caseSuspended', 'owner: caseSuspended.owner']);
    expect(told('caseRejected', { individualDecision: false })).toEqual(entrepreneur('caseRejected'));
    expect(told('caseRejected', { individualDecision: true })).toEqual(['entrepreneur: caseRejected.individual']);
    expect(told('caseWithdrawn', {})).toEqual(['entrepreneur: caseWithdrawn.entrepreneur']);
    expect(told('caseWithdrawn', {}, 'entreprenor.01')).toEqual(['owner: caseWithdrawn']);
    const dormant = ['entrepreneur: caseWentDormant', 'owner: caseWentDormant.owner'];
    expect(told('caseWentDormant', {}, null)).toEqual(dormant);
    expect(told('caseWentDormant', { owed: [] }, null)).toEqual(dormant);
    expect(told('caseWentDormant', { owed: ['x'] }, null)).toEqual([
      ...dormant,
      'manager-of:helse: caseWentDormant.owed',
    ]);
  });

  it('of a decision is the entrepreneur, of its receipt who wrote, and of a fact whom it says', () => {
    expect(told('gateDecided', { decision: 'PROCEED' })).toEqual(['entrepreneur: gateDecided.PROCEED']);
    expect(told('receiptSent', { to: 'entrepreneur' })).toEqual(['entrepreneur: receiptSent']);
    expect(told('factRegistered', { fact: 'f', tells: ['owner'] })).toEqual(['owner: factRegistered.f']);
    expect(told('factRegistered', { fact: 'f' })).toEqual([]);
  });
});

describe('a question', () => {
  const question = { id: 'q1', kind: 'RECEIVE', unit: 'nav', from: { unit: 'helse', person: SENDER } };
  const asked = (more: object = {}): Case => ({ ...base, questions: [{ ...question, ...more }] as never });
  const answered = (answer: string, after: Case) =>
    told('questionAnswered', { question: 'q1', answer: answer as never }, 'leder.nav', after);

  it('answered is told whoever asked, and a yes to take part the entrepreneur', () => {
    const asker = `user:${SENDER}: questionAnswered`;
    expect(answered('YES', asked())).toEqual([asker, 'entrepreneur: questionAnswered.RECEIVE']);
    expect(answered('YES', asked({ kind: 'HOST' }))).toEqual([asker, 'entrepreneur: questionAnswered.HOST']);
    expect(answered('NO', asked())).toEqual([asker]);
    expect(answered('YES', asked({ kind: 'QUESTION' }))).toEqual([asker]);
    expect(answered('YES', base)).toEqual(['owner: questionAnswered']);
  });

  it('redirected is told whoever asked, and whoever is asked now', () => {
    const redirected = (after: Case) => told('questionRedirected', { question: 'q1' }, 'leder.nav', after).slice(1);
    expect(redirected(asked())).toEqual(['manager-of:nav: questionRedirected.asked']);
    expect(redirected(asked({ person: 'mentor.nav' }))).toEqual(['user:mentor.nav: questionRedirected.asked']);
    expect(redirected(base)).toEqual([]);
  });
});

describe('an approval', () => {
  it('is told whoever asked for it, and whether it was a yes', () => {
    const after: Case = { ...base, approvals: [{ id: 'a1', kind: 'EXTEND', askedBy: SENDER }] as never };
    const answer = (yes: boolean, state: Case) => told('approvalAnswered', { approval: 'a1', yes }, 'x', state);
    expect(answer(true, after)).toEqual([`user:${SENDER}: approvalAnswered.EXTEND.YES`]);
    expect(answer(false, after)).toEqual([`user:${SENDER}: approvalAnswered.EXTEND.NO`]);
    expect(answer(true, base)).toEqual(['owner: approvalAnswered.SUSPEND.YES']);
  });
});
