import { Injectable } from '@nestjs/common';
import type { CommandAccepted } from '#contracts/messages/collaboration.js';
import { recordedState } from '#store/cases/history/read-events.js';
import { CaseVersionsService } from '../../shared/case-versions.service.js';
import { DatabaseService } from '../../shared/database.service.js';
import { refuseUnavailableDatabase } from '../../shared/refuse-unavailable-database.js';

/** Wall milliseconds to wait for the command's events in Postgres. */
const RECORD_TIMEOUT_MS = 1_000;

/**
 * What has become of a command that a run has accepted.
 * - `recorded`: its events are in Postgres. For a command without events: the state that it was about is.
 * - `waiting`: the run that accepted it owns the case and will write them.
 * - `superseded`: a newer run owns the case, so the run that accepted it never writes them.
 * - `unknown`: Postgres has another history than that run, or does not answer.
 */
export type CommandRecord = 'recorded' | 'waiting' | 'superseded' | 'unknown';

@Injectable()
export class CommandRecordsService {
  constructor(
    private readonly versions: CaseVersionsService,
    private readonly database: DatabaseService,
  ) {}

  /** Waits up to a second for the events. That the case has reached the version proves nothing: it asks for the command. */
  async stateOf(
    caseId: string,
    key: string,
    { version, epoch, withoutEvents }: CommandAccepted,
  ): Promise<CommandRecord> {
    await this.versions.waitForVersion(caseId, version, RECORD_TIMEOUT_MS);
    try {
      const stored = await recordedState(this.database.manager, caseId, key);
      if (!stored) return 'unknown';
      if (stored.hasCommand) return 'recorded';
      if (stored.epoch > epoch) return 'superseded';
      if (stored.epoch < epoch || stored.diverged) return 'unknown';
      if (stored.version < version) return 'waiting';
      return withoutEvents === true ? 'recorded' : 'unknown';
    } catch (error) {
      if (refuseUnavailableDatabase(error)) return 'unknown';
      throw error;
    }
  }
}
