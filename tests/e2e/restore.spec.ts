import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startInstallation, type TestInstallation } from '#support/test-installation.js';
import { RESTORES, restoreRound, type Restore, type RoundResult } from './restores.js';

/** With STAFETT_RESTORES=all every kind of restore, after a stop and after kill -9; else the two that differ most. */
const isLong = process.env['STAFETT_RESTORES'] === 'all';
const ROUNDS: readonly (readonly [Restore, boolean])[] = isLong
  ? RESTORES.flatMap((restore) => [[restore, false] as const, [restore, true] as const])
  : [
      ['postgres-older', false],
      ['temporal-empty', true],
    ];

let installation: TestInstallation;
const numbers: string[] = [];
beforeAll(async () => {
  installation = await startInstallation({ startAt: '2027-06-07T08:00:00+02:00', seed: 'none' });
}, 180_000);
afterAll(() => installation?.remove(), 60_000);

/** The restored database may lack what came after the copy; nothing else is missing, and nothing is there twice. */
function expectNothingLost({ cases }: RoundResult, restore: Restore): void {
  for (const { before, lost, after, applied } of cases) {
    expect(new Set(applied).size).toBe(applied.length);
    const isPostgresOlder = restore === 'postgres-older' || restore === 'both-older';
    const kept = isPostgresOlder ? lost.filter((key) => applied.includes(key)) : lost;
    expect(applied).toEqual([...before, ...kept, ...after]);
  }
}

describe('under a stream of commands', () => {
  it.each(ROUNDS)(
    'restored with %s (killed: %s), no acknowledged command is lost beyond the backup, and verify is clean without a hand',
    async (restore, killed) => {
      const result = await restoreRound(installation, restore, { name: `${restore}-${killed}`, killed, numbers });
      expectNothingLost(result, restore);
      expect(`${result.verified.code} ${result.verified.output}`).toMatch(/^0 /);
      expect(new Set(numbers).size).toBe(numbers.length);
    },
    300_000,
  );
});
