import { describe, expect, it } from '@jest/globals';
import { localized } from './language.js';

describe('a document in a language', () => {
  const document = {
    facts: {
      meetingHeld: {
        label: { nb: 'Møte holdt', en: 'Meeting held' },
        schema: { properties: { note: { title: 'Notat', 'x-title-en': 'Note' } } },
      },
    },
    by: ['owner'],
  };

  it('has its labels and titles as plain words', () => {
    expect(localized(document, 'nb')).toMatchObject({
      facts: { meetingHeld: { label: 'Møte holdt', schema: { properties: { note: { title: 'Notat' } } } } },
      by: ['owner'],
    });
    expect(localized(document, 'en')).toMatchObject({
      facts: { meetingHeld: { label: 'Meeting held', schema: { properties: { note: { title: 'Note' } } } } },
    });
  });
});
