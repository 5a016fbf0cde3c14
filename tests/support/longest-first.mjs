import Sequencer from '@jest/test-sequencer';

/** Half a year must pass in it, however fast the clock: whatever else there is to test is tested meanwhile. */
const LONGEST = /[\\/]tests[\\/]e2e[\\/]robot\.spec\.ts$/;

class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => Number(LONGEST.test(b.path)) - Number(LONGEST.test(a.path)));
  }
}

// Jest takes only a default export.
export default LongestFirst;
