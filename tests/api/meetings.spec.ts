import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '#contracts/http/cases/case.js';
import type { MeetingView } from '#contracts/http/cases/meeting.js';
import { CONTACT, ENTREPRENEUR, OWNER, startConversation } from '#support/conversation.js';
import type { Conversation } from '#support/conversation.js';
import { expectRefusal } from '#support/expect-refusal.js';
import { columnsContaining, textInTemporal } from '#support/stored-text.js';
import type { Agent } from '#support/test-api.js';

/** Monday 1 February 2027. */
const TODAY = '2027-02-01';
const FRIDAY = '2027-02-05';
const NAV = 'saksbehandler.nav';
const RIGHT = 'Vi ble enige om tretti plasser, ikke tjue.';
const WORDS = ['Rådhuset rom 4', 'Leieavtalen haster', 'Vi ble enige om lokalet', 'Send forslag til leieavtale', RIGHT];

let there: Conversation;
let nav: Agent;
beforeAll(async () => {
  there = await startConversation();
  nav = await there.api.signInAs(NAV);
}, 180_000);
afterAll(() => there.api.close());

const give = (agent: Agent, body: object, key: string = randomUUID()) =>
  agent.post(`${there.path}/commands`).set('Idempotency-Key', key).set('Accept-Language', 'nb').send(body);
const meetingsOf = async (agent: Agent): Promise<MeetingView[]> =>
  ((await agent.get(there.path).expect(200)).body as CaseView).meetings;
const timelineOf = async (agent: Agent): Promise<string[]> => {
  const { body } = await agent.get(`${there.path}/events?kind=MEETING`).set('Accept-Language', 'nb').expect(200);
  return (body.items as { text: string }[]).map(({ text }) => text);
};
const lettersOf = async (template: string): Promise<string[]> => {
  const { body } = await there.owner.get(`/api/v1/letters?limit=100`).expect(200);
  const found = (body.items as { template: string; to: { id: string | null; name: string } }[]).filter(
    (it) => it.template === template,
  );
  return found.map(({ to }) => to.id ?? to.name).sort();
};
const myDay = async (agent: Agent) => {
  const { body } = await agent.get('/api/v1/me/work?limit=100').set('Accept-Language', 'nb').expect(200);
  type Line = { asked?: string[]; deadline: { kind: string; dueOn: string; act?: { command: string; label: string } } };
  return ['overdue', 'today', 'soon', 'later'].flatMap((section) => body[section] as Line[]);
};

const plan = (more: object = {}) => ({
  type: 'planMeeting',
  template: 'CLARIFICATION',
  on: FRIDAY,
  at: '10:00',
  ...more,
});
const held = (more: object = {}) => ({
  type: 'holdMeeting',
  template: 'FREE',
  on: TODAY,
  present: [{ entrepreneur: true }],
  ...more,
});

