import type { Refusal } from '#domain/model/refusal.js';
import { HttpRefusal } from '#platform/problems/http-refusal.js';

/** The result of one command among many. A refusal is a value here, so that the other commands continue. */
export type CommandResult =
  | { readonly outcome: 'done'; readonly version: number }
  | { readonly outcome: 'refused' | 'unknown' | 'unavailable'; readonly refusal: CommandRefusal };

export interface CommandRefusal {
  readonly code: string;
  readonly detail: string;
  /** The command that would unblock this one. */
  readonly unblockingCommand?: string;
}

export async function tryCommand(submit: () => Promise<number>): Promise<CommandResult> {
  try {
    return { outcome: 'done', version: await submit() };
  } catch (error) {
    if (!(error instanceof HttpRefusal)) throw error;
    const refusal = fromPlatformRefusal(error);
    if (refusal.code === 'outcome-unknown') return { outcome: 'unknown', refusal: refusal };
    if (refusal.code === 'unavailable') return { outcome: 'unavailable', refusal: refusal };
    return { outcome: 'refused', refusal: refusal };
  }
}

export function fromPlatformRefusal({ refusal: { code, detail, extensions } }: HttpRefusal): CommandRefusal {
  return fromDomainRefusal({ code, detail, unblock: extensions?.unblock as Refusal['unblock'] });
}

export function fromDomainRefusal({
  code,
  detail,
  unblock,
}: Pick<Refusal, 'detail'> & {
  readonly code: string;
  readonly unblock?: Refusal['unblock'] | undefined;
}): CommandRefusal {
  return { code, detail, ...(unblock && { unblockingCommand: unblock.command }) };
}
