import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { KEY_REUSED } from '#domain/model/refusal.js';
import { keyedHash } from '#platform/session/token.js';
import { claimRequest, saveAnswer } from '#store/db/request-answers.js';
import { refused } from './refused.js';
import { SettingsService } from './settings.service.js';

export interface IdempotentRequest {
  readonly caller: string;
  /** The Idempotency-Key. */
  readonly key: string;
  /** Route and body. A repeat must have the same. */
  readonly request: unknown;
}

/**
 * Executes a request once for its Idempotency-Key and returns the first result to repeats. Of concurrent requests with the
 * same key all but one wait until its transaction ends. Commands do not come here: the case itself remembers their keys.
 */
@Injectable()
export class IdempotencyService {
  constructor(private readonly settings: SettingsService) {}

  /** Keyed hash, so that a stored one does not tell what was asked. A repeat has the same. */
  hashOf(request: unknown): string {
    return keyedHash(this.settings.secret, request);
  }

  /**
   * Runs in the caller's transaction.
   * @param act  returns ids but no names, because the result is stored for a week.
   * @throws HttpRefusal 422 `key-reused` for another request with the key.
   */
  async runOnce<T extends object>(manager: EntityManager, asked: IdempotentRequest, act: () => Promise<T>): Promise<T> {
    const earlier = await this.claim<T | Record<string, never>>(manager, asked, {});
    if (earlier) return earlier as T;
    const answer = await act();
    await saveAnswer(manager, asked, answer);
    return answer;
  }

  /**
   * The same for an answer that is known beforehand.
   * @returns the answer to an earlier request with the key; undefined when this is the first one.
   */
  async claim<T extends object>(
    manager: EntityManager,
    { caller, key, request }: IdempotentRequest,
    answer: T,
  ): Promise<T | undefined> {
    const hash = this.hashOf(request);
    const earlier = await claimRequest(manager, { caller, key, hash, answer });
    if (!earlier) return undefined;
    requireSameRequest(earlier, hash);
    return earlier.answer as T;
  }
}

/** @throws HttpRefusal 422 `key-reused` when the earlier use of a key was for another request. */
export function requireSameRequest(earlier: { readonly hash: string }, hash: string): void {
  if (earlier.hash !== hash) throw refused(KEY_REUSED);
}

/** The idempotency key of one command among many in a request; a repeated request gives it the same key again. */
export function commandKey(requestKey: string, ...parts: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify([requestKey, ...parts]));
  return `part:${digest.digest('base64url')}`;
}
