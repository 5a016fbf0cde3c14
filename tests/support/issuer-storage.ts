import type { Adapter, AdapterPayload, ClientMetadata } from 'oidc-provider';

/**
 * In-memory storage for the OpenID provider, with its one client. A client passed to the provider directly would be
 * cloned into a realm other than Jest's, where its keys are not plain objects.
 */
export function issuerMemory(client: ClientMetadata): (model: string) => Adapter {
  const stored = new Map<string, AdapterPayload>();
  const findBy = (matches: (payload: AdapterPayload) => boolean) =>
    Promise.resolve([...stored.values()].find((payload) => matches(payload)));
  return (model) => {
    const key = (id: string): string => `${model}:${id}`;
    return {
      upsert: async (id, payload) => void stored.set(key(id), payload),
      find: async (id) => (model === 'Client' && id === client.client_id ? client : stored.get(key(id))),
      findByUserCode: (userCode) => findBy((payload) => payload.userCode === userCode),
      findByUid: (uid) => findBy((payload) => payload.uid === uid),
      consume: async (id) => {
        const payload = stored.get(key(id));
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => void stored.delete(key(id)),
      revokeByGrantId: async (grantId) => {
        for (const [id, payload] of stored) if (payload.grantId === grantId) stored.delete(id);
      },
    };
  };
}
