import type { Refusal } from '#domain/model/refusal.js';
import { PlatformRefusal } from '#platform/problems/refusal.js';

/** What became of one command among many: a no is a value here, as the others go on. */
export type Attempt =
  | { readonly outcome: 'done'; readonly version: number }
  | { readonly outcome: 'refused' | 'unknown' | 'unavailable'; readonly no: No };

export interface No {
  readonly code: string;
  readonly detail: string;
  /** The command that would lead there instead. */
  readonly instead?: string;
}

export async function attempt(give: () => Promise<number>): Promise<Attempt> {
  try {
    return { outcome: 'done', version: await give() };
  } catch (error) {
    if (!(error instanceof PlatformRefusal)) throw error;
    const no = noOf(error);
    if (no.code === 'outcome-unknown') return { outcome: 'unknown', no };
    if (no.code === 'unavailable') return { outcome: 'unavailable', no };
    return { outcome: 'refused', no };
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
