import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from './import-violations.js';

/** An e-mail address has one canonical form, which is made where it comes in. After that equal addresses are equal text. */

const read = (file: string): string => readFileSync(path.join(projectRoot, file), 'utf8');
const sources = ['libs', 'apps', 'infra', 'workflows'].flatMap((folder) =>
  readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`)
    .filter((file) => /[.](ts|mjs)$/.test(file) && !/[.]spec[.]ts$|[.]d[.]ts$/.test(file)),
);

/** SQL or code that changes or ignores the case of an address, or compares it by a pattern. */
const FOLDING: readonly RegExp[] = [
  /\b(?:lower|upper|citext|unaccent|normalize)\s*\([^()]*e?mail[^()]*\)/i,
  /e?mail\b[^\n;]{0,40}?\s(?:NOT )?(?:I?LIKE|SIMILAR TO|~\*?)\s/i,
  /e?mail\w*\b[^\n;]{0,20}?\bI?Like\(/i,
  /e?mail\w*[?!]?(?:\)|\.trim\(\))*\??\.(?:toLowerCase|toUpperCase|toLocaleLowerCase|localeCompare|normalize)\(/i,
  /citext/i,
];

const violationsIn = (source: string): string[] =>
  source.split('\n').filter((line) => !/^\s*(?:\/?\*|\/\/)/.test(line) && FOLDING.some((it) => it.test(line)));

describe('an e-mail address', () => {
  it('is compared as it is stored, in SQL and in code', () => {
    const found = sources.flatMap((file) => violationsIn(read(file)).map((line) => `${file}: ${line.trim()}`));
    expect(found).toEqual([]);
  });

  it('is of the one kind in every body and query: no contract describes another', () => {
    const contracts = sources.filter((file) => file.startsWith('libs/contracts/src/http/'));
    const own = contracts.filter((file) => /z\s*[.]\s*email\(|format: 'email'|[.]email\(\)/.test(read(file)));
    const makers = contracts.filter((file) => read(file).includes('canonicalEmail('));
    expect({ own, makers }).toEqual({
      own: [],
      makers: ['libs/contracts/src/http/shared/email-address.ts', 'libs/contracts/src/http/shared/fields.ts'],
    });
  });

  it.each([
    'WHERE lower(p.email) = lower($3)',
    'CREATE UNIQUE INDEX a ON person (lower(email));',
    'where: { email: ILike(escapeLike(email)) },',
    "WHERE contact_email ILIKE 'a%'",
    'const key = `${staff}:${email.toLowerCase()}`;',
    'if (email.trim().toLowerCase() === other) return;',
    'email citext,',
  ])('would be noticed: %s', (line) => {
    expect(violationsIn(line)).toEqual([line]);
  });
});
