import path from 'node:path';
import { DefaultLogger, Runtime, Worker, type ReplayHistoriesIterable } from '@temporalio/worker';
import type { CommandRequest } from '#contracts/http/commands.js';
import { workflowIdOf } from '#contracts/messages/collaboration.js';
import { dataConverter } from '#engine/data-converter.js';
import { median } from './quantiles.js';
import { atMost, figure, type Workload } from './workload.js';
import type { World } from './world/world.js';

/** The workflow renews itself after 500 events; a command takes fewer than this. */
const FULL = 480;
const MOST_COMMANDS = 100;
const REPLAYS = 6;
/** Built beside the worker; see apps/worker/src/workflow-code.ts. */
const BUNDLE = path.resolve('dist', 'workflow-bundle.js');

const COMMAND: CommandRequest = {
  type: 'registerFact',
  fact: 'dialogueLogged',
  data: { summary: 'Gikk gjennom behovet, ikke løsningen.' },
};

/** Events that the server writes for a command (in the engine's sense) of the workflow. */
const OF_COMMANDS = {
  timerStartedEventAttributes: 'timer',
  timerCanceledEventAttributes: 'timer cancelled',
  activityTaskScheduledEventAttributes: 'activity',
  workflowExecutionUpdateAcceptedEventAttributes: 'update accepted',
  workflowExecutionUpdateCompletedEventAttributes: 'update answered',
  markerRecordedEventAttributes: 'marker',
  upsertWorkflowSearchAttributesEventAttributes: 'search attributes',
} as const;

type History = Awaited<ReturnType<ReturnType<World['eyes']['handle']>['fetchHistory']>>;

/** What a case costs the engine: the size of its history, and the time to play it again when a worker has forgotten it. */
export const replay: Workload = {
  name: 'w5',
  title: 'History and replay',
  async run({ api, eyes }) {
    const id = await api.open();
    const workflowId = workflowIdOf(id);
    await eyes.untilAllWait([workflowId]);
    const opened = await measure(eyes, workflowId);
    let commands = 0;
    let full = opened;
    while (full.events < FULL && commands < MOST_COMMANDS) {
      await api.command(id, COMMAND);
      await eyes.untilAllWait([workflowId]);
      commands += 1;
      full = await measure(eyes, workflowId);
    }
    const [first = NaN, ...again] = await replayTimes(full.history);
    const each = (after: number, before: number): number => (after - before) / commands;
    return [
      atMost('history when a case is opened', opened.bytes / 1_000, 'kB', 100),
      figure('events when a case is opened', opened.events, ''),
      figure("workflow's commands when a case is opened", opened.ordered, namesOf(opened.history)),
      figure(`history per command, of ${commands}`, each(full.bytes, opened.bytes) / 1_000, 'kB'),
      figure('events per command', each(full.events, opened.events), ''),
      figure("workflow's commands per command", each(full.ordered, opened.ordered), namesOf(full.history)),
      figure('history at the end', full.bytes / 1_000, 'kB'),
      figure('events at the end', full.events, ''),
      figure('replay of it, the first in a new worker', first, 'ms'),
      atMost(`replay of it, median of ${again.length} more`, median(again), 'ms', 400),
    ];
  },
};

interface Measured {
  readonly history: History;
  readonly events: number;
  readonly bytes: number;
  /** How many commands the workflow has given the engine. */
  readonly ordered: number;
}

async function measure(eyes: World['eyes'], workflowId: string): Promise<Measured> {
  const handle = eyes.handle(workflowId);
  const { historyLength, historySize = NaN } = await handle.describe();
  const history = await handle.fetchHistory();
  return { history, events: historyLength, bytes: historySize, ordered: orderedIn(history).length };
}

function orderedIn({ events }: History): string[] {
  return (events ?? []).flatMap((event) =>
    Object.entries(OF_COMMANDS).flatMap(([attributes, name]) =>
      event[attributes as keyof typeof OF_COMMANDS] ? [name] : [],
    ),
  );
}

const namesOf = (history: History): string => `(${[...new Set(orderedIn(history))].join(', ')})`;

/** The same history again and again in one worker, one at a time. @returns wall milliseconds of each. */
async function replayTimes(history: History): Promise<number[]> {
  Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
  const times: number[] = [];
  let began = 0;
  let answered = (): void => undefined;
  const oneByOne = async function* (): ReplayHistoriesIterable {
    for (let n = 0; n < REPLAYS; n += 1) {
      const answer = new Promise<void>((resolve) => (answered = resolve));
      began = performance.now();
      yield { workflowId: `replay-${n}`, history };
      await answer;
    }
  };
  const options = { workflowBundle: { codePath: BUNDLE }, dataConverter };
  for await (const { error } of Worker.runReplayHistories(options, oneByOne())) {
    if (error) throw error;
    times.push(performance.now() - began);
    answered();
  }
  return times;
}
