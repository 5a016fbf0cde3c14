import { expect } from '@jest/globals';
import { followUntil, settleIn } from './planted-case.js';
import type { WalkedCase } from './walked-case.js';
import type { Walk } from './walks.js';

const itemOf = async (walked: WalkedCase, user: string, item: string): Promise<string | undefined> =>
  (await walked.as(user)).checklist.find((it) => it.item === item)?.state;

/** The owner asks a unit whether it will receive the service; the leader of the unit finds it in My day. */
async function askToReceive(walked: WalkedCase, owner: string, unit: string): Promise<string> {
  const answerBy = await walked.inDays(7);
  const question = 'Vil dere ta imot tilbudet dersom piloten lykkes?';
  const asked = await walked.give(owner, { type: 'askUnit', unit, kind: 'RECEIVE', question, answerBy });
  expect(await walked.untilOwes(`leder.${unit}`, 'question.answer')).toMatchObject({
    dueOn: answerBy,
    act: 'answerQuestion',
  });
  return asked.questions.at(-1)?.id ?? '';
}

const answer = (walked: WalkedCase, unit: string, question: string, said: 'YES' | 'NO') =>
  walked.give(`leder.${unit}`, { type: 'answerQuestion', question, answer: said });

export const units: readonly Walk[] = [
  {
    title: 'the receiving unit says no, another says yes and withdraws, and a third says yes',
    openedOn: '2027-10-18',
    build(simulation) {
      followUntil(simulation, ({ gate }) => gate === 'G3');
      settleIn(simulation);
    },
    async play(walked) {
      const owner = (await walked.as('kommunedirektor')).owner.id;
      const first = await askToReceive(walked, owner, 'nav');
      expect(await itemOf(walked, owner, 'receivingUnit')).toBe('OPEN');
      await answer(walked, 'nav', first, 'NO');
      expect(await walked.owes('leder.nav')).toEqual([]);
      expect(await walked.untilOwes(owner, 'pilot.newReceiver')).toMatchObject({ act: 'askUnit' });
      expect((await walked.letters('questionAnswered')).map(({ to }) => to.id)).toEqual([owner]);

      await answer(walked, 'kultur', await askToReceive(walked, owner, 'kultur'), 'YES');
      expect(await itemOf(walked, owner, 'receivingUnit')).toBe('DONE');
      expect(await walked.owes(owner)).not.toContain('pilot.newReceiver');

      await walked.register('leder.kultur', 'receivingUnitWithdrew', { reason: 'Vi fikk ikke plass i budsjettet.' });
      expect(await itemOf(walked, owner, 'receivingUnit')).toBe('OPEN');
      const { stuck } = await walked.until(
        () => walked.as(owner),
        (seen) => seen.stuck.is,
      );
      expect(stuck.causes[0]).toMatchObject({
        code: 'NO_RECEIVING_UNIT',
        owedBy: { user: owner },
        nextAction: { command: 'askUnit', body: { kind: 'RECEIVE' } },
      });
      expect(await walked.untilOwes(owner, 'pilot.newReceiver')).toMatchObject({ act: 'askUnit' });
      const told = (await walked.letters('factRegistered.receivingUnitWithdrew')).map(({ to }) => to.id);
      expect(told).toEqual(expect.arrayContaining([owner, walked.entrepreneur]));
      const hers = await walked.as(walked.entrepreneur);
      expect(hers).toMatchObject({ questions: [], stuck: { is: false } });

      await answer(walked, 'oppvekst', await askToReceive(walked, owner, 'oppvekst'), 'YES');
      expect(await itemOf(walked, owner, 'receivingUnit')).toBe('DONE');
      expect((await walked.as(owner)).stuck).toMatchObject({ is: false, causes: [] });
    },
  },
  {
    title: 'a question is asked, redirected, missed, told on and answered at last',
    openedOn: '2027-10-29',
    build: (simulation) => simulation.submit('mottak', { type: 'assignOwner', owner: 'saksbehandler.helse' }),
    async play(walked) {
      const owner = 'saksbehandler.helse';
      const answerBy = await walked.inDays(10);
      const question = 'Hvem kan hjelpe med praksisplasser?';
      const person = 'saksbehandler.nav';
      await walked.give(owner, { type: 'askUnit', unit: 'nav', person, kind: 'QUESTION', question, answerBy });
      expect(await walked.untilOwes(person, 'question.answer')).toMatchObject({
        dueOn: answerBy,
        act: 'answerQuestion',
      });
      expect(await walked.myDay(owner, ['waiting'])).toContainEqual(
        expect.objectContaining({ kind: 'question.answer', dueOn: answerBy }),
      );
      const reason = 'Kultur kjenner de frivillige.';
      await walked.give(person, { type: 'redirectQuestion', question: 'q1', unit: 'kultur', reason });
      expect(await walked.untilOwes('leder.kultur', 'question.answer')).toMatchObject({ dueOn: answerBy });
      expect(await walked.owes(person)).toEqual([]);

      expect(await walked.untilOwes('leder.kultur', 'question.answer', 'overdue')).toMatchObject({
        act: 'answerQuestion',
      });
      const { stuck } = await walked.until(
        () => walked.as(owner),
        (seen) => seen.stuck.is,
      );
      expect(stuck.causes[0]).toMatchObject({
        code: 'QUESTION_UNANSWERED',
        owedBy: { user: 'leder.kultur' },
        nextAction: { command: 'answerQuestion' },
      });
      const told = await walked.untilTold(owner, 'question.answer');
      expect(told).toEqual(expect.arrayContaining(['leder.kultur', 'kommunalsjef.oppvekst']));
      expect(told).not.toContain('leder.nav');
      expect(await walked.as(owner)).toMatchObject({ owner: { id: owner }, unit: 'helse' });

      const text = 'Frivilligsentralen tar imot to.';
      await walked.give('leder.kultur', { type: 'answerQuestion', question: 'q1', answer: 'TEXT', text });
      expect(await walked.owes('leder.kultur')).toEqual([]);
      const seen = await walked.as(owner);
      expect(seen.questions).toMatchObject([{ answer: { text, by: { id: 'leder.kultur' } } }]);
      expect(seen.stuck.causes.map(({ code }) => code)).not.toContain('QUESTION_UNANSWERED');
      expect((await walked.letters('questionAnswered')).map(({ to }) => to.id)).toEqual([owner]);
    },
  },
];
