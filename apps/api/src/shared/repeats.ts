import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { keyedHash } from '#platform/session/token.js';
import { answerGiven, keepAnswer } from '#store/db/request-answers.js';
import { Settings } from './settings.js';
import { refusedWith } from './refused.js';

export interface Asked {
  readonly caller: string;
  /** The Idempotency-Key. */
  readonly key: string;
  /** Route and body. A repeat must have the same. */
  readonly request: unknown;
}

/** Executes a request once for its Idempotency-Key and returns the first result to repeats. */
@Injectable()
export class Repeats {
  constructor(private readonly settings: Settings) {}

  /**
   * Call it within a transaction whose lock excludes other requests with the same key.
   * @param act  returns ids but no names, because the result is stored for a week.
   * @throws PlatformRefusal 422 `key-reused` for another request with the key.
   */
  async once<T extends object>(manager: EntityManager, asked: Asked, act: () => Promise<T>): Promise<T> {
    const { caller, key, request } = asked;
    const hash = keyedHash(this.settings.secret, request);
    const previous = await answerGiven(manager, caller, key);
    if (previous && previous.hash !== hash) {
      throw refusedWith('key-reused', 'Nøkkelen er brukt før med et annet innhold.');
    }
    if (previous) return previous.answer as T;
    const answer = await act();
    await keepAnswer(manager, { caller, key, hash, answer });
    return answer;
  }
}
