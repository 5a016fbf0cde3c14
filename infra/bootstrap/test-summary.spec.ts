import { describe, expect, it } from '@jest/globals';
import { summarizeResults } from './test-summary.mjs';

const NONE = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
const BROKEN = { status: 'failed', assertionResults: [] };
const FAILED = { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] };

describe('the last line of npm test', () => {
  it('counts what passed', () => {
    expect(summarizeResults({ ...NONE, numPassedTests: 7 })).toEqual({ line: '7 passed, 0 failed', ok: true });
  });

  it('names what was skipped, when anything was', () => {
    const results = { ...NONE, numPassedTests: 7, numPendingTests: 2, numTodoTests: 1 };
    expect(summarizeResults(results)).toEqual({ line: '7 passed, 0 failed, 3 skipped', ok: true });
  });

  it('counts a failed test once', () => {
    const results = { ...NONE, numPassedTests: 1, numFailedTests: 1, testResults: [FAILED] };
    expect(summarizeResults(results)).toEqual({ line: '1 passed, 1 failed', ok: false });
  });

  it('counts a suite that did not load as a failure', () => {
    const results = { ...NONE, numPassedTests: 5, testResults: [BROKEN, BROKEN] };
    expect(summarizeResults(results)).toEqual({ line: '5 passed, 2 failed', ok: false });
  });

  it('is no success when no test ran, or Jest left no results', () => {
    expect(summarizeResults(NONE).ok).toBe(false);
    expect(summarizeResults(undefined)).toEqual({ line: '0 passed, 1 failed', ok: false });
  });
});
