import { describe, expect, it } from '@jest/globals';
import { requestedVersion } from './if-match.decorator.js';

describe('If-Match', () => {
  it.each<[string | undefined, number | undefined]>([
    [undefined, undefined],
    ['*', undefined],
    ['"7"', 7],
    [' "7" ', 7],
    ['"3", "9"', 9],
    ['"abc"', 0],
    ['W/"7"', 0],
    ['W/"9", "7"', 7],
  ])('%s asks for version %s; 0 is one that never is', (header, version) => {
    expect(requestedVersion(header)).toBe(version);
  });

  it.each(['7', '', '"7', '"a""b"', 'W/7', '"7",', '"a\u0007"'])('%j is refused', (header) => {
    expect(() => requestedVersion(header)).toThrow('malformed');
  });
});
