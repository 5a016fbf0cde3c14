import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enquiryBody, startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';

/** Bad input never changes anything and is never a 500: a precise 4xx, as a problem document. */

let api: TestApi;
let staff: Agent;
let manager: Agent;
let path: string;

beforeAll(async () => {
  api = await startTestApi();
  staff = await api.signInAs('saksbehandler.helse');
  manager = await api.signInAs('leder.helse');
  const opened = await staff
    .post('/api/v1/collaborations')
    .send({ title: 'Behov', description: 'Et behov' })
    .expect(201);
  path = `/api/v1/collaborations/${opened.body.id}`;
}, 120_000);
afterAll(() => api.close());

const submit = (body: unknown, headers: Record<string, string> = {}) =>
  staff
    .post(`${path}/commands`)
    .set({ 'Content-Type': 'application/json', ...headers })
    .send(typeof body === 'string' ? body : JSON.stringify(body));

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

interface Problem {
  readonly code?: string;
  readonly errors?: readonly { readonly pointer: string }[];
}

interface EventRow {
  readonly seq: number;
  readonly type: string;
  readonly command?: string;
  readonly data: { readonly fact?: string };
}

function expectProblem(answer: Answer, status: number, code: string, pointer?: string) {
  const problem = answer.body as Problem;
  expect({ status: answer.status, code: problem.code }).toEqual({ status, code });
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(answer.body).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
  if (pointer !== undefined) {
    expect(problem.errors?.map((error) => error.pointer)).toContain(pointer);
  }
}

const TOO_LONG = 'x'.repeat(4001);

describe('a command that cannot be read', () => {
  it.each<[string, unknown, string]>([
    ['no body', '', ''],
    ['no JSON', '{"type":', ''],
    ['null', null, ''],
    ['a list', [], ''],
    ['a number', 7, ''],
    ['no type', {}, '/type'],
    ['an unknown type', { type: 'launchRocket' }, '/type'],
    ['an unknown field', { type: 'resume', hurry: true }, '/hurry'],
    ['a missing field', { type: 'assignOwner' }, '/owner'],
    ['a wrong type', { type: 'assignOwner', owner: 7 }, '/owner'],
    ['an object for a string', { type: 'assignOwner', owner: { $ne: null } }, '/owner'],
    ['blank words', { type: 'withdraw', reason: '  ' }, '/reason'],
    ['too long words', { type: 'withdraw', reason: TOO_LONG }, '/reason'],
    ['NUL in words', { type: 'withdraw', reason: 'a\u0000b' }, '/reason'],
    ['half a surrogate pair', '{"type":"withdraw","reason":"\\ud800"}', '/reason'],
    ['a date that does not exist', { type: 'registerFact', fact: 'meetingHeld', on: '2027-02-31', data: {} }, '/on'],
    ['a date with a time', { type: 'registerFact', fact: 'meetingHeld', on: '2027-02-01T10:00', data: {} }, '/on'],
    ['data that is a list', { type: 'registerFact', fact: 'meetingHeld', data: [] }, '/data'],
    ['a correction of event 0', { type: 'correctFact', event: 0, reason: 'feil' }, '/event'],
    ['a correction of event 1.5', { type: 'correctFact', event: 1.5, reason: 'feil' }, '/event'],
    ['an unknown decision', { type: 'decideGate', decision: 'MAYBE', reason: 'x' }, '/decision'],
    [
      'no receivers',
      { type: 'draftHandover', purpose: 'TRANSFER', receivers: [], package: { firstStep: 'b' } },
      '/receivers',
    ],
    [
      'an empty package',
      { type: 'draftHandover', purpose: 'TRANSFER', receivers: [{ unit: 'nav', person: 'leder.nav' }], package: {} },
      '/package',
    ],
    ['too many gaps', { type: 'returnHandover', gaps: Array(21).fill('x') }, '/gaps'],
  ])('%s is 400 malformed', async (_, body, pointer) => {
    expectProblem(await submit(body), 400, 'malformed', pointer);
  });

  it('is 400 when its bytes are no UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"type":"withdraw","reason":"'),
      Buffer.from([0xc3, 0x28]),
      Buffer.from('"}'),
    ]);
    const answer = await staff
      .post(`${path}/commands`)
      .set('Content-Type', 'application/json')
      .serialize((it) => it)
      .send(bytes);
    expectProblem(answer, 400, 'malformed');
  });

  it('is 413 at two megabytes', async () => {
    expectProblem(await submit({ type: 'withdraw', reason: 'x'.repeat(2_000_000) }), 413, 'too-large');
  });

  it('is 415 when it is a form, a text or JSON in another charset', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'application/json; charset=iso-8859-1']) {
      expectProblem(await submit('{"type":"resume"}', { 'Content-Type': type }), 415, 'unsupported-media-type');
    }
  });

  it.each([
    ['', 'empty'],
    ['a b', 'a space'],
    ['æ', 'not ASCII'],
    ['k'.repeat(201), 'too long'],
  ])('is 400 with the key %j (%s)', async (key) => {
    const answer = await submit({ type: 'resume' }, { 'Idempotency-Key': encodeHeader(key) });
    expectProblem(answer, 400, 'malformed');
  });

  it.each(['5', 'abc', '"', '"a" "b"', 'W/5'])('is 400 with If-Match %s', async (etag) => {
    expectProblem(await submit({ type: 'resume' }, { 'If-Match': etag }), 400, 'malformed');
  });
});

