import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { LocalizedText } from '../language.js';

export type Issue = StandardSchemaV1.Issue & {
  readonly code?: string;
  readonly keys?: readonly string[];
  readonly origin?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
};

/** The fields of forms that people fill in, as a sentence begins with them. */
const FIELDS: Readonly<Record<string, LocalizedText>> = {
  title: { nb: 'Tittelen', en: 'The title' },
  name: { nb: 'Navnet', en: 'The name' },
  description: { nb: 'Beskrivelsen', en: 'The description' },
  email: { nb: 'E-postadressen', en: 'The e-mail address' },
  phone: { nb: 'Telefonnummeret', en: 'The phone number' },
  number: { nb: 'Organisasjonsnummeret', en: 'The organisation number' },
};

const SAYINGS: Readonly<Record<string, LocalizedText>> = {
  missing: { nb: 'må fylles ut.', en: 'must be filled in.' },
  email: { nb: 'må være en adresse som kari@firma.no.', en: 'must be an address such as kari@firma.no.' },
  number: {
    nb: 'har ni sifre, og det siste er et kontrollsiffer. Se etter at alle er riktige.',
    en: 'has nine digits, and the last one is a check digit. See that all of them are right.',
  },
};

/** What is wrong with a field of a form, in words for whoever filled it in; null where only a program sends the field. */
export function issueWords(issue: Issue, field: string): LocalizedText | null {
  const named = FIELDS[field];
  const said = named && sayingOf(issue, field);
  return said ? { nb: `${named.nb} ${said.nb}`, en: `${named.en} ${said.en}` } : null;
}

function sayingOf({ code, origin, minimum, maximum, message }: Issue, field: string): LocalizedText | undefined {
  if (code === 'too_small' && origin === 'string')
    return minimum === 1
      ? SAYINGS['missing']
      : { nb: `må ha minst ${minimum} tegn.`, en: `must have at least ${minimum} characters.` };
  if (code === 'invalid_type') return message.endsWith('received undefined') ? SAYINGS['missing'] : undefined;
  if (code === 'too_big' && origin === 'string')
    return { nb: `kan ha høyst ${maximum} tegn.`, en: `may have at most ${maximum} characters.` };
  return code === 'custom' ? SAYINGS[field] : undefined;
}
