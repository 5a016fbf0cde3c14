import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registerFact } from '#infra/demo/actions.js';
import { expectRefusal } from '#support/expect-refusal.js';
import { followUntil } from './planted-case.js';
import type { PlantedCase } from './planted-case.js';
import { startWalks } from './walks.js';
import type { Walked } from './walks.js';

const OWNER = 'saksbehandler.helse';
const MANAGER = 'leder.helse';
/** Reads every case. */
const READER = 'kommunedirektor';
const reason = 'Vi har funnet ut av det.';
/** Monday 1 November 2027. The clock goes as fast as outside. */
const START = { at: '2027-11-01T08:00:00.000Z', speed: 1 };

/** Nobody had answered its handover when the fortieth working day came, on the morning of the start. */
const lapsed: PlantedCase = {
  openedOn: '2027-09-06',
  build: (simulation) => followUntil(simulation, ({ handovers }) => handovers.at(-1)?.state === 'SENT'),
};

/** The promised meeting was missed on Friday 29 October; a question and two requests for approval wait. */
const asking: PlantedCase = {
  openedOn: '2027-10-08',
  build(simulation) {
    simulation.submit('mottak', { type: 'assignOwner', owner: OWNER });
    for (const fact of ['contactMade', 'deputyConfirmed']) registerFact(simulation, OWNER, fact);
    const question = 'Hvem kan hjelpe med praksisplasser?';
    simulation.submit(OWNER, { type: 'askUnit', unit: 'nav', kind: 'QUESTION', question, answerBy: '2027-11-05' });
    const pause = { type: 'suspend', resumeOn: '2027-12-01', approvedBy: MANAGER } as const;
    simulation.submit(OWNER, { ...pause, reason: 'Vi venter på budsjettet.' });
  },
};

const sent: PlantedCase = { ...lapsed, openedOn: '2027-10-29' };
const decided: PlantedCase = {
  openedOn: '2027-10-29',
  build: (simulation) => followUntil(simulation, ({ decision }) => decision !== null),
};

const CASES = { lapsed, asking, sent, decided } as const;
const names = Object.keys(CASES) as (keyof typeof CASES)[];

let walked: Walked;
const caseOf = (name: keyof typeof CASES) => {
  const found = walked.cases[names.indexOf(name)];
  if (!found) throw new Error(`${name} is not planted`);
  return found;
};
beforeAll(async () => {
  walked = await startWalks(Object.values(CASES), START);
}, 120_000);
afterAll(() => walked.close());

interface Refused {
  readonly case: keyof typeof CASES;
  readonly by: string;
  readonly body: object;
  readonly code: string;
  readonly nb: string;
  readonly en: string;
}

async function submit(name: keyof typeof CASES, user: string, body: object, language: string) {
  const agent = await walked.api.signInAs(user);
  const path = `/api/v1/collaborations/${caseOf(name).id}/commands`;
  return agent.post(path).set('Accept-Language', language).send(body);
}

/** The same command, refused to a reader of Norwegian and to a reader of English, changes nothing. */
async function expectRefused({ case: name, by, body, code, nb, en }: Refused): Promise<void> {
  const before = (await caseOf(name).as(READER)).version;
  for (const [language, detail] of [
    ['nb', nb],
    ['en', en],
  ] as const) {
    const answer = await submit(name, by, body, language);
    expectRefusal(answer, answer.status, code);
    expect([language, answer.body.detail]).toEqual([language, detail]);
  }
  expect((await caseOf(name).as(READER)).version).toBe(before);
}

const extend = (until: string) => ({ type: 'extend', deadline: 'firstContact.meeting', until, reason });
const moreTime = (until?: string) => ({ type: 'resolveLapsed', choice: 'EXTEND', until, reason });
const draft = (sections: object, receiver = { unit: 'stab', person: 'mentorkoordinator' }) => ({
  type: 'draftHandover',
  purpose: 'PHASE',
  toPhase: 'MENTORING',
  receivers: [receiver],
  package: sections,
});
const OUTSIDE_YEARS = {
  code: 'out-of-range',
  nb: 'Datoen er utenfor kalenderens år, 1900-2100.',
  en: 'The date is outside the years of the calendar, 1900-2100.',
};

