import path from 'node:path';
import { DefaultLogger, Runtime, Worker, type ReplayHistoriesIterable } from '@temporalio/worker';
import type { CommandRequest } from '#contracts/http/cases/command.js';
import { workflowIdOf } from '#contracts/messages/collaboration.js';
import { dataConverterWith, payloadKeyOf } from '#engine/data-converter.js';
import { median } from './quantiles.js';
import { figureAtMost, figure, type Workload } from './workload.js';
import type { BenchInstallation } from './world/bench-installation.js';
import { BENCH_SECRET } from './world/config.js';

/** Stops before the workflow continues as new, which it does after 500 events. */
const EVENTS_BEFORE_RENEWAL = 480;
const MAX_COMMANDS = 100;
const REPLAYS = 6;
/** Built by `npm run build`; see apps/worker/src/workflow-code.ts. */
const BUNDLE = path.resolve('dist', 'workflow-bundle.js');

const COMMAND: CommandRequest = {
  type: 'registerFact',
  fact: 'dialogueLogged',
  data: { summary: 'Gikk gjennom behovet, ikke løsningen.' },
};

/** History events that stand for one command of the workflow (in Temporal's sense of command). */
const WORKFLOW_COMMAND_EVENTS = {
  timerStartedEventAttributes: 'timer',
  timerCanceledEventAttributes: 'timer cancelled',
  activityTaskScheduledEventAttributes: 'activity',
  workflowExecutionUpdateAcceptedEventAttributes: 'update accepted',
  workflowExecutionUpdateCompletedEventAttributes: 'update answered',
  markerRecordedEventAttributes: 'marker',
  upsertWorkflowSearchAttributesEventAttributes: 'search attributes',
} as const;

type History = Awaited<ReturnType<ReturnType<BenchInstallation['temporal']['handle']>['fetchHistory']>>;

/** Size of a case's history, and the time to replay it when a worker no longer has it in its cache. */
export const replay: Workload = {
  name: 'w5',
  title: 'History and replay',
  async run({ api, temporal }) {
    const id = await api.openCase();
    const workflowId = workflowIdOf(id);
    await temporal.waitUntilAllIdle([workflowId]);
    const opened = await measure(temporal, workflowId);
    let commands = 0;
    let atEnd = opened;
    while (atEnd.events < EVENTS_BEFORE_RENEWAL && commands < MAX_COMMANDS) {
      await api.submit(id, COMMAND);
      await temporal.waitUntilAllIdle([workflowId]);
      commands += 1;
      atEnd = await measure(temporal, workflowId);
    }
    const [first = NaN, ...laterReplays] = await replayTimes(workflowId, atEnd.history);
    const perCommand = (after: number, before: number): number => (after - before) / commands;
    return [
      figureAtMost('history when a case is opened', opened.bytes / 1_000, 'kB', 100),
      figure('events when a case is opened', opened.events, ''),
      figure(
        "workflow's commands when a case is opened",
        opened.workflowCommands,
        workflowCommandNames(opened.history),
      ),
      figure(`history per command, of ${commands}`, perCommand(atEnd.bytes, opened.bytes) / 1_000, 'kB'),
      figure('events per command', perCommand(atEnd.events, opened.events), ''),
      figure(
        "workflow's commands per command",
        perCommand(atEnd.workflowCommands, opened.workflowCommands),
        workflowCommandNames(atEnd.history),
      ),
      figure('history at the end', atEnd.bytes / 1_000, 'kB'),
      figure('events at the end', atEnd.events, ''),
      figure('replay of it, the first in a new worker', first, 'ms'),
      figureAtMost(`replay of it, median of ${laterReplays.length} more`, median(laterReplays), 'ms', 400),
    ];
  },
};

interface HistorySize {
  readonly history: History;
  readonly events: number;
  readonly bytes: number;
  /** How many commands the workflow has given Temporal. */
  readonly workflowCommands: number;
}

async function measure(eyes: BenchInstallation['temporal'], workflowId: string): Promise<HistorySize> {
  const handle = eyes.handle(workflowId);
  const { historyLength, historySize = NaN } = await handle.describe();
  const history = await handle.fetchHistory();
  return { history, events: historyLength, bytes: historySize, workflowCommands: workflowCommandsIn(history).length };
}

function workflowCommandsIn({ events }: History): string[] {
  return (events ?? []).flatMap((event) =>
    Object.entries(WORKFLOW_COMMAND_EVENTS).flatMap(([attributes, name]) =>
      event[attributes as keyof typeof WORKFLOW_COMMAND_EVENTS] ? [name] : [],
    ),
  );
}

const workflowCommandNames = (history: History): string => `(${[...new Set(workflowCommandsIn(history))].join(', ')})`;

/** Replays the same history several times in one worker, one at a time. @returns wall milliseconds of each. */
async function replayTimes(workflowId: string, history: History): Promise<number[]> {
  Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
  const times: number[] = [];
  let began = 0;
  let markReplayed = (): void => undefined;
  const oneByOne = async function* (): ReplayHistoriesIterable {
    for (let n = 0; n < REPLAYS; n += 1) {
      const replayed = new Promise<void>((resolve) => (markReplayed = resolve));
      began = performance.now();
      yield { workflowId, history };
      await replayed;
    }
  };
  const dataConverter = dataConverterWith(payloadKeyOf(BENCH_SECRET));
  const options = { workflowBundle: { codePath: BUNDLE }, dataConverter };
  for await (const { error } of Worker.runReplayHistories(options, oneByOne())) {
    if (error) throw error;
    times.push(performance.now() - began);
    markReplayed();
  }
  return times;
}
