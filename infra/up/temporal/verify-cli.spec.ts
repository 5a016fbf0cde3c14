import { describe, expect, it } from '@jest/globals';
import { isNewEnough, verifyCli, versionIn } from './verify-cli.js';

describe('a Temporal program', () => {
  it('tells its version', () => {
    expect(versionIn('temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)')).toEqual([1, 9]);
    expect(versionIn('v20.20.2')).toBeUndefined();
  });

  it('must be 1.4 or newer', () => {
    const versions = [
      [0, 13],
      [1, 3],
      [1, 4],
      [1, 10],
      [2, 0],
    ] as const;
    expect(versions.map(isNewEnough)).toEqual([false, false, true, true, true]);
  });

  it('that is another program, or none, is refused before it is used', async () => {
    await expect(verifyCli(process.execPath)).rejects.toThrow(/is not the Temporal CLI/);
    await expect(verifyCli('/nowhere/temporal')).rejects.toThrow(/does not run/);
  });
});
