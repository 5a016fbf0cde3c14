import { describe, expect, it } from '@jest/globals';
import { smallProcess } from '#support/small-process.js';
import { openSimulatedCase } from '#support/simulated-case.js';
import { newestProcess } from '#processes/versions.js';
import { smallCase } from '#support/small-rules.js';
import type { Case } from '../model/case.js';
import { explainDeadline } from './explain-deadline.js';

describe('why a deadline falls on its day', () => {
  it('is its basis, its rule and each day that was not counted', () => {
    const small = smallCase({ debt: { calendar: 'WORKING_DAYS_EEA', count: 3 } }, {}, '2027-03-24T08:00:00.000Z');
    small.register('begun');
    const [{ id, basis, dueOn } = { id: '', basis: { seq: 0, at: '' }, dueOn: '' }] = small.deadlinesOf('debt');
    expect(dueOn).toBe('2027-04-01');
    const why = explainDeadline(small.core, small.state(), id);
    expect(why).toMatchObject({ basis: { event: basis.seq, at: basis.at }, rule: 'debt', count: 3, paused: [] });
    expect(why?.skipped.map(({ date }) => date)).toEqual([
      '2027-03-25',
      '2027-03-26',
      '2027-03-27',
      '2027-03-28',
      '2027-03-29',
    ]);
  });

  it('is of the receiver whom it is about, where a handover asks several', () => {
    const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'helse' });
    const receivers = [{ unit: 'kultur', person: 'leder.kultur' }];
    simulated.submit('mottak', { type: 'assignOwner', owner: 'saksbehandler.helse' });
    simulated.submit('saksbehandler.helse', {
      type: 'draftHandover',
      purpose: 'TRANSFER',
      receivers,
      package: 'text:p',
    });
    simulated.submit('saksbehandler.helse', { type: 'sendHandover' });
    const state = simulated.state();
    const first = state.deadlines.find(({ kind }) => kind === 'handover.answer');
    const mark = state.marks.find(({ key, about }) => key === 'sent' && about?.place === 0);
    if (!first || !mark?.about) throw new Error('nothing was sent');
    const asked = (at: string, place: number) => ({
      ...mark,
      at,
      about: { ...mark.about, kind: 'handover', id: 'h1', place },
    });
    const two = { ...state, marks: [asked('2027-03-24T08:00:00.000Z', 1), asked(mark.at, 0)] } as Case;
    const whys = [0, 1].map((place) => {
      const about = { ...mark.about, kind: 'handover', id: 'h1', place } as const;
      const deadline = { ...first, id: `of ${place}`, basis: { ...first.basis, about } };
      return explainDeadline(newestProcess, { ...two, deadlines: [deadline] }, deadline.id)?.skipped ?? [];
    });
    const days = whys.map((skipped) => skipped.map(({ date }) => date));
    expect(days[0]).not.toContain('2027-03-25');
    expect(days[1]).toContain('2027-03-25');
  });

  it('is not told of a deadline that the case has not', () => {
    expect(explainDeadline(smallProcess, smallCase({}).state(), 'unknown')).toBeNull();
  });
});
