import { describe, expect, it } from '@jest/globals';
import { DeterminismViolationError } from '@temporalio/workflow';
import { RULE_LEVEL } from '#domain/model/rule-context.js';
import type { CapturedOutput } from './capture.js';
import { readHistory, outputsIn } from './history.js';
import { replay, replayWithWorkerBundle } from './replay.js';

/**
 * Runs recorded histories through today's code. Temporal compares only which commands a run gives, so a changed rule
 * could silently lose acknowledged commands; here every event, timer and answer is compared byte for byte.
 */
const open = ['first-contact', 'two-receivers', 'renewed-2'] as const;
const closed = ['renewed-1'] as const;

const kinds = ['record', 'timer', 'answer', 'renewal'] as const;
const contentsOf = (kind: CapturedOutput[0], outputs: readonly CapturedOutput[]) =>
  outputs.flatMap(([what, content]) => (what === kind ? [content] : []));

/** Only a renewal carries the rule level: today's, whatever it was when the history was recorded. */
const atTodaysLevel = (content: string): string => content.replace(/(,"ruleLevel":)\d+}$/, `$1${RULE_LEVEL}}`);

/** The kinds of output that differ from the recorded ones, or that Temporal itself refused the history. */
async function changedKinds(name: string, twins: Record<string, string>): Promise<readonly string[]> {
  const history = readHistory(name);
  const recorded = await outputsIn(history);
  try {
    const today = await replay(history, twins);
    return kinds.filter(
      (kind) =>
        JSON.stringify(contentsOf(kind, today)) !== JSON.stringify(contentsOf(kind, recorded).map(atTodaysLevel)),
    );
  } catch (error) {
    if (error instanceof DeterminismViolationError) return ['refused by the engine'];
    throw error;
  }
}

describe.each([...open, ...closed])('the recorded history %s', (name) => {
  it('is accepted by the engine', async () => {
    await expect(replayWithWorkerBundle(readHistory(name))).resolves.toBeUndefined();
  });

  it('gives the same events, timers and answers, and hands on the same state, byte for byte', async () => {
    const history = readHistory(name);
    const recorded = await outputsIn(history);
    const today = await replay(history);
    expect(contentsOf('record', today).length).toBeGreaterThan(0);
    for (const kind of kinds) expect(contentsOf(kind, today)).toEqual(contentsOf(kind, recorded).map(atTodaysLevel));
  });
});

describe.each(open)('on the open history %s it is noticed', (name) => {
  it('when an activity has another name', async () => {
    expect(await changedKinds(name, { './record.js': 'twins/record.ts' })).toEqual(['refused by the engine']);
  });

  it('when a command gives one event less', async () => {
    expect(await changedKinds(name, { '#domain/case/decide.js': 'twins/decide.ts' })).not.toEqual([]);
  });

  it('when a case wakes a minute late, which the engine lets pass', async () => {
    const twins = { '#domain/deadline/next-wake.js': 'twins/next-wake.ts' };
    expect(await changedKinds(name, twins)).toEqual(['timer']);
  });
});

describe('what the engine lets pass is noticed', () => {
  it('when a command of a handover gives one event less: the receipt is not for what the run would have recorded', async () => {
    const twins = { '#domain/case/decide.js': 'twins/decide.ts' };
    expect(await changedKinds('two-receivers', twins)).toEqual(['refused by the engine']);
  });

  it('when a reminder is no longer sent', async () => {
    expect(await changedKinds('first-contact', { '#domain/case/fire.js': 'twins/fire.ts' })).toEqual(['record']);
  });

  it('when a renewal forgets which commands it has seen', async () => {
    expect(await changedKinds('renewed-1', { '#domain/case/fire.js': 'twins/fire-forgetting.ts' })).toEqual([
      'renewal',
    ]);
  });
});
