import { Injectable } from '@nestjs/common';
import { BEAT_INTERVAL_MS, CANARY_ID } from '#contracts/messages/canary.js';
import { Engine } from '#engine/engine.js';
import { Degraded } from '#platform/health/readiness.js';
import type { Check } from '#platform/health/readiness.js';
import { lastBeat } from '#store/installation/heartbeats.js';
import { countDiverged } from '#store/cases/history/diverged-events.js';
import { DatabaseService } from '../shared/database.service.js';
import { InstallationClockService } from '../shared/installation-clock.service.js';

/** After three missed heartbeats the engine, the worker and the database do not work together. */
const MAX_BEAT_AGE_MS = 3 * BEAT_INTERVAL_MS;

/** What must work before the installation is ready. `infra/up` waits until only `clock` fails. */
@Injectable()
export class ReadinessChecksService {
  constructor(
    private readonly database: DatabaseService,
    private readonly engine: Engine,
    private readonly installation: InstallationClockService,
  ) {}

  all(): readonly Check[] {
    return [
      { name: 'postgres', check: () => this.postgres() },
      { name: 'temporal', check: () => this.temporal() },
      { name: 'worker', check: () => this.worker() },
      { name: 'history', check: () => this.history() },
      { name: 'clock', check: () => this.clock() },
    ];
  }

  private async postgres(): Promise<void> {
    await this.database.manager.query('SELECT 1');
  }

  private async temporal(): Promise<void> {
    if (!(await this.engine.isHealthy())) throw new Error('no answer');
  }

  private async worker(): Promise<{ canaryAgeMs: number }> {
    const beat = await lastBeat(this.database.manager, CANARY_ID);
    if (beat === null) throw new Error('the canary has not been seen yet');
    const { ageMs, following } = beat;
    if (ageMs > MAX_BEAT_AGE_MS) throw new Error(`the canary was last seen ${Math.round(ageMs / 1000)} s ago`);
    if (following) throw new Degraded('the workflows are being started again from what Postgres has');
    return { canaryAgeMs: ageMs };
  }

  /** An event that contradicts the stored history needs a person to look at it; all other cases go on. */
  private async history(): Promise<{ diverged: number }> {
    const diverged = await countDiverged(this.database.manager);
    if (diverged > 0)
      throw new Degraded(`${diverged} events diverge from the stored history: npm run stafett -- verify`);
    return { diverged };
  }

  private async clock(): Promise<{ speed: number }> {
    const clock = await this.installation.clock();
    if (!clock) throw new Error('domain time has not started: origin and speed are not written yet');
    return { speed: clock.speed };
  }
}