describe('a meeting, over HTTP', () => {
  it('is planned with an agenda, told to everybody who takes part, and read by both sides', async () => {
    const participants = [{ entrepreneur: true }, { person: CONTACT }, { unit: 'nav' }];
    const [place, point] = WORDS;
    await give(there.owner, plan({ place, participants, agenda: [point] })).expect(200);
    for (const reader of [there.owner, there.outside])
      expect(await meetingsOf(reader)).toMatchObject([
        {
          id: 'm1',
          label: 'Avklaringsmøte',
          state: 'PLANNED',
          on: FRIDAY,
          at: '10:00',
          place,
          agenda: [point],
          planner: { id: OWNER },
          participants: [{ kind: 'ENTREPRENEUR' }, { kind: 'PERSON', id: CONTACT }, { kind: 'UNIT', id: 'nav' }],
          nextSteps: [],
        },
      ]);
    expect(await lettersOf('meetingPlanned')).toEqual([ENTREPRENEUR, 'leder.nav', CONTACT].sort());
    const line = (await myDay(there.owner)).find(({ deadline }) => deadline.kind === 'meeting.outcome');
    expect(line).toMatchObject({
      asked: ['Avklaringsmøte, 5. februar 2027 kl. 10.00'],
      deadline: { dueOn: '2027-02-09' },
    });
  });

  it('without an agenda of its own has that of its kind, in the language of the reader', async () => {
    await give(there.owner, plan({ template: 'FREE', on: '2027-03-01' })).expect(200);
    const agendaIn = async (language: string) => {
      const { body } = await there.outside.get(there.path).set('Accept-Language', language).expect(200);
      return (body as CaseView).meetings[1]?.agenda;
    };
    expect(await agendaIn('nb')).toEqual(['Neste skritt: hvem gjør hva, og når']);
    expect(await agendaIn('en')).toEqual(['Next steps: who does what, and when']);
  });

  it('is moved and cancelled with reasons that she reads', async () => {
    const reason = 'Lokalet er opptatt den dagen.';
    await give(there.owner, { type: 'moveMeeting', meeting: 'm1', on: '2027-02-08', at: '12:30', reason }).expect(200);
    await give(there.owner, { type: 'cancelMeeting', meeting: 'm2', reason: 'Ikke aktuelt.' }).expect(200);
    expect(await meetingsOf(there.outside)).toMatchObject([
      { on: '2027-02-08', at: '12:30', moved: [{ from: { on: FRIDAY, at: '10:00' }, reason, by: { id: OWNER } }] },
      { state: 'CANCELLED', cancelled: { reason: 'Ikke aktuelt.' } },
    ]);
    expect(await lettersOf('meetingMoved')).toEqual([ENTREPRENEUR, 'leder.nav', CONTACT].sort());
    expect(await lettersOf('meetingCancelled')).toEqual([ENTREPRENEUR]);
  });

  it('that was held before its day says what was agreed: each part is owed, and stands in a day with its words', async () => {
    const [, , summary, what] = WORDS;
    const nextSteps = [
      { what, owner: { person: NAV }, by: FRIDAY },
      { what: 'Velg et lokale', owner: { entrepreneur: true }, by: FRIDAY },
      { what: 'Ring huseieren', owner: { person: OWNER }, by: '2027-02-10' },
    ];
    await give(there.owner, held({ template: undefined, meeting: 'm1', summary, nextSteps })).expect(200);
    expect((await meetingsOf(there.outside))[0]).toMatchObject({
      state: 'HELD',
      held: { on: TODAY, summary, present: [{ kind: 'ENTREPRENEUR' }] },
      nextSteps: [
        { id: 's1', what, owner: { id: NAV }, by: FRIDAY, dueOn: FRIDAY, state: 'OPEN', mine: false },
        { id: 's2', owner: { kind: 'ENTREPRENEUR' }, state: 'OPEN', mine: true },
        { id: 's3', owner: { id: OWNER }, state: 'OPEN', mine: false },
      ],
    });
    expect(await lettersOf('meetingHeld')).toEqual([ENTREPRENEUR, NAV].sort());
    expect((await myDay(nav)).map(({ asked, deadline }) => [asked, deadline.act?.command])).toEqual([
      [[what], 'completeNextStep'],
    ]);
    const hers = (await myDay(there.outside)).filter(({ deadline }) => deadline.kind.startsWith('meeting'));
    expect(hers).toMatchObject([
      {
        asked: ['Velg et lokale'],
        deadline: { act: { command: 'completeNextStep', label: 'Meld at «Velg et lokale» er gjort' } },
      },
    ]);
    const { body } = await there.owner.get(`${there.path}/deadlines`).expect(200);
    expect(
      (body.items as { kind: string; state: string }[]).find(({ kind }) => kind === 'firstContact.meeting'),
    ).toMatchObject({ state: 'MET' });
  });

  it('is followed up: one step is done, one moved with a reason, and both sides see it', async () => {
    await give(nav, { type: 'completeNextStep', step: 's1', note: 'Forslaget er sendt.' }).expect(200);
    const reason = 'Huseieren er bortreist.';
    await give(there.outside, { type: 'extend', deadline: 'meeting.herStep:s2', until: '2027-02-12', reason }).expect(
      200,
    );
    await give(there.outside, { type: 'completeNextStep', step: 's2' }).expect(200);
    await give(there.owner, { type: 'extend', deadline: 'meeting.step:s3', until: '2027-02-17', reason }).expect(200);
    for (const reader of [there.owner, there.outside, nav])
      expect((await meetingsOf(reader))[0]?.nextSteps).toMatchObject([
        { state: 'KEPT', done: { by: { id: NAV }, note: 'Forslaget er sendt.' } },
        { state: 'MOVED', dueOn: '2027-02-12', by: FRIDAY, done: { by: { id: ENTREPRENEUR } } },
        { state: 'MOVED', dueOn: '2027-02-17', by: '2027-02-10' },
      ]);
    expect(await lettersOf('nextStepCompleted')).toEqual([ENTREPRENEUR, OWNER, OWNER].sort());
    expect(await lettersOf('promiseMoved')).toEqual([ENTREPRENEUR]);
    expect(await lettersOf('agreedStepMoved')).toEqual([OWNER]);
  });

  it('is corrected, what stood before stays to be read, and a step that was not agreed is taken back', async () => {
    const [, , summary] = WORDS;
    const wrong = { meeting: 'm1', summary: RIGHT, reason: 'Tallet var feil.' };
    expectRefusal(await give(there.outside, { type: 'correctMeeting', ...wrong }), 403, 'not-yours');
    expectRefusal(
      await give(there.owner, { type: 'correctMeeting', ...wrong, present: [] }),
      400,
      'malformed',
      '/present',
    );
    await give(there.owner, { type: 'correctMeeting', ...wrong }).expect(200);
    const why = 'Det var en misforståelse.';
    await give(there.owner, { type: 'withdrawNextStep', step: 's3', reason: why }).expect(200);
    for (const reader of [there.owner, there.outside])
      expect((await meetingsOf(reader))[0]).toMatchObject({
        held: { on: TODAY, summary: RIGHT },
        corrected: [{ by: { id: OWNER }, reason: 'Tallet var feil.', before: { on: TODAY, summary } }],
        nextSteps: [{ id: 's1' }, { id: 's2' }, { state: 'CANCELLED', withdrawn: { by: { id: OWNER }, reason: why } }],
      });
    expect(await lettersOf('meetingCorrected')).toEqual([ENTREPRENEUR]);
    expect(await lettersOf('nextStepWithdrawn')).toEqual([ENTREPRENEUR]);
  });

  it('tells it step by step on both timelines', async () => {
    const told = [
      'Møte planlagt: Avklaringsmøte, 5. februar 2027 kl. 10.00',
      'Møte planlagt: Møte, 1. mars 2027 kl. 10.00',
      'Møte flyttet: Avklaringsmøte, 8. februar 2027 kl. 12.30',
      'Møte avlyst: Møte',
      'Møte holdt: Avklaringsmøte, 1. februar 2027. 3 skritt er avtalt',
      `Det som ble avtalt i et møte, er gjort: ${WORDS[3]}`,
      'Det som ble avtalt i et møte, er gjort: Velg et lokale',
      'Referat rettet: Avklaringsmøte, 1. februar 2027',
      'Et skritt som ikke var avtalt, er tatt tilbake: Ring huseieren',
    ];
    expect(await timelineOf(there.owner)).toEqual(told);
    expect(await timelineOf(there.outside)).toEqual(told);
  });

  it('is no business of an entrepreneur in another case, nor of a colleague of whoever owes a step', async () => {
    await there.other.get(there.path).expect(404);
    await (await there.api.signInAs('saksbehandler2.nav')).get(there.path).expect(404);
  });

  it('keeps its words in texts alone, and nothing of them goes through Temporal', async () => {
    const { dataSource, temporal } = there.api;
    if (!temporal) throw new Error('this test needs Temporal');
    expect(await columnsContaining(dataSource, WORDS)).toEqual(['text.body']);
    const stored = await textInTemporal(temporal);
    for (const words of WORDS) expect(stored).not.toContain(words);
  });
});

