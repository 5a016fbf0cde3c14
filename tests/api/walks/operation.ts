import { expect } from '@jest/globals';
import { registerFact } from '#infra/demo/actions.js';
import { followUntil, settleIn } from './planted-case.js';
import type { WalkedCase } from './walked-case.js';
import type { Walk } from './walks.js';

const OPERATOR = 'driftsansvarlig.helse';
const CONTRACTS = 'kontraktsforvalter';
const BUYER = 'innkjoper';

/** Who owes a debt of this kind, as the case shows it. */
const debtorOf = async (walked: WalkedCase, kind: string): Promise<string | undefined> =>
  (await walked.as('kommunedirektor')).deadlines.find((it) => it.kind === kind)?.owedBy.user;

export const operation: readonly Walk[] = [
  {
    title: 'operation is handed over: its owner takes the case, contract manager and buyer have duties of their own',
    openedOn: '2027-10-27',
    build(simulation) {
      followUntil(simulation, ({ gate, decision }) => gate === 'G5' && decision !== null);
      const agreement = { startsOn: '2027-11-01', endsOn: '2028-10-31', optionNoticeOn: '2027-11-05' };
      registerFact(simulation, BUYER, 'agreementSigned', agreement);
      followUntil(simulation, ({ handovers }) => handovers.at(-1)?.gate === 'G5' && handovers.at(-1)?.state === 'SENT');
    },
    async play(walked) {
      const before = await walked.as(OPERATOR);
      expect(before.handover?.receivers.map(({ person }) => person)).toEqual([CONTRACTS, OPERATOR]);
      await walked.give(CONTRACTS, { type: 'acceptHandover' });
      expect(await walked.as(CONTRACTS)).toMatchObject({ phase: 'PROCUREMENT', owner: { id: before.owner.id } });
      await walked.give(OPERATOR, { type: 'acceptHandover' });
      const seen = await walked.as(OPERATOR);
      expect(seen).toMatchObject({ phase: 'OPERATION', owner: { id: OPERATOR }, unit: 'helse' });
      expect(await walked.status()).toMatchObject({ phase: 'OPERATION' });

      expect(await walked.untilOwes(CONTRACTS, 'agreement.option')).toMatchObject({ dueOn: '2027-11-05' });
      await walked.give(OPERATOR, { type: 'nameDeputy', deputy: 'saksbehandler.helse' });
      await walked.register(OPERATOR, 'operationStarted');
      expect(await debtorOf(walked, 'operation.risk')).toBe(CONTRACTS);
      expect(await debtorOf(walked, 'agreement.expiry')).toBe(CONTRACTS);
      for (const kind of ['operation.review', 'operation.startMeeting', 'operation.checkpoint', 'effect.dataPoint'])
        expect([kind, await debtorOf(walked, kind)]).toEqual([kind, OPERATOR]);
      expect(await debtorOf(walked, 'agreement.budget')).toBe('leder.helse');

      await walked.register(BUYER, 'kofaReceived');
      expect(await walked.untilOwes(BUYER, 'procurement.kofaStatus')).toMatchObject({ act: 'registerFact' });
      expect(await walked.owes(OPERATOR)).not.toContain('procurement.kofaStatus');
      await walked.register(BUYER, 'kofaStatusGiven');
      expect(await walked.owes(BUYER)).not.toContain('procurement.kofaStatus');

      await walked.register(OPERATOR, 'deviationReported', { note: 'Vikaren møtte ikke.' });
      expect(await walked.untilOwes(OPERATOR, 'deviation.answer')).toMatchObject({ act: 'registerFact' });
      await walked.register(CONTRACTS, 'optionDecided', { exercised: true });
      expect(await walked.owes(CONTRACTS)).not.toContain('agreement.option');
      expect(await walked.untilOwes(OPERATOR, 'operation.startMeeting')).toMatchObject({ act: 'registerFact' });
      expect(await walked.owes(CONTRACTS)).not.toContain('operation.startMeeting');
      expect(await walked.owes(before.owner.id)).not.toContain('operation.startMeeting');
    },
  },
  {
    title: 'a case is completed with «continue» while a deviation is open: nothing of the operation falls away',
    // Six months before the end of October, for the first measurement of the effect.
    openedOn: '2027-04-27',
    build: (simulation) => followUntil(simulation, ({ gate, gateStands }) => gate === 'G7' && gateStands === 'READY'),
    async play(walked) {
      const before = await walked.as('kommunedirektor');
      const owner = before.owner.id;
      expect(owner).toBe(OPERATOR);
      await walked.register(walked.entrepreneur, 'deviationReported', { note: 'Vi får ikke kontakt med lageret.' });
      expect(await walked.untilOwes(owner, 'deviation.answer')).toMatchObject({ act: 'registerFact' });
      const duties = (await walked.as(owner)).deadlines
        .map(({ kind }) => kind)
        .filter((kind) => /^(operation|agreement|effect)\./.test(kind));
      expect(duties.length).toBeGreaterThan(3);

      const decider = before.next[0]?.by[0]?.user ?? '';
      const { body } = before.next[0] ?? {};
      await walked.give(decider, { ...body, type: 'decideGate', reason: 'Tilbudet virker.' });
      await walked.register(owner, 'decisionRecorded', { decision: 'CONTINUE', reason: 'Tilbudet virker.' });
      await walked.finish(({ state }) => state !== 'OPEN');

      const closed = await walked.as(owner);
      expect(closed).toMatchObject({ state: 'COMPLETED', next: [], gate: { blockers: [] }, stuck: { is: false } });
      expect(closed.deadlines.map(({ kind }) => kind)).toEqual(expect.arrayContaining([...duties, 'deviation.answer']));
      expect(closed.deadlines.find(({ kind }) => kind === 'deviation.answer')?.owedBy.user).toBe(owner);
      expect(await walked.status()).toMatchObject({ state: 'COMPLETED', waitingFor: null });
      const line = await walked.until(
        () => walked.myDay(owner),
        (lines) => lines.some(({ kind, section }) => kind === 'deviation.answer' && section === 'overdue'),
      );
      expect(line.find(({ kind }) => kind === 'deviation.answer')?.act).toBe('registerFact');
      await walked.untilTold('leder.helse', 'deviation.answer');
      await walked.register(owner, 'deviationAnswered', { note: 'Lageret har fått ny telefon.' });
      expect(await walked.owes(owner)).not.toContain('deviation.answer');
    },
  },
  {
    title: 'a pilot runs its planned length, is decided and handed over in time without one false alarm',
    openedOn: '2027-10-28',
    build(simulation) {
      followUntil(simulation, ({ marks }) => marks.some(({ key }) => key === 'accepted:G3'));
      settleIn(simulation);
    },
    async play(walked) {
      const reader = 'kommunedirektor';
      const lead = (await walked.as(reader)).owner.id;
      const endsOn = await walked.inDays(35);
      const { version } = await walked.register(lead, 'pilotStarted', { endsOn });
      const alarms: unknown[] = [];
      await walked.workUntil(
        ({ phase }) => phase !== 'PILOT',
        ({ stuck: { is, causes, warnings } }) => is && alarms.push(...causes, ...warnings),
      );
      expect(alarms).toEqual([]);
      const since = (await walked.events()).filter(({ seq }) => seq > version);
      expect(since.filter(({ type }) => type === 'escalated' || type === 'deadlineBreached')).toEqual([]);
      const decided = since.find(({ type, data }) => type === 'gateDecided' && data.gate === 'G4');
      expect((decided?.at ?? 'never') <= `${endsOn}T24`).toBe(true);
      expect(decided?.at.slice(0, 7) ?? '').toBe(endsOn.slice(0, 7));
      const kept = (await walked.status()).promises.find(({ label }) => label === 'Du får vite hva piloten fører til');
      expect(kept).toMatchObject({ state: 'KEPT', dueOn: endsOn });
      expect(await walked.status()).toMatchObject({ phase: 'PROCUREMENT', state: 'OPEN' });
    },
  },
];
