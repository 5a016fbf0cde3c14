import type { Adapter, AdapterPayload, ClientMetadata } from 'oidc-provider';

/**
 * What a test's issuer remembers, its client included. A client that is given to the provider directly is cloned into
 * another realm than the one that Jest runs in, where its keys are no plain objects.
 */
export function issuerMemory(client: ClientMetadata): (model: string) => Adapter {
  const kept = new Map<string, AdapterPayload>();
  const findBy = (matches: (payload: AdapterPayload) => boolean) =>
    Promise.resolve([...kept.values()].find((payload) => matches(payload)));
  return (model) => {
    const key = (id: string): string => `${model}:${id}`;
    return {
      upsert: async (id, payload) => void kept.set(key(id), payload),
      find: async (id) => (model === 'Client' && id === client.client_id ? client : kept.get(key(id))),
      findByUserCode: (userCode) => findBy((payload) => payload.userCode === userCode),
      findByUid: (uid) => findBy((payload) => payload.uid === uid),
      consume: async (id) => {
        const payload = kept.get(key(id));
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => void kept.delete(key(id)),
      revokeByGrantId: async (grantId) => {
        for (const [id, payload] of kept) if (payload.grantId === grantId) kept.delete(id);
      },
    };
  };
}
