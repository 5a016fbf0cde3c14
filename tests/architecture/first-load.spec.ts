import { describe, expect, it } from '@jest/globals';
import { firstLoadsOf } from '#support/first-load-size.js';

/** Compressed script that may come before the first screen, in kilobytes. */
const MOST_OF_STAFF = 220;
/** Opened on a phone, from a link in a mail: half of it is React. */
const MOST_OF_PORTAL = 130;

describe('the first load', () => {
  it.each([
    ['index.html', MOST_OF_STAFF],
    ['portal.html', MOST_OF_PORTAL],
  ] as const)('of no address of %s has more than %s kB of script', (page, most) => {
    const loads = firstLoadsOf(page);
    expect(loads.length).toBeGreaterThan(4);
    expect(loads.filter(({ scriptKb }) => scriptKb > most)).toEqual([]);
    expect(loads.filter(({ scriptKb }) => scriptKb < 80)).toEqual([]);
  });

  it('of the portal has none of the script of Designsystemet or the router', () => {
    const [portal] = firstLoadsOf('portal.html');
    const [staff] = firstLoadsOf('index.html');
    expect((staff?.scriptKb ?? 0) - (portal?.scriptKb ?? 0)).toBeGreaterThan(60);
  });
});
