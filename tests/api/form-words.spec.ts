import { describe, expect, it } from '@jest/globals';
import { enquiryBody } from '#contracts/http/cases/enquiry.js';
import { malformedFromIssues } from '#platform/input/input-errors.js';

const form = {
  organisation: { name: 'Verkstedet AS', number: '310400017' },
  contact: { name: 'Kari Hansen', email: 'kari@firma.example' },
  title: 'Et verksted for unge',
  description: 'Vi vil hjelpe unge inn i arbeid.',
};

const refused = (body: unknown, language: 'nb' | 'en') =>
  malformedFromIssues(enquiryBody.safeParse(body).error?.issues ?? []).problemIn(language);

describe('the public form', () => {
  it.each([
    [
      '/organisation/number',
      { ...form, organisation: { ...form.organisation, number: '310400018' } },
      'Organisasjonsnummeret har ni sifre',
      'The organisation number has nine digits',
    ],
    [
      '/contact/email',
      { ...form, contact: { ...form.contact, email: 'kari' } },
      'E-postadressen må være en adresse',
      'The e-mail address must be an address',
    ],
    [
      '/contact/phone',
      { ...form, contact: { ...form.contact, phone: '12' } },
      'Telefonnummeret må ha minst 3 tegn.',
      'The phone number must have at least 3 characters.',
    ],
    ['/title', { ...form, title: '   ' }, 'Tittelen må fylles ut.', 'The title must be filled in.'],
    ['/title', { ...form, title: undefined }, 'Tittelen må fylles ut.', 'The title must be filled in.'],
    [
      '/title',
      { ...form, title: 'a'.repeat(201) },
      'Tittelen kan ha høyst 200 tegn.',
      'The title may have at most 200 characters.',
    ],
    ['/description', { ...form, description: '' }, 'Beskrivelsen må fylles ut.', 'The description must be filled in.'],
  ])('says at %s what is wrong, in the language of whoever fills it in', (pointer, body, nb, en) => {
    for (const [language, words] of [
      ['nb', nb],
      ['en', en],
    ] as const)
      expect(refused(body, language)).toMatchObject({
        code: 'malformed',
        detail: expect.stringContaining(words),
        errors: [{ pointer, detail: expect.stringContaining(words) }],
      });
  });

  it('says several things at once, and of what only a program sends that the form is wrong', () => {
    expect(refused({ ...form, title: '', description: '' }, 'nb').detail).toBe(
      'Tittelen må fylles ut. Beskrivelsen må fylles ut.',
    );
    expect(refused({ ...form, more: 1 }, 'nb').detail).toBe('Forespørselen har ikke den formen den skal ha.');
  });
});
