import { expect } from '@jest/globals';
import type { z } from 'zod';
import type { handoverList } from '#contracts/http/cases/handover.js';
import type { Case } from '#domain/model/case.js';
import { followUntil } from './planted-case.js';
import type { WalkedCase } from './walked-case.js';
import type { Walk } from './walks.js';

/** Manager of the unit that sent it, who is asked; the receiver sits in another unit. */
const MANAGER = 'leder.helse';
const reason = 'Ingen har svart.';
const sent = ({ handovers }: Case): boolean => handovers.at(-1)?.state === 'SENT';

/** Sent on Tuesday 7 September; the fortieth working day after it is Tuesday 2 November 2027. */
const planted = {
  openedOn: '2027-09-07',
  build: (simulation) => followUntil(simulation, sent),
} satisfies Partial<Walk>;

/** Nobody has answered: everybody's view at that turn. @returns the owner and the receiver. */
async function asked(walked: WalkedCase): Promise<{ owner: string; receiver: string }> {
  const line = await walked.untilOwes(MANAGER, 'handover.choice');
  expect(line).toMatchObject({ dueOn: '2027-11-09', act: 'resolveLapsed' });
  const seen = await walked.as(MANAGER);
  const owner = seen.owner.id;
  const receiver = seen.handover?.receivers[0]?.person ?? '';
  expect(seen.handover?.state).toBe('LAPSED');
  expect(
    seen.next.filter(({ command }) => command === 'resolveLapsed').map(({ body, by }) => [body.choice, by[0]?.user]),
  ).toEqual(expect.arrayContaining(['EXTEND', 'REASSIGN', 'TAKE_BACK', 'STOP'].map((choice) => [choice, MANAGER])));
  expect(seen.stuck.causes[0]).toMatchObject({
    code: 'HANDOVER_LAPSED',
    owedBy: { user: MANAGER },
    nextAction: { command: 'resolveLapsed' },
  });
  expect(await walked.owes(owner)).toEqual([]);
  expect(await walked.owes(receiver)).toEqual([]);
  const stuck = await (
    await walked.session(MANAGER)
  ).getAllPages<z.infer<typeof handoverList>['items'][number]>('/handovers?stuck=true');
  expect(stuck.find((it) => it.collaboration.id === walked.id)?.cause).toMatchObject({ code: 'HANDOVER_LAPSED' });
  expect(await walked.refusalOf(owner, { type: 'resolveLapsed', choice: 'STOP', reason })).toBe('forbidden');
  return { owner, receiver };
}

/** The entrepreneur is not troubled by what the municipality settles among its own: she sees that it is our turn. */
async function untroubled(walked: WalkedCase): Promise<void> {
  expect(await walked.status()).toMatchObject({ phase: 'FIRST_CONTACT', state: 'OPEN', waitingFor: 'MUNICIPALITY' });
  const hers = await walked.as(walked.entrepreneur);
  expect(hers).toMatchObject({ stuck: { is: false, causes: [] }, approvals: [], questions: [] });
}

export const unansweredHandovers: readonly Walk[] = [
  {
    ...planted,
    title: 'nobody answers a handover: the manager gives more time, and the receiver takes the case',
    async play(walked) {
      const { receiver } = await asked(walked);
      const until = await walked.inDays(7);
      await walked.give(MANAGER, { type: 'resolveLapsed', choice: 'EXTEND', until, reason });
      expect(await walked.untilOwes(receiver, 'handover.answerAgain')).toMatchObject({
        dueOn: until,
        act: 'acceptHandover',
      });
      expect(await walked.owes(MANAGER)).not.toContain('handover.choice');
      await walked.give(receiver, { type: 'acceptHandover' });
      const seen = await walked.as(receiver);
      expect(seen).toMatchObject({ phase: 'MENTORING', owner: { id: receiver }, stuck: { is: false } });
      expect(await walked.status()).toMatchObject({ phase: 'MENTORING', state: 'OPEN' });
    },
  },
  {
    ...planted,
    title: 'nobody answers a handover: the manager sends it to another, who owes the answer and takes the case',
    async play(walked) {
      const { receiver } = await asked(walked);
      const step = (await walked.as(MANAGER)).next.find(({ body }) => body.choice === 'REASSIGN');
      const receivers = step?.body.receivers as { person: string }[];
      const other = receivers[0]?.person ?? '';
      expect(other).not.toBe(receiver);
      await walked.give(MANAGER, { type: 'resolveLapsed', choice: 'REASSIGN', receivers, reason });
      expect(await walked.untilOwes(other, 'handover.answer')).toMatchObject({ act: 'acceptHandover' });
      expect(await walked.owes(receiver)).toEqual([]);
      expect(await walked.owes(MANAGER)).not.toContain('handover.choice');
      expect((await walked.letters('handoverSent.PHASE')).map(({ to }) => to.id).sort()).toEqual([
        walked.entrepreneur,
        other,
      ]);
      await walked.give(other, { type: 'acceptHandover' });
      expect(await walked.as(other)).toMatchObject({ phase: 'MENTORING', owner: { id: other } });
    },
  },
  {
    ...planted,
    title: 'nobody answers a handover: the manager takes it back, and the decider is asked again',
    async play(walked) {
      const { owner } = await asked(walked);
      await untroubled(walked);
      await walked.give(MANAGER, { type: 'resolveLapsed', choice: 'TAKE_BACK', reason });
      expect(await walked.untilOwes(MANAGER, 'gate.decide')).toMatchObject({ act: 'decideGate' });
      const seen = await walked.as(owner);
      expect(seen).toMatchObject({
        phase: 'FIRST_CONTACT',
        owner: { id: owner },
        gate: { decision: null, blockers: [] },
      });
      expect(seen.next[0]).toMatchObject({ command: 'decideGate' });
      expect(await walked.refusalOf(MANAGER, { type: 'resolveLapsed', choice: 'STOP', reason })).toBe(
        'no-open-handover',
      );
      await walked.give(MANAGER, { type: 'decideGate', decision: 'PROCEED', toPhase: 'MENTORING', reason });
      expect(await walked.untilOwes(owner, 'handover.send')).toMatchObject({ act: 'draftHandover' });
    },
  },
  {
    ...planted,
    title: 'nobody answers a handover: the manager stops the case, and the entrepreneur reads why',
    async play(walked) {
      const { owner, receiver } = await asked(walked);
      await walked.give(MANAGER, { type: 'resolveLapsed', choice: 'STOP', reason });
      const status = await walked.until(
        () => walked.status(),
        ({ state }) => state === 'STOPPED',
      );
      expect(status).toMatchObject({ waitingFor: null, closing: { reason } });
      const seen = await walked.as(owner);
      expect(seen).toMatchObject({ state: 'STOPPED', next: [], gate: { blockers: [] }, stuck: { is: false } });
      expect(await walked.owes(MANAGER)).not.toContain('handover.choice');
      expect(await walked.owes(receiver)).toEqual([]);
      expect(await walked.deadline(owner, 'stopped.lessons')).toMatchObject({ owedBy: { user: owner } });
    },
  },
];
