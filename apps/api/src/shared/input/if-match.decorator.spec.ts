import { describe, expect, it } from '@jest/globals';
import { requestedVersion } from './if-match.decorator.js';

describe('If-Match', () => {
  it.each<[string | undefined, number | undefined]>([
    [undefined, undefined],
    ['*', undefined],
    ['"7"', 7],
    [' "7" ', 7],
    ['"3", "9"', 9],
    ['W/"9", "7"', 7],
  ])('%s asks for version %s', (header, version) => {
    expect(requestedVersion(header)).toBe(version);
  });

  it.each(['W/"7"', '"abc"', '"7-gzip"', 'W/"7", W/"9"'])(
    '%s is no ETag of ours, and the refusal says what to send',
    (header) => {
      expect(() => requestedVersion(header)).toThrow(/^stale: .*"7"/);
    },
  );

  it.each(['7', '', '"7', '"a""b"', 'W/7', '"7",', '"a\u0007"'])('%j is refused', (header) => {
    expect(() => requestedVersion(header)).toThrow('malformed');
  });
});
