/** What the api says of itself; `waitsForOrigin` when all is well but the clock, which `markReady` then starts. */
export type Health = 'ready' | 'waitsForOrigin';

/** The readiness check that stays down until origin and speed have been written. */
const CLOCK = 'clock';

/** Rejects, naming what is down, while the api cannot be used. */
export async function askHealth(url: string): Promise<Health> {
  const response = await fetch(`${url}/api/v1/health/ready`, { signal: AbortSignal.timeout(5_000) });
  if (response.ok) return 'ready';
  const down = downIn(await response.json());
  if (down.length === 1 && down[0]?.startsWith(`${CLOCK}:`)) return 'waitsForOrigin';
  throw new Error(`not ready: ${down.join('; ') || `HTTP ${response.status}`}`);
}

function downIn(report: unknown): readonly string[] {
  const { checks = {} } = (report ?? {}) as { checks?: Record<string, { status?: string; detail?: string }> };
  return Object.entries(checks).flatMap(([name, { status, detail }]) =>
    status === 'ok' ? [] : [`${name}: ${detail}`],
  );
}
