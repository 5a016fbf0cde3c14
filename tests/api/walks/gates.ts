import { expect } from '@jest/globals';
import type { Case } from '#domain/model/case.js';
import { followUntil } from './planted-case.js';
import type { Walk } from './walks.js';

const DECIDER = 'leder.helse';
const DIRECTOR = 'kommunalsjef.velferd';
const reason = 'Vi har ikke folk til dette nå.';

/** From Friday 29 October on, when all of it was done in a day. */
const plantedUntil = (isReached: (state: Case) => boolean) =>
  ({ openedOn: '2027-10-29', build: (simulation) => followUntil(simulation, isReached) }) satisfies Partial<Walk>;
const ready = plantedUntil(({ gateStands }) => gateStands === 'READY');
const decided = plantedUntil(({ decision }) => decision !== null);
const sent = plantedUntil(({ handovers }) => handovers.at(-1)?.state === 'SENT');

export const gates: readonly Walk[] = [
  {
    ...ready,
    title: 'a gate lies ready and undecided: the decider is reminded, then named, then told on',
    async play(walked) {
      expect(await walked.untilOwes(DECIDER, 'gate.decide')).toMatchObject({ dueOn: '2027-11-05', act: 'decideGate' });
      const before = await walked.as(DECIDER);
      const owner = before.owner.id;
      expect(before).toMatchObject({ gate: { blockers: [] }, stuck: { is: false } });
      expect((await walked.owes(owner)).filter((kind) => kind.startsWith('gate.'))).toEqual([]);
      await walked.untilTold(DECIDER, 'gate.decide');
      const { stuck } = await walked.until(
        () => walked.as(owner),
        (seen) => seen.stuck.is,
      );
      expect(stuck.causes[0]).toMatchObject({
        code: 'GATE_UNDECIDED',
        owedBy: { user: DECIDER },
        nextAction: { command: 'decideGate' },
      });
      expect(await walked.untilOwes(DECIDER, 'gate.decide', 'overdue')).toMatchObject({ act: 'decideGate' });
      const told = await walked.untilTold(DIRECTOR, 'gate.decide');
      expect(told[0]).toBe(DECIDER);
      expect(await walked.status()).toMatchObject({ waitingFor: 'MUNICIPALITY', state: 'OPEN' });
      await walked.give(DECIDER, { type: 'decideGate', decision: 'PROCEED', toPhase: 'MENTORING', reason });
      expect(await walked.owes(DECIDER)).toEqual([]);
      expect((await walked.as(owner)).stuck.is).toBe(false);
    },
  },
  {
    ...decided,
    title: 'it is decided and never sent: the owner is reminded and named, and sends it',
    async play(walked) {
      const owner = (await walked.as(DECIDER)).owner.id;
      expect(await walked.untilOwes(owner, 'handover.send')).toMatchObject({
        dueOn: '2027-11-03',
        act: 'draftHandover',
      });
      const { stuck, next } = await walked.until(
        () => walked.as(owner),
        (seen) => seen.stuck.is,
      );
      expect(stuck.causes[0]).toMatchObject({ code: 'NOT_SENT', owedBy: { user: owner } });
      expect(stuck.causes[0]?.nextAction.command).toBe(next[0]?.command);
      const told = await walked.untilTold(DECIDER, 'handover.send');
      expect(told[0]).toBe(owner);
      const receivers = [{ unit: 'stab', person: 'mentorkoordinator' }];
      const sections = { status: 'Avklart.', firstStep: 'Finne en mentor.' };
      await walked.give(owner, {
        type: 'draftHandover',
        purpose: 'PHASE',
        toPhase: 'MENTORING',
        receivers,
        package: sections,
      });
      await walked.give(owner, { type: 'sendHandover' });
      expect(await walked.untilOwes('mentorkoordinator', 'handover.answer')).toBeDefined();
      expect(await walked.owes(owner)).toEqual([]);
      expect((await walked.as(owner)).stuck.is).toBe(false);
    },
  },
  {
    ...ready,
    title: 'it is refused: the owner says what now, asks again, is refused again and ends it with reason and advice',
    async play(walked) {
      const owner = (await walked.as(DECIDER)).owner.id;
      await walked.give(DECIDER, { type: 'decideGate', decision: 'REFUSE', reason });
      expect(await walked.untilOwes(owner, 'gate.whatNow')).toMatchObject({ act: 'askDecision' });
      expect(await walked.owes(DECIDER)).toEqual([]);
      expect((await walked.as(owner)).next.map(({ command }) => command)).toEqual(
        expect.arrayContaining(['askDecision', 'reject']),
      );
      await walked.give(owner, { type: 'askDecision', note: 'Vi har funnet en mentor til.' });
      expect(await walked.untilOwes(DECIDER, 'gate.decide')).toBeDefined();
      expect(await walked.owes(owner)).toEqual([]);
      await walked.give(DECIDER, { type: 'decideGate', decision: 'REFUSE', reason });
      expect(await walked.untilOwes(owner, 'gate.whatNow')).toBeDefined();
      const advice = 'Frivilligsentralen har et liknende tilbud.';
      await walked.give(owner, { type: 'reject', reason, advice, individualDecision: false });
      expect(await walked.status()).toMatchObject({
        state: 'REJECTED',
        waitingFor: null,
        closing: { reason, advice },
      });
      expect(await walked.as(owner)).toMatchObject({ state: 'REJECTED', next: [], gate: { blockers: [] } });
      expect(await walked.owes(owner)).toEqual([]);
      expect(await walked.owes(DECIDER)).toEqual([]);
      expect((await walked.letters()).filter(({ to }) => to.id === walked.entrepreneur)).not.toEqual([]);
    },
  },
  {
    ...sent,
    title: 'it comes back with gaps: the sender mends it and sends it again, and it is accepted',
    async play(walked) {
      const before = await walked.as(DECIDER);
      const owner = before.owner.id;
      const receiver = before.handover?.receivers[0]?.person ?? '';
      const gaps = ['Avtalen med entreprenøren mangler.'];
      await walked.give(receiver, { type: 'returnHandover', gaps });
      expect(await walked.untilOwes(owner, 'handover.gaps')).toMatchObject({ act: 'draftHandover' });
      expect(await walked.owes(receiver)).toEqual([]);
      const returned = await walked.as(owner);
      expect(returned.handover).toMatchObject({ state: 'RETURNED', receivers: [{ gaps }] });
      const { purpose, toPhase } = returned.handover ?? {};
      const receivers = [{ unit: 'stab', person: receiver }];
      const sections = { status: 'Avtalen ligger ved.', firstStep: 'Finne en mentor.' };
      await walked.give(owner, { type: 'draftHandover', purpose, toPhase, receivers, package: sections });
      await walked.give(owner, { type: 'sendHandover' });
      expect(await walked.untilOwes(receiver, 'handover.answer')).toBeDefined();
      expect(await walked.owes(owner)).toEqual([]);
      await walked.give(receiver, { type: 'acceptHandover' });
      expect(await walked.as(receiver)).toMatchObject({ phase: 'MENTORING', owner: { id: receiver } });
      expect(await walked.status()).toMatchObject({ phase: 'MENTORING' });
    },
  },
  {
    ...sent,
    title: 'it is declined: the sender is told why and whom to ask, and finds another receiver',
    async play(walked) {
      const before = await walked.as(DECIDER);
      const owner = before.owner.id;
      const receiver = before.handover?.receivers[0]?.person ?? '';
      const answer = { reason: 'Alle mentorene er opptatt.', alternative: 'Enheten kan veilede selv.' };
      await walked.give(receiver, { type: 'declineHandover', ...answer });
      expect(await walked.untilOwes(owner, 'handover.gaps')).toMatchObject({ act: 'draftHandover' });
      const declined = await walked.as(owner);
      expect(declined.handover).toMatchObject({ state: 'DECLINED', receivers: [answer] });
      const { stuck } = await walked.until(
        () => walked.as(owner),
        (seen) => seen.stuck.is,
      );
      expect(stuck.causes[0]).toMatchObject({ code: 'HANDOVER_RETURNED', owedBy: { user: owner } });
      const receivers = [{ unit: 'helse', person: DECIDER }];
      const sections = { status: 'Avklart.', firstStep: 'Finne en mentor.' };
      await walked.give(owner, {
        type: 'draftHandover',
        purpose: 'PHASE',
        toPhase: 'MENTORING',
        receivers,
        package: sections,
      });
      await walked.give(owner, { type: 'sendHandover' });
      expect(await walked.untilOwes(DECIDER, 'handover.answer')).toBeDefined();
      expect((await walked.as(owner)).stuck.is).toBe(false);
    },
  },
];
