import { expect, it } from '@jest/globals';
import { MANAGER_ACTS } from '../asked.js';
import { label } from '../../process/label.js';
import { dutyWords } from './duty-event-words.js';
import type { EventNames } from './event-sentences.js';

const names = { deadline: () => label('Ta kontakt', 'Make contact'), person: () => 'Kari' } as unknown as EventNames;

it('what a manager did about a deadline is said, each act in its own words', () => {
  const said = MANAGER_ACTS.map((act) =>
    dutyWords.debtActedOn.text?.({ act, deadline: 'd', person: 'kari', until: '2027-01-15' }, names),
  );
  expect(said.map((it) => it?.nb)).toEqual([
    'Lederen minnet om fristen: Ta kontakt',
    'Lederen ga oppgaven til Kari: Ta kontakt',
    'Lederen ga ny dato, 15. januar 2027: Ta kontakt',
    'Lederen tok over oppgaven: Ta kontakt',
  ]);
  expect(new Set(said.map((it) => it?.en)).size).toBe(MANAGER_ACTS.length);
});
