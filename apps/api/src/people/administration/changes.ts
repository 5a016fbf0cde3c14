import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { holdRegisters, readRegister } from '#store/people/register.js';
import type { Register } from '#store/people/register.js';
import type { Broken } from '#store/people/rules/broken.js';
import { Database } from '../../shared/database.js';
import { Installation } from '../../shared/installation.js';
import { People } from '../../shared/people.js';
import { refused } from '../../shared/refused.js';
import { Repeats } from '../../shared/repeats.js';
import type { Asked } from '../../shared/repeats.js';

/** Runs changes of the registers one at a time, each in a transaction, and announces them afterwards. */
@Injectable()
export class Changes {
  constructor(
    private readonly database: Database,
    private readonly installation: Installation,
    private readonly people: People,
    private readonly repeats: Repeats,
  ) {}

  /** @throws PlatformRefusal 503 before the installation is ready. */
  async make<T>(change: (manager: EntityManager, register: Register) => Promise<T>): Promise<T> {
    await this.installation.readyClock();
    const made = await this.database.dataSource.transaction(async (manager) => {
      await holdRegisters(manager);
      return change(manager, await readRegister(manager));
    });
    await this.people.changed();
    return made;
  }

  /**
   * Runs the change at most once for a key. A repeat gets the first result.
   * @param change  returns ids but no names, because the result is stored for a week.
   */
  once<T extends object>(asked: Asked, change: (manager: EntityManager, register: Register) => Promise<T>): Promise<T> {
    return this.make((manager, register) => this.repeats.once(manager, asked, () => change(manager, register)));
  }
}

/** @throws PlatformRefusal when a rule is violated. */
export function requireUnbroken(found: Broken | null): void {
  if (found) throw refused(found, [{ pointer: found.pointer, detail: 'is not accepted here' }]);
}
