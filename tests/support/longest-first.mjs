import Sequencer from '@jest/test-sequencer';

/** Half a year must pass in the first, however fast its clock: the rest is tested meanwhile, beginning with what shares it. */
const FIRST = ['robot', 'stories', 'easter'].map(
  (name) => new RegExp(`[\\\\/]tests[\\\\/]e2e[\\\\/]${name}\\.spec\\.ts$`),
);

const rank = ({ path }) => {
  const found = FIRST.findIndex((pattern) => pattern.test(path));
  return found < 0 ? FIRST.length : found;
};

class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
  }
}

// Jest takes only a default export.
export default LongestFirst;
