import type { Environment } from './environment.js';

const MIN_DISTINCT_CHARACTERS = 12;
/** Words that guides and examples use for secrets, ours included. */
const GUESSABLE_WORDS = /change-?me|secret|example|passw?or[dt]|stafett|hemmelig|test|0123456789|abcdefgh|qwerty/i;

/** True when the address is https, or when STAFETT_PRODUCTION says so. */
export const isProduction = (env: Environment): boolean =>
  env['STAFETT_PRODUCTION'] === 'on' || /^https:/i.test(env['STAFETT_URL'] ?? '');

/** Settings that are accepted in a demonstration but not in production. */
export function productionProblems(env: Environment): readonly string[] {
  if (!isProduction(env)) return [];
  const { STAFETT_DEMO_SIGN_IN: demo, STAFETT_SECRET: secret, STAFETT_URL: url, OIDC_ISSUER: issuer } = env;
  const contacts = env['OIDC_CONTACT_ISSUER'];
  return [
    demo === 'on' && 'STAFETT_DEMO_SIGN_IN=on: anybody could sign in as anybody; in production it must be off.',
    secret &&
      isWeakSecret(secret) &&
      'STAFETT_SECRET=***: is too easy to guess for production; `openssl rand -base64 32` makes one.',
    !url && 'STAFETT_URL is not set. In production it is the https address that people use.',
    url && !/^https:/i.test(url) && 'STAFETT_URL=***: must begin with https: in production.',
    !issuer && 'OIDC_ISSUER is not set. In production people sign in at an issuer of the municipality.',
    issuer &&
      !/^https:/i.test(issuer) &&
      `OIDC_ISSUER=${JSON.stringify(issuer)}: must begin with https: in production.`,
    contacts &&
      !/^https:/i.test(contacts) &&
      `OIDC_CONTACT_ISSUER=${JSON.stringify(contacts)}: must begin with https: in production.`,
  ].filter((problem) => typeof problem === 'string' && problem !== '') as string[];
}

/** True for few distinct characters, a repeated sequence, or a guessable word. */
export function isWeakSecret(secret: string): boolean {
  return new Set(secret).size < MIN_DISTINCT_CHARACTERS || /^(.+?)\1+$/s.test(secret) || GUESSABLE_WORDS.test(secret);
}
