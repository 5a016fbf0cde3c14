import { LessThan } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { requestAnswers } from './request-answer.js';
import type { RequestAnswerRow } from './request-answer.js';

/** How long a key is remembered, in wall milliseconds: longer than anybody repeats a request. */
const REMEMBERED = 7 * 24 * 60 * 60 * 1000;

export function answerGiven(manager: EntityManager, caller: string, key: string): Promise<RequestAnswerRow | null> {
  return manager.findOneBy(requestAnswers, { caller, key });
}

export async function keepAnswer(manager: EntityManager, row: Omit<RequestAnswerRow, 'at'>): Promise<void> {
  await manager.delete(requestAnswers, { at: LessThan(new Date(Date.now() - REMEMBERED)) });
  await manager.insert(requestAnswers, row);
}
