import { expect } from '@jest/globals';
import type { MeetingView } from '#contracts/http/cases/meeting.js';
import { untilTheMeeting } from './planted-case.js';
import type { WalkedCase } from './walked-case.js';
import type { Walk } from './walks.js';

const HANDLER = 'saksbehandler.helse';
const NAV = 'saksbehandler.nav';
const STEP = 'meeting.step:s1';

const stepsSeenBy = async (walked: WalkedCase, user: string): Promise<MeetingView['nextSteps']> =>
  (await walked.as(user)).meetings[0]?.nextSteps ?? [];
const toldOf = async (walked: WalkedCase, template: string) =>
  (await walked.letters(template)).map(({ to }) => to.id).sort();

export const meetings: readonly Walk[] = [
  {
    title:
      'a meeting passes unheld, is held late, and what was agreed in it is kept, moved and missed, before the eyes of both',
    openedOn: '2027-10-26',
    build: (simulation) => untilTheMeeting(simulation, HANDLER),
    async play(walked) {
      const { entrepreneur } = walked;
      const on = await walked.inDays(4);
      await walked.give(HANDLER, {
        type: 'planMeeting',
        template: 'CLARIFICATION',
        on,
        at: '10:00',
        place: 'Rådhuset',
      });
      expect(await toldOf(walked, 'meetingPlanned')).toEqual([entrepreneur]);
      expect((await walked.as(entrepreneur)).meetings).toMatchObject([{ state: 'PLANNED', on, place: 'Rådhuset' }]);

      expect(await walked.untilOwes(HANDLER, 'meeting.outcome', 'overdue')).toMatchObject({ act: 'holdMeeting' });
      expect(await walked.untilTold('leder.helse', 'meeting.outcome')).toContain(HANDLER);

      const nextSteps = [
        { what: 'Finne et lokale', owner: { person: NAV }, by: await walked.inDays(6) },
        { what: 'Sende budsjett', owner: { entrepreneur: true }, by: await walked.inDays(40) },
        { what: 'Snakke med økonomi', owner: { person: HANDLER }, by: await walked.inDays(50) },
      ];
      const held = { type: 'holdMeeting', meeting: 'm1', on, present: [{ entrepreneur: true }, { person: HANDLER }] };
      await walked.give(HANDLER, { ...held, nextSteps });
      expect(await walked.owes(HANDLER)).not.toContain('meeting.outcome');
      expect((await walked.deadline(HANDLER, 'firstContact.meeting')).metAt).toBeDefined();
      expect(await toldOf(walked, 'meetingHeld')).toEqual([entrepreneur, NAV].sort());
      expect(await walked.untilOwes(NAV, 'meeting.step')).toMatchObject({ act: 'completeNextStep' });
      expect(await walked.untilOwes(entrepreneur, 'meeting.herStep')).toMatchObject({ act: 'completeNextStep' });
      expect(await walked.myDay(entrepreneur, ['waiting'])).toContainEqual(
        expect.objectContaining({ kind: 'meeting.step', dueOn: nextSteps[0]?.by }),
      );

      await walked.give(entrepreneur, { type: 'completeNextStep', step: 's2', note: 'Budsjettet ligger i saken.' });
      const until = await walked.inDays(60);
      const reason = 'Økonomi har årsoppgjør.';
      await walked.give(HANDLER, { type: 'extend', deadline: 'meeting.step:s3', until, reason });
      for (const user of [HANDLER, entrepreneur, NAV])
        expect((await stepsSeenBy(walked, user)).slice(1)).toMatchObject([
          { state: 'KEPT', done: { note: 'Budsjettet ligger i saken.' } },
          { state: 'MOVED', by: nextSteps[2]?.by, dueOn: until },
        ]);
      expect(await toldOf(walked, 'nextStepCompleted')).toEqual([HANDLER]);
      expect(await toldOf(walked, 'promiseMoved')).toEqual([entrepreneur]);

      expect(await walked.untilOwes(NAV, 'meeting.step', 'overdue')).toMatchObject({ dueOn: nextSteps[0]?.by });
      // The day is over before the case has written it down.
      await walked.until(
        () => stepsSeenBy(walked, entrepreneur),
        ([first]) => first?.state === 'MISSED',
      );
      expect(await toldOf(walked, 'promiseMissed')).toEqual([entrepreneur]);
      await walked.untilOwes(HANDLER, 'delay.explain');
      const { stuck } = await walked.until(
        () => walked.as(HANDLER),
        (seen) => seen.stuck.causes.some(({ deadline }) => deadline === STEP),
      );
      expect(stuck.causes.find(({ deadline }) => deadline === STEP)).toMatchObject({
        code: 'OVERDUE',
        owedBy: { user: NAV },
        nextAction: { command: 'completeNextStep', body: { step: 's1' } },
      });

      const newDate = await walked.inDays(20);
      const explained = { deadline: STEP, newDate, reason: 'Lokalet ble leid ut til andre.' };
      await walked.register(HANDLER, 'delayExplained', explained);
      expect(await walked.untilOwes(NAV, 'meeting.step')).toMatchObject({ dueOn: newDate });
      await walked.give(NAV, { type: 'completeNextStep', step: 's1' });
      expect(await walked.owes(NAV)).toEqual([]);
      const [first] = await stepsSeenBy(walked, entrepreneur);
      expect(first).toMatchObject({ state: 'MISSED', dueOn: newDate, done: { by: { id: NAV } } });
      expect(await toldOf(walked, 'nextStepCompleted')).toEqual([HANDLER, HANDLER, entrepreneur].sort());
    },
  },
];
