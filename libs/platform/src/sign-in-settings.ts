import type { Environment } from './config.js';

/** What a provider of sign-in cannot do without: said at the start, not to the first person who signs in. */
export function signInProblems(env: Environment): readonly string[] {
  return ['OIDC_', 'OIDC_CONTACT_'].flatMap((prefix) => problemsOf(env, prefix));
}

function problemsOf(env: Environment, prefix: string): string[] {
  if (!env[`${prefix}ISSUER`]) return [];
  const withKey = env[`${prefix}CLIENT_AUTH`] === 'private_key_jwt';
  const needed = ['CLIENT_ID', withKey ? 'CLIENT_KEY' : 'CLIENT_SECRET'];
  return needed
    .map((name) => `${prefix}${name}`)
    .filter((name) => !env[name])
    .map((name) => `${name} is not set, which ${prefix}ISSUER needs.`);
}
