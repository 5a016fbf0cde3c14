import { describe, expect, it } from '@jest/globals';
import { isAtLeast } from './node-version.mjs';

describe('the version of Node', () => {
  it.each(['20.19.0', '20.19.4', '20.20.0', '22.0.0', '100.1.1'])('%s is new enough for >=20.19', (version) => {
    expect(isAtLeast(version, '>=20.19')).toBe(true);
  });

  it.each(['20.18.9', '18.99.0', '9.20.0'])('%s is too old for >=20.19', (version) => {
    expect(isAtLeast(version, '>=20.19')).toBe(false);
  });
});
