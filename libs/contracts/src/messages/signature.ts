/** What a payload without a valid signature of this installation is read as, by client and worker alike. */
export const UNSIGNED = { unsigned: true } as const;

/** Whether a value that came by way of Temporal was made by somebody else than this installation. */
export const isUnsigned = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'unsigned' in value;

/** Said as part of what is signed, so that it is taken by one case only, and only for a while. */
export interface Addressed {
  readonly caseId: string;
  /** Wall time in milliseconds. */
  readonly sentAt: number;
}

/** Older ones are refused: a case remembers its last commands only, and a forger could send an earlier one again. */
export const MAX_AGE_MS = 600_000;

/** Why a case does not take what was sent to it, in the words of a log; null when it is for this case and new. */
export function misdirected(sent: Addressed | undefined, caseId: string, now: number): string | null {
  if (isUnsigned(sent)) return 'not signed by this installation';
  if (sent?.caseId !== caseId) return 'sent to another case';
  return now - sent.sentAt > MAX_AGE_MS ? 'sent too long ago' : null;
}
