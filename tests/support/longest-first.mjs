import Sequencer from '@jest/test-sequencer';

/**
 * In the first spec half a year must pass on a fast clock, so it starts first; then those that share its installation, the
 * walks, in which weeks pass, and the journeys in the browser. A shared installation ends with the test process that started
 * it, and a process ends when its heap is full: so whoever shares one comes early.
 */
const FIRST = ['e2e/robot', 'e2e/stories', 'e2e/easter', 'api/walks/walks', 'web/[^/]+'].map(
  (name) => new RegExp(`/tests/${name}\\.spec\\.ts$`),
);

const rank = ({ path }) => {
  const found = FIRST.findIndex((pattern) => pattern.test(path.replaceAll('\\', '/')));
  return found < 0 ? FIRST.length : found;
};

class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
  }
}

// Jest takes only a default export.
export default LongestFirst;
