import { Engine } from '#engine/engine.js';
import { storyDaysFrom } from '#infra/demo/story-days.js';
import { seedCase } from '#infra/demo/seed.js';
import { createLogger } from '#platform/logger.js';
import { derivedToken } from '#platform/session/token.js';
import { setClockOnce } from '#store/installation/installation.js';
import { startTestApi } from '#support/test-api.js';
import type { TestApi } from '#support/test-api.js';
import { TEST_SECRET, freshDatabase } from '#support/test-database.js';
import { TEST_PAYLOAD_KEY } from '#support/test-temporal.js';
import { StartRelayService } from '#worker/start-relay.service.js';
import { plant } from './planted-case.js';
import type { PlantedCase } from './planted-case.js';
import { WalkedCase } from './walked-case.js';

/** One way through a case, from what was planted to what everybody sees at each turn. */
export interface Walk extends PlantedCase {
  readonly title: string;
  readonly play: (walked: WalkedCase) => Promise<void>;
}

export interface Walked {
  readonly api: TestApi;
  readonly cases: readonly WalkedCase[];
  close(): Promise<void>;
}

/**
 * An api, its worker and the relay on a real Postgres and Temporal, with planted cases. Domain time stands still until all of it
 * is there, so that no walk begins late.
 */
export async function startWalks(
  planted: readonly PlantedCase[],
  { at, speed }: { readonly at: string; readonly speed: number },
): Promise<Walked> {
  const database = await freshDatabase();
  const api = await startTestApi({ database, at, speed, ready: false });
  const days = storyDaysFrom(at);
  const built = planted.map((it, index) => plant(it, days, index + 1));
  await api.dataSource.transaction(async (manager) => {
    for (const story of built) await seedCase(manager, story, TEST_SECRET);
  });
  const engine = new Engine({
    address: api.temporal?.address ?? '',
    namespace: api.temporal?.namespace ?? 'default',
    taskQueue: 'test',
    payloadKey: TEST_PAYLOAD_KEY,
  });
  const log = createLogger('test', 'warn');
  const relay = new StartRelayService(await database.connectAs('worker'), engine, log, database.urls.worker);
  await setClockOnce(api.dataSource.manager, { origin: { domain: at, wall: Date.now() }, speed });
  await relay.open();
  const cases = built.map(({ simulation }) => {
    const { id, entrepreneur } = simulation.state();
    const secret = derivedToken(TEST_SECRET, `enquiry:${id}`);
    return new WalkedCase(api.url, id, entrepreneur ?? '', `/enquiries/status/${secret}`);
  });
  return {
    api,
    cases,
    async close() {
      await relay.close();
      await engine.close();
      await api.close();
    },
  };
}