/** Header values are bytes: sends the UTF-8 bytes of the text, one character each. */
const encodeHeader = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

describe('a command that is read but cannot be right', () => {
  it.each<[string, object, number, string]>([
    ['an unknown fact', { type: 'registerFact', fact: 'moonLanding', data: {} }, 422, 'bad-fact'],
    ['a fact named like a method', { type: 'registerFact', fact: 'constructor', data: {} }, 422, 'bad-fact'],
    [
      'data the fact does not have',
      { type: 'registerFact', fact: 'meetingHeld', data: { colour: 'red' } },
      422,
      'bad-fact',
    ],
    ['data of the wrong kind', { type: 'registerFact', fact: 'fitAssessed', data: { fits: 'maybe' } }, 422, 'bad-fact'],
    [
      'a fact dated tomorrow',
      { type: 'registerFact', fact: 'meetingHeld', on: '2027-02-02', data: {} },
      422,
      'in-the-future',
    ],
    [
      'a fact in the year 9999',
      { type: 'registerFact', fact: 'meetingHeld', on: '9999-12-31', data: {} },
      422,
      'in-the-future',
    ],
    [
      'a fact in the year 1',
      { type: 'registerFact', fact: 'meetingHeld', on: '0001-01-01', data: {} },
      422,
      'out-of-range',
    ],
    [
      'a new date in the year 9999',
      { type: 'extend', deadline: 'd1', until: '9999-12-31', reason: 'x' },
      422,
      'out-of-range',
    ],
    ['an unknown person', { type: 'nameDeputy', deputy: 'nobody' }, 422, 'unknown-person'],
    [
      'an unknown unit',
      {
        type: 'draftHandover',
        purpose: 'TRANSFER',
        receivers: [{ unit: 'moon', person: 'leder.nav' }],
        package: { firstStep: 'b' },
      },
      422,
      'unknown-person',
    ],
    [
      'an unknown unit in a fact',
      { type: 'registerFact', fact: 'nextStepChosen', data: { step: 'PILOT', unit: 'moon' } },
      422,
      'unknown-person',
    ],
    [
      'a handover to somebody outside the municipality',
      {
        type: 'draftHandover',
        purpose: 'TRANSFER',
        receivers: [{ unit: 'kultur', person: 'entreprenor.05' }],
        package: { firstStep: 'b' },
      },
      422,
      'unknown-person',
    ],
    [
      'a fact that names somebody outside as one of the staff',
      { type: 'registerFact', fact: 'benefitOwnerNamed', data: { person: 'entreprenor.05' } },
      422,
      'unknown-person',
    ],
    ['an unknown item', { type: 'tickItem', item: 'moonLanding' }, 422, 'unknown-item'],
    [
      'a route named like a method',
      { type: 'decideGate', decision: 'PROCEED', route: 'constructor', reason: 'x' },
      422,
      'out-of-range',
    ],
    ['a correction of no fact', { type: 'correctFact', event: 1, data: {}, reason: 'x' }, 422, 'bad-fact'],
    ['an answer to no handover', { type: 'acceptHandover' }, 409, 'no-open-handover'],
  ])('%s', async (_, body, status, code) => {
    expectProblem(await submit(body), status, code);
  });
});

