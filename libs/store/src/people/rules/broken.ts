import type { Refusal, RefusalCode } from '#domain/model/refusal.js';

/** A rule of the registers that a change would break, and the field that breaks it. */
export interface Broken extends Refusal {
  readonly pointer: string;
}

export const broken = (code: RefusalCode, detail: string, pointer: string): Broken => ({ code, detail, pointer });
