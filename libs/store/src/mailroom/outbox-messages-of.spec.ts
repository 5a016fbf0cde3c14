import { describe, expect, it } from '@jest/globals';
import { transitionsOf } from '#domain/case/transitions.js';
import { rungAt, smallCase } from '#support/small-rules.js';
import type { CaseEvent } from '#domain/model/events.js';
import { messageSentLetters, outboxMessagesOf } from './outbox-messages-of.js';

const messagesOf = (events: readonly CaseEvent[]) => transitionsOf(null, events).flatMap(outboxMessagesOf);
const AT = '2027-02-01T08:00:00.000Z';
const all = [rungAt(-8), rungAt(-6), rungAt(2, 'escalate')];

describe('a letter', () => {
  it('that is late is dated when it was due, and goes no earlier than it was recorded', () => {
    const small = smallCase({ debt: { ladder: 'all' } }, { ladders: { all } });
    small.register('begun');
    small.skipTo('2027-02-04T09:00:00.000Z');
    const [reminder] = small.eventsOf('reminderDue');
    const [message] = messagesOf(small.events).filter(({ kind }) => kind === 'reminderDue');
    expect(reminder?.recordedAt).not.toBe(reminder?.at);
    expect(message).toMatchObject({ dueAt: reminder?.at, notBefore: reminder?.recordedAt });
  });

  it('of which history only says that nothing was sent is not sent', () => {
    const small = smallCase({ debt: { ladder: 'all' } }, { ladders: { all } });
    small.register('begun', '2027-01-25');
    const status = messagesOf(small.events).flatMap((it) => (it.kind === 'reminderDue' ? [it.status] : []));
    expect(status).toEqual(['DROPPED', 'WAITING']);
  });

  it('goes once to each slot, also where the event names it twice', () => {
    const small = smallCase({});
    small.register('begun');
    const [registered] = transitionsOf(null, small.events).filter(({ event }) => event.type === 'factRegistered');
    if (registered?.event.type !== 'factRegistered') throw new Error('nothing is registered');
    const data = { ...registered.event.data, tells: ['entrepreneur', 'owner', 'entrepreneur'] };
    const messages = outboxMessagesOf({ ...registered, event: { ...registered.event, by: 'somebody', data } });
    expect(messages.map(({ slot }) => slot)).toEqual(['entrepreneur', 'owner']);
  });

  it('goes once to somebody with several slots, and not to the member of staff who did it', () => {
    const small = smallCase({});
    small.register('begun');
    const [registered] = transitionsOf(null, small.events).filter(({ event }) => event.type === 'factRegistered');
    if (registered?.event.type !== 'factRegistered') throw new Error('nothing is registered');
    const { event, after } = registered;
    const { owner } = after;
    const data = { ...event.data, tells: ['owner', 'contact', `user:${owner}`, 'user:somebody'] };
    const slotsOf = (by: string) =>
      outboxMessagesOf({ ...registered, event: { ...event, by, data } }).map(({ slot }) => slot);
    expect(slotsOf('somebody')).toEqual(['owner']);
    expect(slotsOf(owner)).toEqual(['user:somebody']);
  });
});

describe('a letter of a message', () => {
  const { owner, contact } = smallCase({}).state();
  const told = (from: 'STAFF' | 'ENTREPRENEUR', by: string, over: object = {}) =>
    messageSentLetters({ ...smallCase({}).state(), entrepreneur: 'kari', ...over }, { ...{ n: 3, from, by }, at: AT });

  it('goes to the other side: to the entrepreneur, or to the contact and to the owner where that is another', () => {
    const slots = (...given: Parameters<typeof told>) => told(...given).map(({ slot }) => slot);
    expect(slots('STAFF', owner)).toEqual(['entrepreneur']);
    expect(slots('ENTREPRENEUR', 'kari', { owner: 'a', contact: 'b' })).toEqual(['contact', 'owner']);
    expect(slots('ENTREPRENEUR', 'kari', { owner: 'a', contact: 'a' })).toEqual(['contact']);
    expect(owner).toBe(contact);
  });

  it('never goes to whoever wrote it, on either side', () => {
    expect(told('STAFF', 'kari')).toEqual([]);
    expect(told('ENTREPRENEUR', 'a', { owner: 'a', contact: 'b' }).map(({ slot }) => slot)).toEqual(['contact']);
  });

  it('is waiting from the moment of the message, says which, and has an id of its own', () => {
    const [one, two] = told('ENTREPRENEUR', 'kari', { owner: 'a', contact: 'b' });
    expect(one).toMatchObject({ kind: 'messageSent', template: 'messageSent', seq: 3, dueAt: AT, status: 'WAITING' });
    expect(one?.id).not.toBe(two?.id);
    expect(told('ENTREPRENEUR', 'kari', { owner: 'a', contact: 'b' })).toEqual([one, two]);
  });
});
