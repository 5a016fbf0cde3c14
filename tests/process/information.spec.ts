import { beforeEach, describe, expect, it } from '@jest/globals';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { isOwed } from '#domain/deadline/owed.js';
import { isSharedEvent, redactEvent } from '#domain/policy/visibility.js';
import { transitionsOf } from '#domain/case/transitions.js';
import { stuckStatus } from '#domain/stuck/stuck-status.js';
import { newestProcess } from '#processes/versions.js';
import { outboxMessagesOf } from '#store/mailroom/outbox-messages-of.js';
import { openSimulatedCase } from '#support/simulated-case.js';
import type { CommandBodies } from '#domain/model/command.js';
import type { SimulatedCase } from '#support/simulated-case.js';

const MONDAY = '2027-01-11T08:00:00.000Z';
const HANDLER = 'saksbehandler.helse';
const HER = 'entreprenor.01';
const FRIDAY = '2027-01-22';

let simulated: SimulatedCase;
beforeEach(() => {
  simulated = openSimulatedCase(MONDAY, { unit: 'helse' });
  simulated.submit('mottak', { type: 'assignOwner', owner: HANDLER });
  for (const fact of ['contactMade', 'meetingHeld', 'preliminaryReplySent'])
    simulated.submit(HANDLER, { type: 'registerFact', fact, data: {} });
  simulated.submit(HANDLER, { type: 'registerFact', fact: 'nextStepChosen', data: { step: 'MENTORING' } });
});

