import type { Environment } from './environment.js';

/** Missing OIDC variables, found at start instead of at the first sign-in. */
export function signInProblems(env: Environment): readonly string[] {
  return ['OIDC_', 'OIDC_CONTACT_'].flatMap((prefix) => problemsOf(env, prefix));
}

function problemsOf(env: Environment, prefix: string): string[] {
  if (!env[`${prefix}ISSUER`]) return [];
  const usesPrivateKey = env[`${prefix}CLIENT_AUTH`] === 'private_key_jwt';
  const needed = ['CLIENT_ID', usesPrivateKey ? 'CLIENT_KEY' : 'CLIENT_SECRET'];
  return needed
    .map((name) => `${prefix}${name}`)
    .filter((name) => !env[name])
    .map((name) => `${name} is not set, which ${prefix}ISSUER needs.`);
}
