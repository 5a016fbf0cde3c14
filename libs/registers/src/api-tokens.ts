import { IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { audit } from './audit.js';
import { apiTokens } from './tables/api-token.js';
import type { ApiTokenRow } from './tables/api-token.js';

export type ApiToken = Readonly<ApiTokenRow>;

export async function registerToken(
  manager: EntityManager,
  token: Omit<ApiToken, 'createdAt' | 'revokedAt'>,
): Promise<void> {
  const { id, name, person, scopes, expiresAt } = token;
  await manager.transaction(async (within) => {
    await within.insert(apiTokens, { id, name, person, scopes: [...scopes], expiresAt });
    const detail = { did: 'made', token: id, scopes, expiresAt: expiresAt.toISOString() };
    await audit(within, { kind: 'tokenChanged', by: null, subject: person, detail });
  });
}

/** The newest first. */
export async function allTokens(manager: EntityManager): Promise<readonly ApiToken[]> {
  return manager.find(apiTokens, { order: { createdAt: 'DESC' } });
}

/** @returns false when there is no such token; revoking it again is fine. */
export async function revokeToken(manager: EntityManager, id: string): Promise<boolean> {
  return manager.transaction(async (within) => {
    const token = await within.findOneBy(apiTokens, { id });
    if (!token) return false;
    const { affected } = await within.update(apiTokens, { id, revokedAt: IsNull() }, { revokedAt: new Date() });
    if (affected !== 1) return true;
    await audit(within, {
      kind: 'tokenChanged',
      by: null,
      subject: token.person,
      detail: { did: 'revoked', token: id },
    });
    return true;
  });
}
