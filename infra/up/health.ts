/** `waitsForOrigin`: every check but the clock has passed, so `startClock` may start domain time. */
export type Health = 'ready' | 'waitsForOrigin';

/** The readiness check that fails until origin and speed of the clock are stored. */
const CLOCK_CHECK = 'clock';

/** @throws Error naming the failed checks, while the api is not ready. */
export async function fetchHealth(url: string): Promise<Health> {
  const response = await fetch(`${url}/api/v1/health/ready`, { signal: AbortSignal.timeout(5_000) });
  if (response.ok) return 'ready';
  const failed = failedChecks(await response.json());
  if (failed.length === 1 && failed[0]?.startsWith(`${CLOCK_CHECK}:`)) return 'waitsForOrigin';
  throw new Error(`not ready: ${failed.join('; ') || `HTTP ${response.status}`}`);
}

function failedChecks(report: unknown): readonly string[] {
  const { checks = {} } = (report ?? {}) as { checks?: Record<string, { status?: string; detail?: string }> };
  return Object.entries(checks).flatMap(([name, { status, detail }]) =>
    status === 'ok' || status === 'degraded' ? [] : [`${name}: ${detail}`],
  );
}
