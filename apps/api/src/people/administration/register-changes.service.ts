import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lockPeopleRegister, readPeopleRegister } from '#store/people/people-register.js';
import type { PeopleRegister } from '#store/people/people-register.js';
import type { Violation } from '#store/people/rules/violation.js';
import { DatabaseService } from '../../shared/database.service.js';
import { InstallationClockService } from '../../shared/installation-clock.service.js';
import { DirectoryService } from '../../shared/directory.service.js';
import { refused } from '../../shared/refused.js';
import { IdempotencyService } from '../../shared/idempotency.service.js';
import type { IdempotentRequest } from '../../shared/idempotency.service.js';

/** Runs changes of people, units and roles one at a time, each in a transaction, and announces them afterwards. */
@Injectable()
export class RegisterChangesService {
  constructor(
    private readonly database: DatabaseService,
    private readonly installation: InstallationClockService,
    private readonly people: DirectoryService,
    private readonly idempotency: IdempotencyService,
  ) {}

  /** @throws HttpRefusal 503 before the installation is ready. */
  async run<T>(change: (manager: EntityManager, register: PeopleRegister) => Promise<T>): Promise<T> {
    await this.installation.requireClock();
    const made = await this.database.dataSource.transaction(async (manager) => {
      await lockPeopleRegister(manager);
      return change(manager, await readPeopleRegister(manager));
    });
    await this.people.announceChange();
    return made;
  }

  /**
   * Runs the change at most once for a key. A repeat gets the first result.
   * @param change  returns ids but no names, because the result is stored for a week.
   */
  runOnce<T extends object>(
    asked: IdempotentRequest,
    change: (manager: EntityManager, register: PeopleRegister) => Promise<T>,
  ): Promise<T> {
    return this.run((manager, register) => this.idempotency.runOnce(manager, asked, () => change(manager, register)));
  }
}

/** @throws HttpRefusal when a rule is violated. */
export function requireValid(found: Violation | null): void {
  if (found) throw refused(found, [{ pointer: found.pointer, detail: 'is not accepted here' }]);
}
