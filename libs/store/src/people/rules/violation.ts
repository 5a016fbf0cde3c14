import type { Label } from '#domain/process/process-document.js';
import type { Refusal, RefusalCode } from '#domain/model/refusal.js';

/** A rule that a change would break. `pointer` is the JSON pointer of the field that breaks it. */
export interface Violation extends Refusal {
  readonly pointer: string;
}

export const violation = (code: RefusalCode, detail: Label, pointer: string): Violation => ({ code, detail, pointer });
