import { describe, expect, it } from '@jest/globals';
import { OWNER, smallProcess } from '#support/small-process.js';
import { smallCase } from '#support/small-rules.js';
import type { Case, Fact, Handover } from '../model/case.js';
import type { Actor, Grant } from '../model/command.js';
import { isPermitted } from './permits.js';
import { actorForCase, canRead, isReadOnlyActor } from './read-access.js';

const ORGANISATION = '10000000-0000-4000-8000-000000000001';
const base: Case = { ...smallCase({}).state(), organisation: ORGANISATION };
const speaker = (...speaksFor: readonly string[]): Actor => ({ user: 'kontakt', grants: [], speaksFor });
const inUnit = (unit: string, role = 'saksbehandler', more: Partial<Grant> = {}): Actor => ({
  user: `newcomer.${unit}`,
  grants: [{ role, unit, ...more }],
});
const naming = (retracted?: true): Case => {
  const fact: Fact = {
    ...{ seq: 9, fact: 'receivingUnitNamed', at: base.openedAt, on: '2027-02-01', by: OWNER.user },
    ...{ data: { unit: 'nav' }, revisionSeqs: [9] },
    ...(retracted && { retracted }),
  };
  return { ...base, facts: [fact] };
};
const handover = (from: string, to: string, state: Handover['state']): Handover => ({
  id: 'h1',
  purpose: 'TRANSFER',
  from: { unit: from, person: `saksbehandler.${from}` },
  receivers: [{ unit: to, person: `leder.${to}`, state: 'WAITING' }],
  state,
  draftedAt: base.openedAt,
  escalated: false,
  package: 'text:p',
});

describe('whoever speaks for the entrepreneur', () => {
  it('for the organisation or in this one case reads it and acts in it', () => {
    for (const token of [`org:${ORGANISATION}`, `case:${base.id}`]) {
      const actor = actorForCase(base, speaker(token, 'org:another', 'case:another'));
      expect(actor.speaksFor).toEqual([token]);
      expect(canRead(base, actor)).toBe(true);
      expect(isReadOnlyActor(base, actor)).toBe(false);
      expect(isPermitted(smallProcess, base, actor, ['entrepreneur'])).toBe(true);
    }
  });

  it('for another organisation neither reads nor acts, not even where the case has none', () => {
    for (const state of [base, { ...base, organisation: null }]) {
      const actor = actorForCase(state, speaker('org:another', 'org:null', 'case:another'));
      expect(canRead(state, actor)).toBe(false);
      expect(isPermitted(smallProcess, state, actor, ['entrepreneur'])).toBe(false);
    }
  });
});

describe('a unit', () => {
  it('that a fact names reads the case; one that was named by mistake does not', () => {
    expect(canRead(naming(), inUnit('nav'))).toBe(true);
    expect(canRead(naming(true), inUnit('nav'))).toBe(false);
    expect(canRead(base, inUnit('nav'))).toBe(false);
  });

  it('that had the case still reads it, and one that is asked reads it from when it is sent', () => {
    const moved: Case = { ...base, unit: 'kultur', owner: 'leder.kultur', contact: 'leder.kultur' };
    const reads = (state: Handover['state'], unit: string) =>
      canRead({ ...moved, handovers: [handover('helse', 'nav', state)] }, inUnit(unit));
    expect([reads('ACCEPTED', 'helse'), reads('SENT', 'nav'), reads('DRAFT', 'nav')]).toEqual([true, true, false]);
  });

  it('is not read in by somebody who only stands in for its leader', () => {
    expect(canRead(base, inUnit('helse', 'leder'))).toBe(true);
    expect(canRead(base, inUnit('helse', 'leder', { borrowed: true }))).toBe(false);
  });
});

describe('somebody with a role in this one case', () => {
  it('reads while the role lasts, and an adviser never acts', () => {
    const withRole = (role: string, id = base.id): Actor => ({ user: 'x', grants: [], parties: [{ case: id, role }] });
    expect([canRead(base, withRole('radgiver')), isReadOnlyActor(base, withRole('radgiver'))]).toEqual([true, true]);
    expect(isReadOnlyActor(base, withRole('utviklingspartner'))).toBe(false);
    expect(canRead(base, withRole('radgiver', 'another'))).toBe(false);
    expect(actorForCase(base, withRole('radgiver', 'another')).parties).toBeUndefined();
  });
});
