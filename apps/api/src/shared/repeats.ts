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
  /** What was asked for: where, and the body. */
  readonly request: unknown;
}

/** What is done once for a key, however often it is asked for. */
@Injectable()
export class Repeats {
  constructor(private readonly settings: Settings) {}

  /**
   * Within a transaction that keeps others with the same key out, by a lock of its own: a repeat gives what the first gave.
   * @param act  gives ids only, no name: they are kept for a week.
   * @throws PlatformRefusal 422 `key-reused` for another request with the key.
   */
  async once<T extends object>(manager: EntityManager, asked: Asked, act: () => Promise<T>): Promise<T> {
    const { caller, key, request } = asked;
    const hash = keyedHash(this.settings.secret, request);
    const given = await answerGiven(manager, caller, key);
    if (given && given.hash !== hash) {
      throw refusedWith('key-reused', 'Nøkkelen er brukt før med et annet innhold.');
    }
    if (given) return given.answer as T;
    const answer = await act();
    await keepAnswer(manager, { caller, key, hash, answer });
    return answer;
  }
}
