import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { keyedHash } from '#platform/session/token.js';
import { holdRegisters, readRegister } from '#registers/register.js';
import type { Register } from '#registers/register.js';
import { answerGiven, keepAnswer } from '#registers/request-answers.js';
import type { Broken } from '#registers/rules/broken.js';
import { Database } from '../parts/database.js';
import { Installation } from '../parts/installation.js';
import { People } from '../parts/people.js';
import { Settings } from '../parts/settings.js';
import { refused, refusedWith } from '../problems/refused.js';

export interface Asked {
  readonly caller: string;
  /** The Idempotency-Key. */
  readonly key: string;
  /** What was asked for: where, and the body. */
  readonly request: unknown;
}

/** Changes of the registers: one at a time, in one transaction each, and known to everybody afterwards. */
@Injectable()
export class Changes {
  constructor(
    private readonly database: Database,
    private readonly installation: Installation,
    private readonly people: People,
    private readonly settings: Settings,
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
   * The same, at most once for a key: a repeat gives what the first one gave.
   * @param change  gives ids only, no name: they are kept for a week.
   */
  once<T extends object>(
    { caller, key, request }: Asked,
    change: (manager: EntityManager, register: Register) => Promise<T>,
  ): Promise<T> {
    const hash = keyedHash(this.settings.secret, request);
    return this.make(async (manager, register) => {
      const given = await answerGiven(manager, caller, key);
      if (given && given.hash !== hash) {
        throw refusedWith('key-reused', 'Nøkkelen er brukt før med et annet innhold.');
      }
      if (given) return given.answer as T;
      const answer = await change(manager, register);
      await keepAnswer(manager, { caller, key, hash, answer });
      return answer;
    });
  }
}

/** @throws PlatformRefusal when a rule is broken. */
export function requireUnbroken(found: Broken | null): void {
  if (found) throw refused(found, [{ pointer: found.pointer, detail: 'is not accepted here' }]);
}
