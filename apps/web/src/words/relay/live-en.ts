import type { liveWords as nb } from './live-nb.js';
import type { Translated } from '../start-words.js';

/** What staff read of changes that others make, and of a lost line, in English. */
export const liveWords: Translated<typeof nb> = {
  live: {
    strips: 'Changes',
    changed: 'The case has changed since you opened it:',
    at: 'at {{time}}',
    checking: 'We are checking whether it was saved.',
    see: 'See the change',
    anyway: 'Send anyway',
    listChanged: 'Something has changed since you opened the page.',
    seeList: 'Show the changes',
    lost: 'No connection. You see the page as it was at {{time}}. What you write is kept.',
  },
};
