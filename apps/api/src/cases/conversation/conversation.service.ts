import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Case } from '#domain/model/case.js';
import type { Refusal } from '#domain/model/refusal.js';
import { domainNow } from '#domain/clock.js';
import type { Instant } from '#domain/time.js';
import { lockCase } from '#store/cases/conversation/lock-case.js';
import { announceVersion } from '#store/cases/notices/announce-version.js';
import { DatabaseService } from '../../shared/database.service.js';
import { IdempotencyService } from '../../shared/idempotency.service.js';
import { InstallationClockService } from '../../shared/installation-clock.service.js';
import type { SignedInCaller } from '../../shared/caller/caller.decorator.js';
import { requireAllowed } from '../../shared/refused.js';

/** A row to write on a case. */
export interface Writing {
  readonly caller: SignedInCaller;
  /** The Idempotency-Key. */
  readonly key: string;
  readonly body: object;
}

/** Writes what people say to each other on a case: once for each key, one after the other, none of it through Temporal. */
@Injectable()
export class ConversationService {
  constructor(
    private readonly database: DatabaseService,
    private readonly installation: InstallationClockService,
    private readonly idempotency: IdempotencyService,
  ) {}

  /**
   * @param refuse  asked of the case as it is when it is locked, in the same transaction.
   * @param write  gives the row's id, which the same key gets again.
   * @returns the id of the row.
   */
  async write(
    caseId: string,
    { caller, key, body }: Writing,
    refuse: (state: Case, manager: EntityManager) => Promise<Refusal | null> | Refusal | null,
    write: (manager: EntityManager, state: Case, at: Instant) => Promise<{ readonly id: string }>,
  ): Promise<string> {
    const clock = await this.installation.requireClock();
    const request = { route: caller.route, caseId, body };
    const { id } = await this.database.dataSource.transaction((manager) =>
      this.idempotency.runOnce(manager, { caller: caller.user.id, key, request }, async () => {
        const state = await lockCase(manager, caseId);
        requireAllowed(await refuse(state, manager));
        const row = await write(manager, state, domainNow(clock, Date.now()));
        return { id: row.id };
      }),
    );
    return id;
  }

  /** Tells open pages that there is something new to read. The version stays: no event was added to the case. */
  async announce({ id, version }: Case): Promise<void> {
    await announceVersion(this.database.manager, id, version);
  }
}
