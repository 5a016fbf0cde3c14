import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { keyedHash } from '#platform/session/token.js';
import { findRequestAnswer, saveRequestAnswer } from '#store/db/request-answers.js';
import { SettingsService } from './settings.service.js';
import { refusedWith } from './refused.js';

export interface IdempotentRequest {
  readonly caller: string;
  /** The Idempotency-Key. */
  readonly key: string;
  /** Route and body. A repeat must have the same. */
  readonly request: unknown;
}

/** Executes a request once for its Idempotency-Key and returns the first result to repeats. */
@Injectable()
export class IdempotencyService {
  constructor(private readonly settings: SettingsService) {}

  /**
   * Call it within a transaction whose lock excludes other requests with the same key.
   * @param act  returns ids but no names, because the result is stored for a week.
   * @throws HttpRefusal 422 `key-reused` for another request with the key.
   */
  async runOnce<T extends object>(manager: EntityManager, asked: IdempotentRequest, act: () => Promise<T>): Promise<T> {
    const { caller, key, request } = asked;
    const hash = keyedHash(this.settings.secret, request);
    const previous = await findRequestAnswer(manager, caller, key);
    if (previous && previous.hash !== hash) {
      throw refusedWith('key-reused', 'Nøkkelen er brukt før med et annet innhold.');
    }
    if (previous) return previous.answer as T;
    const answer = await act();
    await saveRequestAnswer(manager, { caller, key, hash, answer });
    return answer;
  }
}
