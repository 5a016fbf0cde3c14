import { HttpRefusal } from './problems/http-refusal.js';

/** Sliding window: at most `most` calls per key in any `seconds` of nowMs time, counted in this process only. */
export class RateLimit {
  private readonly callTimesByKey = new Map<string, number[]>();

  constructor(
    private readonly limit: number,
    private readonly seconds: number,
  ) {}

  /** @throws HttpRefusal 429 `slow-down`, with the seconds to wait in `Retry-After`. */
  take(key: string, nowMs: number = Date.now()): void {
    const recent = (this.callTimesByKey.get(key) ?? []).filter((time) => time > nowMs - this.seconds * 1000);
    const oldest = recent[0];
    if (oldest !== undefined && recent.length >= this.limit) {
      const wait = Math.max(1, Math.ceil((oldest + this.seconds * 1000 - nowMs) / 1000));
      throw new HttpRefusal({
        status: 429,
        code: 'slow-down',
        detail: `For mange forsøk: høyst ${this.limit} på ${this.seconds} sekunder. Prøv igjen om ${wait} sekunder.`,
        headers: { 'Retry-After': String(wait) },
      });
    }
    this.removeIdleKeys(nowMs);
    this.callTimesByKey.set(key, [...recent, nowMs]);
  }

  private removeIdleKeys(nowMs: number): void {
    if (this.callTimesByKey.size < 10_000) return;
    for (const [key, times] of this.callTimesByKey) {
      if ((times.at(-1) ?? 0) <= nowMs - this.seconds * 1000) this.callTimesByKey.delete(key);
    }
  }
}