describe('wrong input about a meeting', () => {
  const step = { what: 'Noe', owner: { entrepreneur: true }, by: FRIDAY };
  it.each<[string, object, string]>([
    ['a time that is none', plan({ at: '24:00' }), '/at'],
    ['a time in words', plan({ at: 'kl. ti' }), '/at'],
    ['a date that is none', plan({ on: '2027-02-30' }), '/on'],
    ['a blank place', plan({ place: '  ' }), '/place'],
    ['an empty agenda', plan({ agenda: [] }), '/agenda'],
    ['twenty-one points', plan({ agenda: Array.from({ length: 21 }, () => 'Punkt') }), '/agenda'],
    ['a participant that is two', plan({ participants: [{ person: OWNER, unit: 'nav' }] }), '/participants/0'],
    ['an unknown field', plan({ duration: 60 }), '/duration'],
    ['nobody present', held({ present: [] }), '/present'],
    ['a step without a date', held({ nextSteps: [{ ...step, by: undefined }] }), '/nextSteps/0/by'],
    ['a step without words', held({ nextSteps: [{ ...step, what: '' }] }), '/nextSteps/0/what'],
    ['a step of nobody', held({ nextSteps: [{ ...step, owner: {} }] }), '/nextSteps/0/owner'],
    ['steps that are a text', held({ nextSteps: 'Noe' }), '/nextSteps'],
    ['twenty-one steps', held({ nextSteps: Array.from({ length: 21 }, () => step) }), '/nextSteps'],
    ['a huge text', held({ summary: 'a'.repeat(4001) }), '/summary'],
  ])('of %s is refused', async (_, body, pointer) => {
    expectRefusal(await give(there.owner, body), 400, 'malformed', pointer);
  });

  it('about people, units, days and kinds is refused in words', async () => {
    const stranger = { ...step, owner: { person: 'ingen' } };
    expectRefusal(
      await give(there.owner, held({ nextSteps: [stranger] })),
      422,
      'unknown-person',
      '/nextSteps/0/owner/person',
    );
    const outsider = { ...step, owner: { person: ENTREPRENEUR } };
    expectRefusal(await give(there.owner, held({ nextSteps: [outsider] })), 422, 'unknown-person');
    expectRefusal(await give(there.owner, plan({ participants: [{ unit: 'ingen' }] })), 422, 'unknown-person');
    expectRefusal(await give(there.owner, plan({ on: '2027-02-06' })), 422, 'out-of-range');
    expectRefusal(await give(there.owner, plan({ on: '2027-01-29' })), 422, 'in-the-past');
    expectRefusal(await give(there.owner, plan({ template: 'FEST' })), 422, 'out-of-range');
    expectRefusal(await give(there.owner, held({ on: FRIDAY })), 422, 'in-the-future', '/on');
    const late = { ...step, by: '2027-02-06' };
    expectRefusal(await give(there.owner, held({ nextSteps: [step, late] })), 422, 'out-of-range', '/nextSteps/1/by');
    expectRefusal(await give(there.owner, { type: 'completeNextStep', step: 's99' }), 404, 'not-found');
    expectRefusal(await give(there.outside, plan()), 403, 'not-yours');
    expectRefusal(
      await give(there.owner, held({ nextSteps: [{ ...step, what: 'Fnr. 01010750160' }] })),
      400,
      'sensitive-number',
    );
  });

  it('twice by a double click is once, with the same key and with another', async () => {
    const key = randomUUID();
    const body = plan({ on: '2027-04-12' });
    const before = (await meetingsOf(there.owner)).length;
    const answers = await Promise.all([give(there.owner, body, key), give(there.owner, body, key)]);
    for (const { status } of answers) expect([200, 202]).toContain(status);
    expectRefusal(await give(there.owner, body), 409, 'superseded');
    expect(await meetingsOf(there.owner)).toHaveLength(before + 1);
  });

  it('with å written as two characters is stored and read as one', async () => {
    const decomposed = 'Råd om lån'.normalize('NFD');
    await give(there.owner, held({ summary: decomposed, nextSteps: [] })).expect(200);
    expect((await meetingsOf(there.outside)).at(-1)?.held?.summary).toBe('Råd om lån'.normalize('NFC'));
  });
});
