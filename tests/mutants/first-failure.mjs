import { rmSync } from 'node:fs';
import { TestEnvironment } from 'jest-environment-node';

/** Ends the run with the first test that fails: the fault is noticed. */
class FirstFailure extends TestEnvironment {
  handleTestEvent({ name }) {
    if (name !== 'test_fn_failure' && name !== 'hook_failure') return;
    rmSync(process.env.STAFETT_TEST_RUN, { recursive: true, force: true });
    process.exit(1);
  }
}

// Jest takes only a default export.
export default FirstFailure;
