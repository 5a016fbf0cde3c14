import { describe, expect, it } from '@jest/globals';
import { label } from '../../process/label.js';
import { dayText } from './day-text.js';
import { about, byReceiver, inRole, listed, onDay, same, until } from './event-sentences.js';
import type { EventNames } from './event-sentences.js';

const names = {
  person: (id: string) => `Person ${id}`,
  role: () => label('mentor', 'mentor'),
  receivers: (id: string) => `those of ${id}`,
  receiver: (id: string, place: number) => `receiver ${place} of ${id}`,
} as unknown as EventNames;
const paused = label('På vent', 'On hold');

describe('a sentence about an event', () => {
  it('has what it is about after a colon, and the day where there is one', () => {
    expect(about(paused, label('sak', 'case'))).toEqual(label('På vent: sak', 'On hold: case'));
    expect(until(paused, '2027-02-03')).toEqual(
      label('På vent, til 3. februar 2027', 'On hold, until 3 February 2027'),
    );
    expect(onDay(paused, '2027-12-17')).toEqual(label('På vent, 17. desember 2027', 'On hold, 17 December 2027'));
    expect(byReceiver('Sendt', 'Sent')({ handover: 'h1' }, names)).toEqual(
      label('Sendt: those of h1', 'Sent: those of h1'),
    );
  });

  it('is the word alone where the reader may not see the rest', () => {
    expect([about(paused, undefined), until(paused, undefined), onDay(paused, undefined)]).toEqual([
      paused,
      paused,
      paused,
    ]);
    expect(byReceiver('Sendt', 'Sent')({}, names)).toEqual(label('Sendt', 'Sent'));
    expect([inRole('a', undefined, names), inRole(undefined, 'mentor', names), listed([])]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('names a person with the role, and lists with commas', () => {
    expect(inRole('a', 'mentor', names)).toEqual(label('Person a, mentor', 'Person a, mentor'));
    expect(listed([same('x'), same('y')])).toEqual(same('x, y'));
  });

  it('has each month by its name', () => {
    const months = Array.from({ length: 12 }, (_, n) => dayText(`2027-${String(n + 1).padStart(2, '0')}-01`));
    expect(new Set(months.map(({ nb }) => nb)).size).toBe(12);
    expect([months[0], months[11]]).toEqual([
      { nb: '1. januar 2027', en: '1 January 2027' },
      { nb: '1. desember 2027', en: '1 December 2027' },
    ]);
  });
});
