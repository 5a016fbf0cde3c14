/**
 * @typedef {{ status: string; assertionResults: { status: string }[] }} Suite
 * @typedef {{ numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number; testResults: Suite[] }} Results
 */

/**
 * The last line of `npm test`, from Jest's own totals. A suite that did not load counts as one failed test. Without
 * results, or without a passed test, the run is not ok.
 * @param {Results | undefined} results
 * @returns {{ line: string; ok: boolean }}
 */
export function summarizeResults(results) {
  if (!results) return { line: '0 passed, 1 failed', ok: false };
  const passed = results.numPassedTests;
  const failed = results.numFailedTests + results.testResults.filter(failedToLoad).length;
  const skipped = results.numPendingTests + results.numTodoTests;
  const line = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  return { line, ok: failed === 0 && passed > 0 };
}

/** @param {Suite} suite */
const failedToLoad = (suite) =>
  suite.status === 'failed' && !suite.assertionResults.some(({ status }) => status === 'failed');