const textKey = (n: number): string => `text:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const ask = (more: Partial<CommandBodies['requestInformation']> = {}) =>
  simulated.submit(HANDLER, { type: 'requestInformation', what: [textKey(1), textKey(2)], by: FRIDAY, ...more });
const about = (item: number, request = 'i1') => ({ request, item });
const give = (item: number, by = HER) =>
  simulated.submit(by, { type: 'giveInformation', ...about(item), text: textKey(10 + item) });
const accept = (item: number) => simulated.submit(HANDLER, { type: 'acceptInformation', ...about(item) });
const sendBack = (item: number) =>
  simulated.submit(HANDLER, { type: 'returnInformation', ...about(item), missing: textKey(20 + item) });

/** What is owed because of the request now, as "<kind> by <party> on <day>". */
const owed = (): string[] =>
  simulated
    .state()
    .deadlines.flatMap((it) =>
      it.kind.startsWith('information.') && isOwed(it) ? [`${it.kind} by ${it.owedBy.role} on ${it.dueOn}`] : [],
    );
const toldOfRequest = (): string[] =>
  transitionsOf(null, simulated.events)
    .flatMap(outboxMessagesOf)
    .filter(({ status }) => status === 'WAITING')
    .map(({ template, slot }) => `${template} to ${slot}`)
    .filter((it) => it.toLowerCase().includes('information'));
const offered = (): string[] =>
  simulated
    .next()
    .filter(({ command }) => command.endsWith('Information'))
    .map(({ command, body, by }) => `${command} ${String(body['item'])} by ${by[0]?.user}`);

describe('information asked of the entrepreneur', () => {
  it('is owed by her until all of it is sent, then looked through by the owner, and met when all is accepted', () => {
    ask();
    expect(owed()).toEqual([`information.answer by entrepreneur on ${FRIDAY}`]);
    expect(toldOfRequest()).toEqual(['informationRequested to entrepreneur']);
    expect(offered()).toEqual([1, 2].map((item) => `giveInformation ${item} by ${HANDLER}`));
    give(1);
    expect(owed()).toEqual([`information.answer by entrepreneur on ${FRIDAY}`]);
    expect(offered()).toEqual([`giveInformation 2 by ${HANDLER}`]);
    give(2);
    expect(owed()).toEqual(['information.review by owner on 2027-01-14']);
    expect(toldOfRequest()).toContain('deadlineOpened.information.review to owner');
    expect(offered()).toEqual(
      [1, 2].flatMap((item) => [`acceptInformation ${item} by ${HANDLER}`, `returnInformation ${item} by ${HANDLER}`]),
    );
    accept(1);
    expect(owed()).toEqual(['information.review by owner on 2027-01-14']);
    accept(2);
    expect(owed()).toEqual([]);
    expect(offered()).toEqual([]);
    expect(toldOfRequest()).toContain('informationAccepted to entrepreneur');
    simulated.advanceTo('2027-06-01T08:00:00.000Z');
    expect(simulated.state().state).toBe('OPEN');
    expect(owed()).toEqual([]);
  });

  it('is owed by her again when something is sent back, by the date that she has, and looked through again', () => {
    ask();
    give(1);
    give(2);
    accept(1);
    sendBack(2);
    expect(owed()).toEqual([`information.answer by entrepreneur on ${FRIDAY}`]);
    expect(toldOfRequest()).toContain('informationReturned to entrepreneur');
    expect(simulated.state().information?.[0]?.items[1]).toMatchObject({ state: 'RETURNED', missing: textKey(22) });
    give(2);
    expect(owed()).toEqual(['information.review by owner on 2027-01-14']);
    accept(2);
    expect(owed()).toEqual([]);
    expect(simulated.state().information?.[0]?.items.map(({ given }) => given.length)).toEqual([1, 2]);
  });

  it('that is sent back after its date gives her five working days, however late it was', () => {
    ask();
    simulated.advanceTo('2027-01-26T08:00:00.000Z');
    expect(owed()).toEqual([
      `information.answer by entrepreneur on ${FRIDAY}`,
      'information.dormancy by entrepreneur on 2027-02-12',
    ]);
    give(1);
    give(2);
    expect(owed()).toEqual(['information.review by owner on 2027-01-29']);
    simulated.advanceTo('2027-01-28T08:00:00.000Z');
    sendBack(1);
    expect(owed()).toEqual(['information.answer by entrepreneur on 2027-02-04']);
    simulated.advanceTo('2027-02-05T08:00:00.000Z');
    expect(owed()).toEqual([
      'information.answer by entrepreneur on 2027-02-04',
      'information.dormancy by entrepreneur on 2027-02-25',
    ]);
    give(1);
    expect(owed()).toEqual(['information.review by owner on 2027-02-10']);
  });

  it('of which a part is sent back after the date is owed in five working days, and the case does not fall asleep sooner', () => {
    ask();
    give(1);
    simulated.advanceTo('2027-01-26T08:00:00.000Z');
    sendBack(1);
    expect(owed()).toEqual(['information.answer by entrepreneur on 2027-02-02']);
    give(1);
    give(2);
    expect(owed()).toEqual(['information.review by owner on 2027-01-29']);
    accept(1);
    accept(2);
    expect(owed()).toEqual([]);
    expect(
      simulated.events.filter(
        ({ type, data }) => type === 'deadlineOpened' && data.deadline.kind === 'information.answer',
      ),
    ).toHaveLength(1);
  });

  it('of which a part is sent back before the date keeps its date, and says nothing of it', () => {
    ask();
    give(1);
    sendBack(1);
    expect(owed()).toEqual([`information.answer by entrepreneur on ${FRIDAY}`]);
    const moved = simulated
      .eventsOfType('deadlineMoved')
      .filter(({ data }) => data.deadline.startsWith('information.'));
    expect([moved.length, simulated.eventsOfType('informationReturned')[0]?.data.by]).toEqual([0, undefined]);
  });

  it('and sent is never reminded of, missed or slept on while the municipality looks', () => {
    ask();
    give(1);
    give(2);
    const before = simulated.events.length;
    simulated.advanceTo('2027-05-01T08:00:00.000Z');
    const since = simulated.events.slice(before);
    const toHer = since.flatMap((it) => (it.type === 'reminderDue' || it.type === 'escalated' ? it.data.to : []));
    expect(toHer).not.toContain('entrepreneur');
    expect(simulated.state().state).toBe('OPEN');
    expect(owed()).toEqual(['information.review by owner on 2027-01-14']);
    const { causes } = stuckStatus(newestProcess, simulated.state(), simulated.now());
    expect(causes.find(({ kind }) => kind === 'information.review')).toMatchObject({
      owedBy: { user: HANDLER },
      nextAction: { command: 'acceptInformation', body: about(1) },
    });
  });

  it('that is not sent is reminded of, missed, and lets the case fall asleep unless it is withdrawn', () => {
    ask();
    const withdrawn = openSimulatedCase(MONDAY, { unit: 'helse' });
    withdrawn.submit('mottak', { type: 'assignOwner', owner: HANDLER });
    withdrawn.submit(HANDLER, { type: 'requestInformation', what: [textKey(1)], by: FRIDAY });
    withdrawn.advanceTo('2027-01-26T08:00:00.000Z');
    withdrawn.submit(HANDLER, { type: 'withdrawInformationRequest', request: 'i1', reason: textKey(3) });
    for (const it of [simulated, withdrawn]) it.advanceTo('2027-03-20T08:00:00.000Z');
    expect([simulated, withdrawn].map((it) => it.state().state)).toEqual(['DORMANT', 'OPEN']);
    expect(osloDateOf(simulated.eventsOfType('caseWentDormant')[0]?.at ?? '')).toBe('2027-02-13');
  });

  it('is asked several times at once, each by its date', () => {
    ask();
    simulated.submit(HANDLER, { type: 'requestInformation', what: [textKey(3)] });
    expect(owed()).toEqual([
      `information.answer by entrepreneur on ${FRIDAY}`,
      'information.answer by entrepreneur on 2027-02-01',
    ]);
    simulated.submit(HER, { type: 'giveInformation', ...about(1, 'i2'), text: textKey(4) });
    expect(owed()).toEqual([
      `information.answer by entrepreneur on ${FRIDAY}`,
      'information.review by owner on 2027-01-14',
    ]);
  });

  it('can be sent for her by the municipality, and added to until it is accepted', () => {
    ask({ what: [textKey(1)] });
    give(1, HANDLER);
    give(1);
    expect(owed()).toEqual(['information.review by owner on 2027-01-14']);
    expect(simulated.state().information?.[0]?.items[0]?.given.map(({ by }) => by)).toEqual([HANDLER, HER]);
  });

  it('is read by both sides: what was asked, what was sent, what is missing', () => {
    ask();
    give(1);
    sendBack(1);
    simulated.submit(HANDLER, { type: 'withdrawInformationRequest', request: 'i1', reason: textKey(30) });
    const of = { document: newestProcess, state: simulated.state() };
    const events = simulated.events.filter(({ type }) => type.startsWith('information'));
    expect(events.map((event) => isSharedEvent(of, event))).toEqual(events.map(() => true));
    const shown = JSON.stringify(events.map((event) => redactEvent(of, event, new Set(['shared']), 'x').data));
    for (const n of [1, 2, 11, 21, 30]) expect(shown).toContain(textKey(n));
  });
});

describe('refused is', () => {
  const refusal = (by: string, body: Parameters<SimulatedCase['trySubmit']>[1]) => simulated.trySubmit(by, body)?.code;

  it.each([
    ['today', '2027-01-11', 'in-the-past'],
    ['a Saturday', '2027-01-23', 'out-of-range'],
    ['a day after the calendar', '2101-01-03', 'out-of-range'],
  ])('to ask until %s', (_title, by, code) => {
    expect(simulated.trySubmit(HANDLER, { type: 'requestInformation', what: [textKey(1)], by })).toMatchObject({
      code,
      more: { errors: [{ pointer: '/by' }] },
    });
  });

  it('what the entrepreneur does not ask, accept or send back herself, and what others do not send', () => {
    expect(refusal(HER, { type: 'requestInformation', what: [textKey(1)] })).toBe('not-yours');
    ask();
    expect(refusal('saksbehandler.nav', { type: 'giveInformation', ...about(1), text: textKey(9) })).toBe('not-yours');
    give(1);
    expect(refusal(HER, { type: 'acceptInformation', ...about(1) })).toBe('not-yours');
    expect(refusal(HER, { type: 'returnInformation', ...about(1), missing: textKey(9) })).toBe('not-yours');
    expect(refusal(HER, { type: 'withdrawInformationRequest', request: 'i1', reason: textKey(9) })).toBe('not-yours');
  });

  it('what is not there, not sent, or done already', () => {
    ask();
    const text = textKey(9);
    expect(refusal(HER, { type: 'giveInformation', ...about(3), text })).toBe('not-found');
    expect(refusal(HER, { type: 'giveInformation', ...about(1, 'i9'), text })).toBe('not-found');
    expect(refusal(HER, { type: 'giveInformation', ...about(1) })).toBe('out-of-range');
    expect(refusal(HANDLER, { type: 'acceptInformation', ...about(1) })).toBe('superseded');
    expect(refusal(HANDLER, { type: 'returnInformation', ...about(1), missing: text })).toBe('superseded');
    give(1);
    accept(1);
    expect(refusal(HER, { type: 'giveInformation', ...about(1), text })).toBe('superseded');
    simulated.submit(HANDLER, { type: 'withdrawInformationRequest', request: 'i1', reason: text });
    expect(refusal(HER, { type: 'giveInformation', ...about(2), text })).toBe('superseded');
    expect(refusal(HANDLER, { type: 'withdrawInformationRequest', request: 'i1', reason: text })).toBe('superseded');
  });
});
