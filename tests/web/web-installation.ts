import { sharedInstallation } from '#support/test-installation.js';
import type { TestInstallation } from '#support/test-installation.js';

/** The morning of all pictures and journeys: a Thursday. */
const START_AT = '2026-11-26T08:14:00+01:00';

/** The demonstration, shared by all specs of the web. Each journey changes cases that no other one looks at. */
export async function webInstallation(): Promise<TestInstallation> {
  const { stafett } = await sharedInstallation('web', { startAt: START_AT, seed: 'demo' }, async () => undefined);
  return stafett;
}
