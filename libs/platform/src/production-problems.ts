import type { Environment } from './environment.js';
import { isLoopback } from './loopback.js';

const MIN_DISTINCT_CHARACTERS = 12;
/** Words that guides and examples use for secrets, ours included. */
const GUESSABLE_WORDS = /change-?me|secret|example|passw?or[dt]|stafett|hemmelig|test|0123456789|abcdefgh|qwerty/i;

/** True when the address is https, or when STAFETT_PRODUCTION says so. */
export const isProduction = (env: Environment): boolean =>
  env['STAFETT_PRODUCTION'] === 'on' || /^https:/i.test(env['STAFETT_URL'] ?? '');

/** The api listens to others than this machine. */
const isReachable = ({ STAFETT_HOST: host }: Environment): boolean => !!host && !isLoopback(host);

/** People use an address that is not this machine's own. */
const hasPublicUrl = ({ STAFETT_URL: url }: Environment): boolean =>
  !!url && URL.canParse(url) && !isLoopback(new URL(url).hostname);

/** Demo sign-in lets anybody in as anybody, so nobody but this machine may reach it. In production it is refused anyway. */
export function demonstrationProblems(env: Environment): readonly string[] {
  if (isProduction(env) || env['STAFETT_DEMO_SIGN_IN'] !== 'on' || !isReachable(env)) return [];
  return [`STAFETT_DEMO_SIGN_IN=on: anybody who reaches ${env['STAFETT_HOST']} could sign in as anybody; turn it off.`];
}

/**
 * What `npm start` would run itself, and what is open to every account of this machine or shows everybody's mail. Fit for a
 * demonstration that nobody else reaches.
 */
export function embeddedProblems(env: Environment): readonly string[] {
  if (!isProduction(env) && !isReachable(env) && !hasPublicUrl(env)) return [];
  const { TEMPORAL_ADDRESS: temporal, SMTP_URL: mail, OIDC_ISSUER: issuer, STAFETT_DEMO_SIGN_IN: demo } = env;
  const why = isProduction(env) ? 'In production' : 'Where others reach it';
  return [
    !temporal &&
      `TEMPORAL_ADDRESS is not set. ${why} it is a Temporal server of your own: every account of this machine gets into the embedded one.`,
    !mail && `SMTP_URL is not set. ${why} it is a mail server: the embedded sink sends nothing and shows every mail.`,
    !isProduction(env) &&
      !issuer &&
      demo !== 'off' &&
      `OIDC_ISSUER is not set. ${why} people sign in at an issuer of yours, or nobody does (STAFETT_DEMO_SIGN_IN=off).`,
  ].filter((problem) => typeof problem === 'string');
}

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
