import { hasNationalIdentityNumber } from '#domain/privacy/national-identity-number.js';
import { refusedWith } from './refused.js';

/**
 * Texts of people hold no national identity number: Stafett is about collaborations, not about residents (docs/privacy.md).
 * @param fields  by JSON pointer; every string in a value is looked through.
 * @throws HttpRefusal 400 `sensitive-number`, which does not repeat it.
 */
export function requireNoNationalIdentityNumber(fields: Readonly<Record<string, unknown>>): void {
  const found = Object.entries(fields).filter(([, value]) => stringsIn(value).some(hasNationalIdentityNumber));
  if (found.length === 0) return;
  throw refusedWith(
    'sensitive-number',
    {
      nb: 'Teksten har et fødselsnummer. Ta det bort: skriv navnet, eller vis til saken i fagsystemet.',
      en: 'The text has a national identity number. Take it out: write the name, or refer to the case in its own system.',
    },
    found.map(([pointer]) => ({ pointer, detail: 'holds a national identity number' })),
  );
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
