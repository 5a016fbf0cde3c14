import { PlatformRefusal } from './problems/refusal.js';

/** Sliding window: at most `most` calls per key in any `seconds` of nowMs time, counted in this process only. */
export class RateLimit {
  private readonly times = new Map<string, number[]>();

  constructor(
    private readonly most: number,
    private readonly seconds: number,
  ) {}

  /** @throws HttpRefusal 429 `slow-down`, with the seconds to wait in `Retry-After`. */
  take(key: string, nowMs: number = Date.now()): void {
    const recent = (this.times.get(key) ?? []).filter((time) => time > nowMs - this.seconds * 1000);
    const oldest = recent[0];
    if (oldest !== undefined && recent.length >= this.most) {
      const wait = Math.max(1, Math.ceil((oldest + this.seconds * 1000 - nowMs) / 1000));
      throw new PlatformRefusal({
        status: 429,
        code: 'slow-down',
        detail: `For mange forsøk: høyst ${this.most} på ${this.seconds} sekunder. Prøv igjen om ${wait} sekunder.`,
        headers: { 'Retry-After': String(wait) },
      });
    }
    this.forgetQuietKeys(nowMs);
    this.times.set(key, [...recent, nowMs]);
  }

  private forgetQuietKeys(nowMs: number): void {
    if (this.times.size < 10_000) return;
    for (const [key, times] of this.times) {
      if ((times.at(-1) ?? 0) <= nowMs - this.seconds * 1000) this.times.delete(key);
    }
  }
}
