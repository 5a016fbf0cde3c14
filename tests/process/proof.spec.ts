import { beforeEach, describe, expect, it } from '@jest/globals';
import { checklist } from '#domain/gate/checklist.js';
import { newestProcess } from '#processes/versions.js';
import { openSimulatedCase } from '#support/simulated-case.js';
import type { SimulatedCase } from '#support/simulated-case.js';

const HANDLER = 'saksbehandler.helse';
const MEMO = { document: '00000000-0000-4000-8000-000000000001' };
const WORDS = { message: '00000000-0000-4000-8000-000000000002' };

let simulated: SimulatedCase;
beforeEach(() => {
  simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'helse' });
  simulated.submit('mottak', { type: 'assignOwner', owner: HANDLER });
});

const entry = (item: string) => checklist(newestProcess, simulated.state()).find((it) => it.item === item);
const legal = { type: 'tickItem', item: 'enquiryJournaled' } as const;

describe('proof', () => {
  it('stands where the tick is, and a document is a reference that the law asks for, a message is none', () => {
    expect(simulated.trySubmit(HANDLER, { ...legal, proof: [WORDS] })?.code).toBe('legal-item');
    simulated.submit(HANDLER, { ...legal, proof: [WORDS, MEMO] });
    expect(entry('enquiryJournaled')).toMatchObject({ state: 'DONE', by: HANDLER, proof: [WORDS, MEMO] });
  });

  it('of a fact stands at the item that the fact meets, and a correction changes it only when it names some', () => {
    simulated.submit(HANDLER, { type: 'registerFact', fact: 'meetingHeld', data: {}, proof: [MEMO] });
    expect(entry('clarificationMeeting')?.proof).toEqual([MEMO]);
    const event = simulated.eventsOfType('factRegistered').at(-1)?.seq ?? 0;
    simulated.submit(HANDLER, { type: 'correctFact', event, on: '2027-01-08', reason: 'text:r' });
    expect(entry('clarificationMeeting')?.proof).toEqual([MEMO]);
    const corrected = simulated.eventsOfType('factCorrected').at(-1)?.seq ?? 0;
    simulated.submit(HANDLER, { type: 'correctFact', event: corrected, reason: 'text:r', proof: [WORDS] });
    expect(entry('clarificationMeeting')?.proof).toEqual([WORDS]);
  });

  it('stands at the answer of a unit, at what the entrepreneur has sent, and at the parts of a handover', () => {
    const asked = { kind: 'QUESTION', question: 'text:q', answerBy: '2027-01-20' } as const;
    simulated.submit(HANDLER, { type: 'askUnit', unit: 'nav', ...asked });
    simulated.submit('leder.nav', {
      type: 'answerQuestion',
      question: 'q1',
      answer: 'TEXT',
      text: 'text:t',
      proof: [MEMO],
    });
    expect(simulated.state().questions?.[0]?.answer?.proof).toEqual([MEMO]);
    simulated.submit(HANDLER, { type: 'requestInformation', what: ['text:w'] });
    simulated.submit('entreprenor.01', { type: 'giveInformation', request: 'i1', item: 1, proof: [WORDS] });
    expect(simulated.state().information?.[0]?.items[0]?.given).toMatchObject([{ proof: [WORDS] }]);
    simulated.submit(HANDLER, {
      type: 'draftHandover',
      purpose: 'TRANSFER',
      receivers: [{ unit: 'kultur', person: 'leder.kultur' }],
      package: 'text:p',
      proof: { agreements: [MEMO], dialogue: [WORDS] },
    });
    expect(simulated.state().handovers.at(-1)?.proof).toEqual({ agreements: [MEMO], dialogue: [WORDS] });
  });
});
