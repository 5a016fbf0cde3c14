import { expect } from '@jest/globals';
import { registerFact } from '#infra/demo/actions.js';
import { untilTheMeeting } from './planted-case.js';
import type { WalkedCase } from './walked-case.js';
import type { Walk } from './walks.js';

const HANDLER = 'saksbehandler.helse';
const MANAGER = 'leder.helse';
const MEETING = 'firstContact.meeting';

/** The promise of a meeting, as the entrepreneur reads it. */
async function promisedMeeting(walked: WalkedCase) {
  const { promises } = await walked.status();
  const found = promises.find(({ label }) => label === 'Vi møter deg');
  if (!found) throw new Error(`no meeting was promised: ${JSON.stringify(promises)}`);
  return found;
}

export const promises: readonly Walk[] = [
  {
    title:
      'a promise is missed, explained and moved, missed again and given a new date that is approved; it stays not kept',
    // Fifteen working days before Tuesday 2 November.
    openedOn: '2027-10-12',
    build: (simulation) => untilTheMeeting(simulation, HANDLER),
    async play(walked) {
      expect(await promisedMeeting(walked)).toMatchObject({ state: 'OPEN', dueOn: '2027-11-02' });
      expect(await walked.untilOwes(HANDLER, 'delay.explain')).toMatchObject({
        dueOn: '2027-11-03',
        act: 'registerFact',
      });
      expect(await promisedMeeting(walked)).toMatchObject({ state: 'MISSED', missedOn: '2027-11-02' });
      expect((await walked.letters('promiseMissed')).map(({ to }) => to.id)).toEqual([walked.entrepreneur]);

      const newDate = await walked.inDays(6);
      const reason = 'Vi venter på lokalet.';
      await walked.register(HANDLER, 'delayExplained', { newDate, reason });
      expect(await walked.owes(HANDLER)).not.toContain('delay.explain');
      expect(await promisedMeeting(walked)).toMatchObject({ state: 'MISSED', missedOn: '2027-11-02', newDate, reason });
      expect((await walked.letters('promiseMoved')).map(({ to }) => to.id)).toEqual([walked.entrepreneur]);

      await walked.untilOwes(HANDLER, 'delay.explain');
      expect(await walked.letters('promiseMissed')).toHaveLength(2);
      const until = await walked.inDays(12);
      await walked.give(HANDLER, { type: 'extend', deadline: MEETING, until, reason });
      expect(await walked.untilOwes(MANAGER, 'approval.answer')).toMatchObject({ act: 'answerApproval' });
      expect((await promisedMeeting(walked)).newDate).toBe(newDate);
      const [approval] = (await walked.as(MANAGER)).approvals;
      expect(approval).toMatchObject({ mine: true, until, askedBy: { id: HANDLER } });
      await walked.give(MANAGER, { type: 'answerApproval', approval: approval?.id, yes: true, reason: 'Greit.' });
      expect(await walked.owes(MANAGER)).not.toContain('approval.answer');
      expect(await promisedMeeting(walked)).toMatchObject({ state: 'MISSED', newDate: until, dueOn: until });

      await walked.register(HANDLER, 'meetingHeld', { note: 'Møtet ble holdt.' });
      expect(await promisedMeeting(walked)).toMatchObject({ state: 'MISSED', metAt: expect.any(String) });
      expect(await walked.owes(HANDLER)).not.toContain('delay.explain');
    },
  },
  {
    title:
      'an entrepreneur asked for information stays silent: told at once, reminded twice, told before the case falls asleep',
    openedOn: '2027-10-25',
    build(simulation) {
      simulation.submit('mottak', { type: 'assignOwner', owner: HANDLER });
      for (const fact of ['contactMade', 'deputyConfirmed', 'meetingHeld']) registerFact(simulation, HANDLER, fact);
      registerFact(simulation, HANDLER, 'nextStepChosen', { step: 'MENTORING', reason: 'Passer.' });
    },
    async play(walked) {
      const { entrepreneur } = walked;
      const by = await walked.inDays(16);
      const what = 'Budsjett for det første året.';
      await walked.give(HANDLER, { type: 'requestInformation', by, what: [what] });
      expect((await walked.letters('informationRequested')).map(({ to }) => to.id)).toEqual([entrepreneur]);
      const events = await (await walked.session(entrepreneur)).timeline(walked.id);
      expect(JSON.stringify(events)).toContain(what);
      expect(await walked.status()).toMatchObject({ waitingFor: 'ENTREPRENEUR', state: 'OPEN' });
      expect(await walked.untilOwes(entrepreneur, 'information.answer')).toMatchObject({
        dueOn: by,
        act: 'giveInformation',
      });
      expect(await walked.untilTold(entrepreneur, 'information.answer', 2)).toEqual([entrepreneur, entrepreneur]);

      const told = await walked.untilTold(entrepreneur, 'information.dormancy');
      expect(told).toEqual(expect.arrayContaining([entrepreneur, HANDLER]));
      const asleep = await walked.until(
        () => walked.as(HANDLER),
        ({ state }) => state === 'DORMANT',
      );
      expect(asleep.deadlines.map(({ kind }) => kind)).toContain('firstContact.preliminaryReply');
      expect(await walked.status()).toMatchObject({ state: 'DORMANT' });
      const tidings = (await walked.letters()).filter(({ template }) => template.startsWith('caseWentDormant'));
      expect(tidings.map(({ to }) => to.id).sort()).toEqual([entrepreneur, MANAGER, HANDLER].sort());
      expect(await walked.owes(HANDLER)).toContain('firstContact.preliminaryReply');
      expect(await walked.untilOwes(MANAGER, 'escalation.choice')).toMatchObject({ act: 'chooseEscalated' });

      await walked.register(HANDLER, 'answerSent', { note: 'Vi venter på budsjettet ditt.' });
      expect(await walked.owes(HANDLER)).not.toContain('firstContact.preliminaryReply');
      expect(await walked.owes(MANAGER)).not.toContain('escalation.choice');
    },
  },
];
