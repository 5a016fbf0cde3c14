import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blockers } from '#domain/gate/blockers.js';
import { checklistEntryOf } from '#domain/gate/checklist.js';
import { debtor } from '#domain/deadline/debtor-creditor.js';
import { stuckStatus } from '#domain/stuck/stuck-status.js';
import { unitOfPlace } from '#domain/policy/permits.js';
import { addDays } from '#domain/time.js';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { workingDayOnOrAfter } from '#domain/calendar/working-days.js';
import { newestProcess } from '#processes/versions.js';
import { advanceUntil } from '#support/advance-until.js';
import { daysLater, openSimulatedCase } from '#support/simulated-case.js';
import type { Answer } from '#domain/model/asked.js';
import type { SimulatedCase } from '#support/simulated-case.js';

let simulated: SimulatedCase;
/** A case that is to pass G3. */
beforeEach(() => {
  simulated = openSimulatedCase('2027-01-11T08:00:00.000Z');
  advanceUntil(simulated, (state) => state.gate === 'G3');
});

const item = (id: string) => checklistEntryOf(newestProcess, simulated.state(), id).state;
const ask = (unit: string, kind: 'RECEIVE' | 'BENEFIT' = 'RECEIVE'): string => {
  const answerBy = workingDayOnOrAfter(addDays(osloDateOf(simulated.now()), 7));
  simulated.submit(simulated.state().owner, { type: 'askUnit', unit, kind, question: 'text:?', answerBy });
  return simulated.state().questions?.at(-1)?.id ?? '';
};
const answer = (unit: string, question: string, said: Answer) =>
  simulated.submit(`leder.${unit}`, { type: 'answerQuestion', question, answer: said });
const WITHDRAW = { type: 'registerFact', fact: 'receivingUnitWithdrew', data: {} } as const;

describe('«Mottakende enhet har sagt ja»', () => {
  it('is not met by the owner who names a unit', () => {
    const { owner } = simulated.state();
    simulated.submit(owner, { type: 'registerFact', fact: 'receivingUnitNamed', data: { unit: 'nav' } });
    expect(item('receivingUnit')).toBe('OPEN');
    expect(simulated.trySubmit(owner, { type: 'tickItem', item: 'receivingUnit' })).not.toBeNull();
  });

  it('stays open while the unit is silent or says no, is met by its yes, and opens again when it withdraws', () => {
    const first = ask('nav');
    expect(item('receivingUnit')).toBe('OPEN');
    expect(blockers(newestProcess, simulated.state()).find((it) => it.item === 'receivingUnit')).toMatchObject({
      owedBy: { role: 'leder', unit: 'nav' },
      unblock: { command: 'answerQuestion' },
    });
    answer('nav', first, 'NO');
    expect(item('receivingUnit')).toBe('OPEN');
    const sought = simulated.state().deadlines.find(({ kind }) => kind === 'pilot.newReceiver');
    expect(sought?.state).toBe('OPEN');
    expect(sought && debtor(newestProcess, simulated.state(), sought).user).toBe(simulated.state().owner);

    answer('kultur', ask('kultur'), 'YES');
    expect(item('receivingUnit')).toBe('DONE');
    expect(item('receivingStands')).toBe('DONE');
    expect(unitOfPlace(newestProcess, simulated.state(), 'receiving')).toBe('kultur');
    expect(simulated.state().deadlines.find(({ kind }) => kind === 'pilot.newReceiver')?.state).toBe('MET');

    simulated.submit('leder.kultur', WITHDRAW);
    expect(item('receivingUnit')).toBe('OPEN');
    expect(item('receivingStands')).toBe('OPEN');
    simulated.advanceTo(daysLater(simulated.now(), 1));
    const { causes } = stuckStatus(newestProcess, simulated.state(), simulated.now());
    expect(causes).toContainEqual(
      expect.objectContaining({
        code: 'NO_RECEIVING_UNIT',
        nextAction: expect.objectContaining({ command: 'askUnit', body: { kind: 'RECEIVE' } }),
      }),
    );

    answer('oppvekst', ask('oppvekst'), 'YES');
    expect(item('receivingUnit')).toBe('DONE');
    expect(stuckStatus(newestProcess, simulated.state(), simulated.now()).causes).toEqual([]);
  });

  it('opens again when the same unit is asked again and says no, not when another unit does', () => {
    answer('kultur', ask('kultur'), 'YES');
    answer('nav', ask('nav'), 'NO');
    expect(item('receivingUnit')).toBe('DONE');
    answer('kultur', ask('kultur'), 'NO');
    expect(item('receivingUnit')).toBe('OPEN');
  });

  it('opens again when the case names another unit, until that unit has said yes', () => {
    answer('kultur', ask('kultur'), 'YES');
    const { owner } = simulated.state();
    simulated.submit(owner, { type: 'registerFact', fact: 'receivingUnitNamed', data: { unit: 'nav' } });
    expect(item('receivingUnit')).toBe('OPEN');
    answer('nav', ask('nav'), 'YES');
    expect(item('receivingUnit')).toBe('DONE');
  });

  it('cannot be withdrawn before anybody has said yes', () => {
    expect(simulated.trySubmit(simulated.state().owner, WITHDRAW)).toMatchObject({
      code: 'not-in-phase',
      unblock: { command: 'askUnit' },
    });
  });

  it('follows from what the units said last, whatever they said before', () => {
    const units = ['nav', 'kultur', 'oppvekst'] as const;
    const said = fc.record({ unit: fc.constantFrom(...units), answer: fc.constantFrom<Answer>('YES', 'NO') });
    let runs = 0;
    fc.assert(
      fc.property(fc.array(said, { minLength: 1, maxLength: 6 }), (history) => {
        simulated = openSimulatedCase('2027-01-11T08:00:00.000Z');
        simulated.submit('saksbehandler.helse', { type: 'assignOwner', owner: 'saksbehandler.helse' });
        for (const { unit, answer: given } of history) answer(unit, ask(unit), given);
        const chosen = history.findLast((it) => it.answer === 'YES')?.unit;
        const stands = chosen !== undefined && history.findLast(({ unit }) => unit === chosen)?.answer === 'YES';
        expect(item('receivingUnit')).toBe(stands ? 'DONE' : 'OPEN');
        runs += 1;
      }),
      { numRuns: 60 },
    );
    console.info(`receiving unit: ${runs} random histories of answers`);
  });
});

