import type { Refusal, RefusalCode } from '#domain/model/refusal.js';

/** A rule that a change would break. `pointer` is the JSON pointer of the field that breaks it. */
export interface Broken extends Refusal {
  readonly pointer: string;
}

export const broken = (code: RefusalCode, detail: string, pointer: string): Broken => ({ code, detail, pointer });
