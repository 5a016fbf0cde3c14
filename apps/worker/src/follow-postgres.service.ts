import pMap from 'p-map';
import type { DataSource } from 'typeorm';
import { CANARY_ID, type Beat } from '#contracts/messages/canary.js';
import type { RunState } from '#contracts/messages/collaboration.js';
import type { Engine } from '#engine/engine.js';
import { disagreement } from '#engine/run-agreement.js';
import { isUuid } from '#platform/input/uuid.js';
import type { Logger } from '#platform/logger.js';
import { reserveCaseNumber } from '#store/cases/history/case-numbers.js';
import { caseIdsWithEvents, knownCaseIds } from '#store/cases/inspect/case-ids.js';
import { recordedVersions, type RecordedVersion } from '#store/cases/inspect/run-needs.js';
import { loadForStart, restartPorts } from '#store/cases/load-for-start.js';
import { acceptBeat } from '#store/installation/heartbeats.js';

const FEW_AT_A_TIME = { concurrency: 8 };

/**
 * Makes Temporal follow Postgres when one of the two has been put back to an earlier time, or Temporal is a new one.
 *
 * 1. A case whose run is missing or does not agree with its events gets a new run from them. Others are not touched.
 * 2. A run whose case is not in Postgres is ended, and its case number is not given again.
 * 3. Until all of it is done every beat begins it again, also after a crash. It runs once at a time.
 */
export class FollowPostgresService {
  private running = false;
  private latest: Beat | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly engine: Engine,
    private readonly log: Logger,
  ) {}

  /** Begins in the background. @param beat  the one that is not the next after the stored one. */
  follow(beat: Beat): void {
    this.latest = beat;
    if (this.running) return;
    this.running = true;
    this.log.warn('Temporal and Postgres are of different times: the workflows are made to follow Postgres');
    this.followAll()
      .then(() => acceptBeat(this.dataSource.manager, CANARY_ID, this.latest ?? beat))
      .catch((error: unknown) =>
        this.log.error({ err: error }, 'not all workflows follow Postgres yet; the next beat tries again'),
      )
      .finally(() => (this.running = false));
  }

  private async followAll(): Promise<void> {
    const { manager } = this.dataSource;
    const ended = await this.endRunsWithoutCase();
    let restarted = 0;
    for await (const ids of caseIdsWithEvents(manager)) {
      const before = await recordedVersions(manager, ids);
      const results = await pMap(ids, (id) => this.followOne(id, before.get(id)), FEW_AT_A_TIME);
      restarted += results.filter(Boolean).length;
    }
    this.log.warn({ restarted, ended }, 'all workflows follow Postgres');
  }

  private async followOne(id: string, before: RecordedVersion | undefined): Promise<boolean> {
    if (!before) return false;
    const run = await this.engine.runState(id);
    const after = (await recordedVersions(this.dataSource.manager, [id])).get(id) ?? before;
    const reason = whyRestart(before, run, after);
    if (reason === null) return false;
    const outcome = await this.replaceRun(id, run, after);
    this.log.info({ case: id, reason, outcome }, 'a case was to be started again from its events');
    return true;
  }

  /**
   * Meanwhile a command may have started the right run, which is kept with what it has accepted. So the epoch is raised only
   * when the wrong run could still write, and only that run is ended.
   */
  private async replaceRun(id: string, run: AnsweredRun | string | null, { epoch }: RecordedVersion): Promise<string> {
    if (typeof run === 'string') return this.restart(id, { dropUnrecorded: false });
    if (run !== null && run.epoch >= epoch) return this.restart(id, { dropUnrecorded: true, runId: run.runId });
    if (run !== null) await this.engine.end(id, run.runId);
    const input = await loadForStart(this.dataSource.manager, id);
    return input ? this.engine.restartUnlessRunning(input) : 'no-case';
  }

  private async restart(id: string, options: { dropUnrecorded: boolean; runId?: string }): Promise<string> {
    return (await this.engine.restart(id, restartPorts(this.dataSource, id), options)).outcome;
  }

  private async endRunsWithoutCase(): Promise<number> {
    const ids: string[] = [];
    for await (const id of this.engine.runningCaseIds()) ids.push(id);
    const known = await knownCaseIds(this.dataSource.manager, ids.filter(isUuid));
    const unknown = ids.filter((id) => !known.has(id));
    await pMap(
      unknown,
      async (id) => {
        const run = await this.engine.runState(id);
        if (run === null) return;
        if (typeof run !== 'string') await reserveCaseNumber(this.dataSource.manager, run.number);
        const runId = typeof run === 'string' ? (await this.engine.latestRun(id))?.runId : run.runId;
        if (runId !== undefined) await this.engine.end(id, runId);
      },
      FEW_AT_A_TIME,
    );
    return unknown.length;
  }
}

type AnsweredRun = RunState & { readonly runId: string };

function whyRestart(before: RecordedVersion, run: RunState | string | null, after: RecordedVersion): string | null {
  if (run === null) return after.needsRun ? 'it has no run' : null;
  return typeof run === 'string' ? run : disagreement(before, run, after);
}