const REFUSED: Readonly<Record<string, Refused>> = {
  'a choice where a handover waits for its answer': {
    case: 'sent',
    by: MANAGER,
    body: moreTime('2027-11-05'),
    code: 'no-open-handover',
    nb: 'Ingen overlevering står uten svar, så det er ikke noe å velge.',
    en: 'No handover has been left without an answer, so there is nothing to choose.',
  },
  'a choice by who sent it': {
    case: 'lapsed',
    by: OWNER,
    body: moreTime('2027-11-05'),
    code: 'forbidden',
    nb: 'Rollen din gir ikke adgang til dette.',
    en: 'Your role does not allow this.',
  },
  'more time until today': {
    case: 'lapsed',
    by: MANAGER,
    body: moreTime('2027-11-01'),
    code: 'in-the-past',
    nb: 'Velg en dato fram i tid: 1. november 2027 er ikke det.',
    en: 'Choose a date in the future: 1 November 2027 is not.',
  },
  'more time until after 2100': { case: 'lapsed', by: MANAGER, body: moreTime('2101-01-01'), ...OUTSIDE_YEARS },
  'more time without a day': {
    case: 'lapsed',
    by: MANAGER,
    body: moreTime(),
    code: 'out-of-range',
    nb: 'En ny dato må oppgis.',
    en: 'A new date must be given.',
  },
  'an answer by one who was not asked': {
    case: 'asking',
    by: OWNER,
    body: { type: 'answerQuestion', question: 'q1', answer: 'TEXT', text: 'Vi kan.' },
    code: 'not-yours',
    nb: 'Spørsmålet er stilt til en annen.',
    en: 'The question is asked of somebody else.',
  },
  'a redirect back to who asked': {
    case: 'asking',
    by: 'leder.nav',
    body: { type: 'redirectQuestion', question: 'q1', unit: 'helse', reason },
    code: 'same-person',
    nb: 'Spørsmålet kan ikke sendes tilbake til den som stilte det. Svar på det i stedet.',
    en: 'The question cannot be sent back to the person who asked it. Answer it instead.',
  },
  "an approval of one's own request": {
    case: 'asking',
    by: OWNER,
    body: { type: 'answerApproval', approval: 'a1', yes: true, reason },
    code: 'same-person',
    nb: 'Ingen godkjenner det de selv har bedt om, eller for en sak de selv har.',
    en: 'Nobody approves what they asked for themselves, or for a case of their own.',
  },
  'a new date before today': {
    case: 'asking',
    by: MANAGER,
    body: extend('2027-10-31'),
    code: 'in-the-past',
    nb: 'Velg en dato fram i tid: 31. oktober 2027 er ikke det.',
    en: 'Choose a date in the future: 31 October 2027 is not.',
  },
  'a new date after 2100': { case: 'asking', by: MANAGER, body: extend('2101-01-01'), ...OUTSIDE_YEARS },
  'a duty taken by one who has not the role': {
    case: 'asking',
    by: 'innkjoper',
    body: { type: 'takeDebt', deadline: 'question.answer:q1' },
    code: 'not-yours',
    nb: 'Oppgaven tas av en som har rollen den hører til.',
    en: 'The task is taken by somebody who holds the role that it belongs to.',
  },
  'a duty that is with one person': {
    case: 'asking',
    by: MANAGER,
    body: { type: 'takeDebt', deadline: 'firstContact.meeting' },
    code: 'not-yours',
    nb: 'Oppgaven ligger hos én person. En leder kan gi den til en annen.',
    en: 'The task is with one person. A manager can give it to another.',
  },
  'a handover without a receiver who may take it': {
    case: 'decided',
    by: OWNER,
    body: draft({ status: 'Klar.', firstStep: 'Ring.' }, { unit: 'nav', person: 'saksbehandler.nav' }),
    code: 'out-of-range',
    nb: 'Det mangler en mottaker i en av rollene mentorkoordinator, leder, kommunalsjef.',
    en: 'There is no receiver in any of the roles mentorkoordinator, leder, kommunalsjef.',
  },
};

describe('refused, in the language of whoever reads it, is', () => {
  it.each(Object.keys(REFUSED))('%s', (title) => expectRefused(REFUSED[title] as Refused));

  it.each([
    [{ status: '' }, '/package/status'],
    [{ status: 'Klar.', firstStep: '  ' }, '/package/firstStep'],
    [{ status: [] }, '/package/status'],
    [{ status: ['Klar.', ''] }, '/package/status'],
    [{ status: 'Klar.', firstStep: 'Ring.', risks: { none: ' ' } }, '/package/risks'],
    [{ status: 'Klar.' }, '/package/firstStep'],
    [{ status: 'Klar.', firstStep: 'Ring.', annet: 'Mer.' }, '/package/annet'],
    [{}, '/package'],
  ])('an empty or unknown part of a package: %j', async (sections, pointer) =>
    expectRefusal(await submit('decided', OWNER, draft(sections), 'nb'), 400, 'malformed', pointer),
  );

  it('a choice after the round was answered', async () => {
    const until = '2027-11-05';
    await caseOf('lapsed').give(MANAGER, moreTime(until));
    const receiver = (await caseOf('lapsed').as(MANAGER)).handover?.receivers[0]?.person ?? '';
    await caseOf('lapsed').give(receiver, { type: 'acceptHandover' });
    const { nb, en, code } = REFUSED['a choice where a handover waits for its answer'] as Refused;
    await expectRefused({ case: 'lapsed', by: MANAGER, body: moreTime(until), code, nb, en });
  });

  it('a role given to one who has left', async () => {
    const admin = await walked.api.signInAs('admin');
    const person = { name: 'Ragnhild Sæther Øyen', unit: 'helse' };
    const { body } = await admin.post('/api/v1/people').send(person).expect(201);
    const at = `/api/v1/people/${body.id}`;
    await admin.post(`${at}/roles`).send({ role: 'mentor', unit: 'helse', from: '2026-01-01' });
    await admin.post(`${at}/departure`).set('Idempotency-Key', randomUUID()).send({}).expect(200);
    await expectRefused({
      case: 'asking',
      by: OWNER,
      body: { type: 'assignRole', role: 'mentor', person: body.id },
      code: 'unknown-person',
      nb: 'Ragnhild Sæther Øyen har sluttet. Velg en annen.',
      en: 'Ragnhild Sæther Øyen has left. Choose somebody else.',
    });
  });
});
