import type { EntityManager } from 'typeorm';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import type { Actor } from '#domain/model/command.js';
import { internalTokensOf, readTokensOf } from '#domain/policy/read-access.js';
import { representationsOf } from '#store/organisations/representatives.js';
import { readDirectory } from '#store/people/directory.js';
import type { Reader } from './before/lists.js';

/** A person as the lists know them. */
export async function readerOf(manager: EntityManager, user: string): Promise<Reader> {
  const on = osloDateOf(new Date().toISOString());
  const { users } = await readDirectory(manager, on);
  const speaksFor = await representationsOf(manager, user, on);
  const actor: Actor = { user, grants: users.find(({ id }) => id === user)?.grants ?? [], speaksFor };
  return { user, speaksFor, tokens: readTokensOf(actor), internalTokens: internalTokensOf(actor) };
}
