import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient } from '#support/api-client.js';
import { followNextSteps } from '#support/follow-next-steps.js';
import type { TestInstallation } from '#support/test-installation.js';
import { sendEnquiry } from './send-enquiry.js';
import { fastInstallation } from './fast-installation.js';

let installation: TestInstallation;
beforeAll(async () => {
  ({ stafett: installation } = await fastInstallation());
}, 180_000);

describe('a program that knows nothing of the process', () => {
  it('carries an enquiry over HTTP through all six phases to COMPLETED, waiting where only time stands in the way', async () => {
    const id = await sendEnquiry(installation, 'Sykkelverkstedet', 'arbeid-og-inkludering');
    const reader = await installation.signIn('controller');
    const sessions = new Map<string, Promise<ApiClient>>();
    const as = (user: string): Promise<ApiClient> => {
      const session = sessions.get(user) ?? installation.signIn(user);
      sessions.set(user, session);
      return session;
    };
    const { phases, steps } = await followNextSteps({
      readCase: () => reader.case(id),
      submit: async (user, body) => void (await (await as(user)).submit(id, body)),
      waitUntil: (instant) => installation.waitUntil(instant),
    });
    expect(phases).toEqual(['FIRST_CONTACT', 'MENTORING', 'PILOT', 'PROCUREMENT', 'OPERATION', 'EFFECT_EVALUATION']);
    expect(steps.length).toBeGreaterThan(40);
    const { state, next } = await reader.case(id);
    expect({ state, next }).toEqual({ state: 'COMPLETED', next: [] });
    const events = await reader.timeline(id);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(events.filter(({ type }) => type === 'handoverCompleted').length).toBeGreaterThanOrEqual(5);
  }, 420_000);
});
