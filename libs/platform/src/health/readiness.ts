/** One dependency that must work before the service accepts traffic. */
export interface Check {
  readonly name: string;
  /**
   * Resolves with figures for the report; rejects with the reason when the dependency is down, and with `Degraded` when the
   * service is still to accept traffic.
   */
  check(): Promise<Readonly<Record<string, unknown>> | void>;
}

/** Something needs a person, but the rest works. */
export class Degraded extends Error {
  override readonly name = 'Degraded';
}

export interface CheckResult {
  readonly status: 'ok' | 'degraded' | 'down';
  readonly detail?: string;
  readonly [figure: string]: unknown;
}

export interface ReadinessReport {
  readonly status: 'ready' | 'degraded' | 'not-ready';
  readonly checks: Readonly<Record<string, CheckResult>>;
}

/** Runs all checks concurrently. A check that does not answer in time counts as down. */
export async function readiness(checks: readonly Check[], withinMs = 2_000): Promise<ReadinessReport> {
  const results = await Promise.all(
    checks.map(async (check) => [check.name, await resultOf(check, withinMs)] as const),
  );
  const isAny = (status: CheckResult['status']) => results.some(([, result]) => result.status === status);
  return {
    status: isAny('down') ? 'not-ready' : isAny('degraded') ? 'degraded' : 'ready',
    checks: Object.fromEntries(results),
  };
}

async function resultOf(check: Check, withinMs: number): Promise<CheckResult> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${withinMs} ms`)), withinMs);
  });
  try {
    const figures = await Promise.race([check.check(), timeout]);
    return { ...figures, status: 'ok' };
  } catch (error) {
    return {
      status: error instanceof Degraded ? 'degraded' : 'down',
      detail: error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'down',
    };
  } finally {
    clearTimeout(timer);
  }
}
