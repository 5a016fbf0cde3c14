import type { Refusal } from '#domain/model/refusal.js';
import { PlatformRefusal } from '#platform/problems/refusal.js';

/** The result of one command among many. A refusal is a value here, so that the other commands continue. */
export type Attempt =
  | { readonly outcome: 'done'; readonly version: number }
  | { readonly outcome: 'refused' | 'unknown' | 'unavailable'; readonly no: No };

export interface No {
  readonly code: string;
  readonly detail: string;
  /** The command that would unblock this one. */
  readonly instead?: string;
}

export async function attempt(submit: () => Promise<number>): Promise<Attempt> {
  try {
    return { outcome: 'done', version: await submit() };
  } catch (error) {
    if (!(error instanceof PlatformRefusal)) throw error;
    const refusal = noOf(error);
    if (refusal.code === 'outcome-unknown') return { outcome: 'unknown', no: refusal };
    if (refusal.code === 'unavailable') return { outcome: 'unavailable', no: refusal };
    return { outcome: 'refused', no: refusal };
  }
}

export function noOf({ refusal: { code, detail, more } }: PlatformRefusal): No {
  return noOfRefusal({ code, detail, unblock: more?.unblock as Refusal['unblock'] });
}

export function noOfRefusal({
  code,
  detail,
  unblock,
}: Pick<Refusal, 'detail'> & { readonly code: string; readonly unblock?: Refusal['unblock'] | undefined }): No {
  return { code, detail, ...(unblock && { instead: unblock.command }) };
}
