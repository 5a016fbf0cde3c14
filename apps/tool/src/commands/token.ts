import { randomUUID } from 'node:crypto';
import { isUuid } from '#platform/input/uuid.js';
import { signApiToken } from '#platform/session/api-token.js';
import { listTokens, registerToken, revokeToken } from '#store/access/api-tokens.js';
import type { ApiToken } from '#store/access/api-tokens.js';
import { isActivePerson } from '#store/access/sessions.js';
import type { Installation } from '../with-installation.js';
import type { ExitCode, Print } from '../print.js';
import { ToolError } from '../errors.js';
import type { ToolArguments } from '../usage.js';

const DAY_MS = 86_400_000;

/** API tokens for programs: creates one and prints it once, lists them, or revokes one. */
export async function runToken(installation: Installation, { token }: ToolArguments, print: Print): Promise<ExitCode> {
  if (token?.act === 'make') return createToken(installation, token, print);
  if (token?.act === 'revoke') return revokeById(installation, token.id, print);
  const tokens = await listTokens(installation.dataSource.manager);
  for (const one of tokens) print.result(lineOf(one));
  print.remark(`tokens: ${tokens.length}`);
  return 0;
}

type CreateToken = Extract<ToolArguments['token'], { act: 'make' }>;

async function createToken(
  { dataSource: { manager }, config }: Installation,
  { person, name, scopes, days }: CreateToken,
  print: Print,
): Promise<ExitCode> {
  const { STAFETT_SECRET: secret, STAFETT_INSTALLATION_ID: installation } = config;
  if (!secret || !installation)
    throw new ToolError('STAFETT_SECRET and STAFETT_INSTALLATION_ID are not set, and nothing that runs tells them.');
  if (!(await isActivePerson(manager, person))) throw new ToolError(`There is no ${person}, or they have left.`);
  const id = randomUUID();
  // The `exp` claim of a JWT has whole seconds.
  const expiresAt = new Date(Math.floor(Date.now() / 1000) * 1000 + days * DAY_MS);
  await registerToken(manager, { id, name, person, scopes, expiresAt });
  print.remark(`token ${id} acts as ${person} until ${expiresAt.toISOString()}; it is shown this once`);
  print.result(await signApiToken({ secret, installation }, { id, scopes, expiresAt }));
  return 0;
}

async function revokeById({ dataSource: { manager } }: Installation, id: string, print: Print): Promise<ExitCode> {
  if (!isUuid(id) || !(await revokeToken(manager, id))) throw new ToolError(`There is no token ${id}.`);
  print.result(`revoked ${id}`);
  return 0;
}

function lineOf({ id, name, person, scopes, expiresAt, revokedAt }: ApiToken): string {
  const end = revokedAt ? `revoked ${revokedAt.toISOString()}` : `until ${expiresAt.toISOString()}`;
  return `${id}  ${person}  ${scopes.join(',')}  ${end}  ${name}`;
}