describe('the next steps', () => {
  const stepsOf = (command: string) => simulated.next().filter((step) => step.command === command);

  it('ask a unit, with every unit that somebody leads to choose from, and then have its leader answer', () => {
    const asked = stepsOf('askUnit').find(({ body }) => body['kind'] === 'RECEIVE');
    expect(asked?.by[0]?.user).toBe(simulated.state().owner);
    const { unit } = asked?.input.properties ?? {};
    expect([...(unit?.['enum'] as string[])].sort()).toEqual(
      ['helse', 'hjemme', 'innkjop', 'innovasjon', 'kultur', 'nav', 'oppvekst', 'stab', 'sykehjem'].sort(),
    );
    const question = ask('kultur');
    ask('nav', 'BENEFIT');
    const [yes, no] = stepsOf('answerQuestion').filter(({ body }) => body['question'] === question);
    expect(yes).toMatchObject({ body: { answer: 'YES' }, label: { nb: 'Svar ja (2)' } });
    expect(yes?.by[0]).toMatchObject({ user: 'leder.kultur', role: 'asked' });
    expect(no ?? stepsOf('answerQuestion')).toMatchObject({ body: { answer: 'NO' }, label: { nb: 'Svar nei (2)' } });
  });

  it('propose first the unit that is named, and last one that has said no', () => {
    const units = (): string[] =>
      stepsOf('askUnit').find(({ body }) => body['kind'] === 'RECEIVE')?.input.properties['unit']?.['enum'] as string[];
    simulated.submit(simulated.state().owner, {
      type: 'registerFact',
      fact: 'receivingUnitNamed',
      data: { unit: 'sykehjem' },
    });
    expect(units()[0]).toBe('sykehjem');
    answer('sykehjem', ask('sykehjem'), 'NO');
    expect(units().at(-1)).toBe('sykehjem');
  });
});
