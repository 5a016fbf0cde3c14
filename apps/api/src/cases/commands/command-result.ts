import type { Refusal, RefusalCode } from '#domain/model/refusal.js';
import { Refused } from '../../shared/refused.js';

/** The result of one command among many. A refusal is a value here, so that the other commands continue. */
export type CommandResult =
  | { readonly outcome: 'done'; readonly version: number }
  | { readonly outcome: 'refused' | 'unknown' | 'unavailable'; readonly refusal: Refusal };

export async function tryCommand(submit: () => Promise<number>): Promise<CommandResult> {
  try {
    return { outcome: 'done', version: await submit() };
  } catch (error) {
    if (error instanceof Refused) return { outcome: outcomeOf(error.refusal.code), refusal: error.refusal };
    throw error;
  }
}

function outcomeOf(code: RefusalCode): 'refused' | 'unknown' | 'unavailable' {
  if (code === 'outcome-unknown') return 'unknown';
  return code === 'unavailable' ? code : 'refused';
}
