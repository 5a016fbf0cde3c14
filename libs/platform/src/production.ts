import type { Environment } from './environment.js';

const FEWEST_CHARACTERS = 12;
/** What stands in guides and examples, ours included. */
const KNOWN = /change-?me|secret|example|passw?or[dt]|stafett|hemmelig|test|0123456789|abcdefgh|qwerty/i;

/** An installation that people work in: reached over https, or said to be one. */
export const isProduction = (env: Environment): boolean =>
  env['STAFETT_PRODUCTION'] === 'on' || /^https:/i.test(env['STAFETT_URL'] ?? '');

/** What is fine in a demonstration and must never be so where people work. */
export function productionProblems(env: Environment): readonly string[] {
  if (!isProduction(env)) return [];
  const { STAFETT_DEMO_SIGN_IN: demo, STAFETT_SECRET: secret, STAFETT_URL: url, OIDC_ISSUER: issuer } = env;
  const contacts = env['OIDC_CONTACT_ISSUER'];
  return [
    demo === 'on' && 'STAFETT_DEMO_SIGN_IN=on: anybody could sign in as anybody; in production it must be off.',
    secret &&
      isWeak(secret) &&
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

/** Few different characters, something said twice or more, or words that everybody knows. */
export function isWeak(secret: string): boolean {
  return new Set(secret).size < FEWEST_CHARACTERS || /^(.+?)\1+$/s.test(secret) || KNOWN.test(secret);
}
