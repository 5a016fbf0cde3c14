import type { Refusal, RefusalCode } from '#domain/model/refusal.js';
import { refuse } from '#domain/model/refusal.js';
import { Refused } from '../../shared/refused.js';
import type { SubmittedVersion } from './commands.service.js';

const NOT_RECORDED = refuse('outcome-unknown', {
  nb: 'Kommandoen er tatt imot, men er ikke lagret ennå. Gjenta forespørselen.',
  en: 'The command is received but not stored yet. Repeat the request.',
});

/** The result of one command among many. A refusal is a value here, so that the other commands continue. */
export type CommandResult =
  | { readonly outcome: 'done'; readonly version: number }
  | { readonly outcome: 'refused' | 'unknown' | 'unavailable'; readonly refusal: Refusal };

/** `unknown` also when the command is accepted but its events are not in Postgres yet. */
export async function tryCommand(submit: () => Promise<SubmittedVersion>): Promise<CommandResult> {
  try {
    const { version, recorded } = await submit();
    return recorded ? { outcome: 'done', version } : { outcome: 'unknown', refusal: NOT_RECORDED };
  } catch (error) {
    if (error instanceof Refused) return { outcome: outcomeOf(error.refusal.code), refusal: error.refusal };
    throw error;
  }
}

function outcomeOf(code: RefusalCode): 'refused' | 'unknown' | 'unavailable' {
  if (code === 'outcome-unknown') return 'unknown';
  return code === 'unavailable' ? code : 'refused';
}
