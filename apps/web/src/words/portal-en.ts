import type { portalWords as bokmål } from './portal-nb.js';
import type { Translated } from './start-words.js';

/** What entrepreneurs and the public read, in English. */
export const portalWords: Translated<typeof bokmål> = {
  portal: {
    municipality: 'Stafett',
    skip: 'Skip to the content',
    title: 'Working with the municipality',
    lead: 'Here the municipality and social entrepreneurs follow a collaboration from idea to effect.',
    forStaff: 'Sign in as staff',
    forEntrepreneurs: 'Sign in as a social entrepreneur',
  },
};