describe('a case', () => {
  it.each([randomUUID(), 'not-an-id', '1', '00000000-0000-0000-0000-000000000000', "'; drop table event; --"])(
    'that does not exist is 404: %s',
    async (id) => {
      const at = `/api/v1/collaborations/${encodeURIComponent(id)}`;
      expectProblem(await staff.get(at), 404, 'not-found');
      expectProblem(await staff.post(`${at}/commands`).send({ type: 'resume' }), 404, 'not-found');
      for (const part of ['events', 'deadlines', 'deadlines/d1/why']) {
        expectProblem(await staff.get(`${at}/${part}`), 404, 'not-found');
      }
    },
  );

  it("of another unit is 404, as if it did not exist, and is on nobody else's list", async () => {
    const other = await api.signInAs('saksbehandler.nav');
    expectProblem(await other.get(path), 404, 'not-found');
    expectProblem(await other.post(`${path}/commands`).send({ type: 'resume' }), 404, 'not-found');
    const { body } = await other.get('/api/v1/collaborations').expect(200);
    expect(body.items).toEqual([]);
  });

  it('is 401 for someone who is not signed in, or whose cookie is made up', async () => {
    expectProblem(await api.anonymous.get(path), 401, 'signed-out');
    expectProblem(await api.anonymous.get(path).set('Cookie', 'stafett-test=abc'), 401, 'signed-out');
    expectProblem(await api.anonymous.post(`${path}/commands`).send({ type: 'resume' }), 401, 'signed-out');
  });
});

describe('lists and calendars', () => {
  it.each([
    ['/collaborations?phase=SLEEPING'],
    ['/collaborations?stuck=maybe'],
    ['/collaborations?limit=0'],
    ['/collaborations?limit=101'],
    ['/collaborations?limit=ten'],
    ['/collaborations?cursor=zzz'],
    ['/collaborations?colour=red'],
    ['/collaborations?unit=moon'],
    ['/collaborations?owner=nobody'],
    ['/collaborations?sort=random'],
    ['/collaborations?phase=PILOT&phase=OPERATION'],
    ['/collaborations?q=%00'],
    ['/handovers?open=1'],
    ['/handovers?toUnit=moon'],
    ['/letters?status=LOST'],
    ['/letters?collaboration=1'],
    ['/me/work?day=1'],
    ['/calendar/add?from=2027-02-31&count=1&calendar=MONTHS'],
    ['/calendar/add?from=2027-02-01&count=-1&calendar=MONTHS'],
    ['/calendar/add?from=2027-01-01&count=1001&calendar=MONTHS'],
    ['/calendar/add?from=2027-02-01&count=1&calendar=LUNAR'],
    ['/calendar/add'],
    ['/calendar/holidays/soon'],
    ['/areas?open=true'],
  ])('%s is 400', async (query) => {
    expectProblem(await staff.get(`/api/v1${query}`), 400, 'malformed');
  });

  it.each([
    ['/calendar/holidays/1899'],
    ['/calendar/holidays/9999'],
    ['/calendar/add?from=2100-12-31&count=10&calendar=CALENDAR_DAYS'],
    ['/calendar/add?from=1899-12-31&count=1&calendar=CALENDAR_DAYS'],
  ])('%s is 422 out-of-range', async (query) => {
    expectProblem(await api.anonymous.get(`/api/v1${query}`), 422, 'out-of-range');
  });

  it('an address that is none is 404, whoever asks', async () => {
    for (const at of ['/api/v1/nothing', '/nothing', '/api/v2/clock', '/api/v1/collaborations/x/y/z']) {
      expectProblem(await staff.get(at), 404, 'not-found');
    }
  });
});

