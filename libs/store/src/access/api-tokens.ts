import { IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import { audit } from '../audit/audit.js';
import { ApiTokenTable } from './api-token-table.js';
import type { ApiTokenRow } from './api-token-table.js';

export type ApiToken = Readonly<ApiTokenRow>;

export async function registerToken(
  manager: EntityManager,
  token: Omit<ApiToken, 'createdAt' | 'revokedAt'>,
): Promise<void> {
  const { id, name, person, scopes, expiresAt } = token;
  await manager.transaction(async (within) => {
    await within.insert(ApiTokenTable, { id, name, person, scopes: [...scopes], expiresAt });
    const detail = { did: 'made', token: id, scopes, expiresAt: expiresAt.toISOString() };
    await audit(within, { kind: 'tokenChanged', by: null, subject: person, detail });
  });
}

/** Newest first. */
export async function listTokens(manager: EntityManager): Promise<readonly ApiToken[]> {
  return manager.find(ApiTokenTable, { order: { createdAt: 'DESC' } });
}

/** Idempotent. @returns false when there is no such token. */
export async function revokeToken(manager: EntityManager, id: string): Promise<boolean> {
  return manager.transaction(async (within) => {
    const token = await within.findOneBy(ApiTokenTable, { id });
    if (!token) return false;
    await revoke(within, token, null);
    return true;
  });
}

/** Revokes a person's tokens, with one audit entry each. Runs in the caller's transaction. */
export async function revokeApiTokensOf(manager: EntityManager, person: UserId, by: UserId): Promise<void> {
  for (const token of await manager.findBy(ApiTokenTable, { person, revokedAt: IsNull() }))
    await revoke(manager, token, by);
}

async function revoke(manager: EntityManager, { id, person }: ApiToken, by: UserId | null): Promise<void> {
  const { affected } = await manager.update(ApiTokenTable, { id, revokedAt: IsNull() }, { revokedAt: new Date() });
  if (affected !== 1) return;
  await audit(manager, { kind: 'tokenChanged', by, subject: person, detail: { did: 'revoked', token: id } });
}