describe('the public form', () => {
  it.each<[string, unknown, string]>([
    ['nothing', {}, '/organisation'],
    ['an unknown field', { ...enquiryBody, admin: true }, '/admin'],
    ['an unknown field inside', { ...enquiryBody, organisation: { name: 'A', size: 3 } }, '/organisation/size'],
    ['no e-mail', { ...enquiryBody, contact: { name: 'A', email: 'nowhere' } }, '/contact/email'],
    ['a bad number', { ...enquiryBody, organisation: { name: 'A', number: '12' } }, '/organisation/number'],
    ['an unknown channel', { ...enquiryBody, channel: 'pigeon' }, '/channel'],
    ['no title', { ...enquiryBody, title: '' }, '/title'],
  ])('with %s is 400', async (_, body, pointer) => {
    expectProblem(await api.anonymous.post('/api/v1/enquiries').send(body as object), 400, 'malformed', pointer);
  });

  it('for an area that is not open is 422', async () => {
    expectProblem(
      await api.anonymous.post('/api/v1/enquiries').send({ ...enquiryBody, area: 'moon' }),
      422,
      'out-of-range',
      '/area',
    );
  });

  it('has no status page for a made-up secret', async () => {
    expectProblem(await api.anonymous.get('/api/v1/enquiries/status/abc'), 404, 'not-found');
  });
});

describe('a command given again', () => {
  it('with the same key leads to nothing more; with another body it is 422', async () => {
    const key = { 'Idempotency-Key': randomUUID() };
    const first = await submit({ type: 'nameDeputy', deputy: 'saksbehandler2.helse' }, key);
    const second = await submit({ type: 'nameDeputy', deputy: 'saksbehandler2.helse' }, key);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body.version).toBe(first.body.version);
    expectProblem(await submit({ type: 'nameDeputy', deputy: 'leder.helse' }, key), 422, 'key-reused');
  });

  it('at the same moment ten times happens once', async () => {
    const key = { 'Idempotency-Key': randomUUID() };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        submit({ type: 'registerFact', fact: 'contactMade', data: { note: 'Ringte.' } }, key),
      ),
    );
    // 202: on a busy machine the view is late, but the command is stored.
    expect(answers.filter(({ status }) => status !== 200 && status !== 202)).toEqual([]);
    const { body } = await staff.get(`${path}/events`).expect(200);
    const made = (body.items as EventRow[]).filter(
      ({ command, type }) => command === key['Idempotency-Key'] && type === 'factRegistered',
    );
    expect(made).toHaveLength(1);
    expect(made[0]?.data).toMatchObject({ fact: 'contactMade', data: { note: 'Ringte.' } });
  });

  it('for an older version is 412, and of two for the same version one wins', async () => {
    const { headers } = await staff.get(path).expect(200);
    const etag = headers['etag'] as string;
    expectProblem(await submit({ type: 'resume' }, { 'If-Match': '"1"' }), 412, 'stale');
    const both = await Promise.all(
      ['Ringte', 'Skrev'].map((note) =>
        submit({ type: 'registerFact', fact: 'contactMade', data: { note } }, { 'If-Match': etag }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});

describe('a fact corrected', () => {
  it('twice from the same event is 409 superseded and names the newer one', async () => {
    const { body } = await submit({ type: 'registerFact', fact: 'meetingHeld', on: '2027-02-01', data: {} });
    const { body: events } = await staff.get(`${path}/events`).expect(200);
    const { seq = 0 } = (events.items as EventRow[]).findLast(({ data }) => data.fact === 'meetingHeld') ?? {};
    expect(body.version).toBeGreaterThanOrEqual(seq);
    const correct = (note: string) => submit({ type: 'correctFact', event: seq, data: { note }, reason: 'Feil notat' });
    expect((await correct('Ett')).status).toBe(200);
    const second = await correct('To');
    expectProblem(second, 409, 'superseded');
    expect(second.body.newer).toBeGreaterThan(seq);
  });
});

describe('a closed case', () => {
  it('takes no more commands', async () => {
    await manager.get(path).expect(200);
    const closed = await submit({ type: 'withdraw', reason: 'Ikke aktuelt lenger.' });
    expect(closed.body).toMatchObject({ state: 'WITHDRAWN', next: [] });
    const answer = await submit({ type: 'nameDeputy', deputy: 'leder.helse' });
    expectProblem(answer, 409, 'already-closed');
    expect(answer.body.unblock).toMatchObject({ command: 'reopen' });
  });
});
