/** One thing that must be well for the service to be of use. */
export interface Check {
  readonly name: string;
  /** Resolves with what to show when well; rejects with why not. */
  check(): Promise<Readonly<Record<string, unknown>> | void>;
}

export interface CheckResult {
  readonly status: 'ok' | 'down';
  readonly detail?: string;
  readonly [figure: string]: unknown;
}

export interface ReadinessReport {
  readonly status: 'ready' | 'not-ready';
  readonly checks: Readonly<Record<string, CheckResult>>;
}

/** Runs all checks side by side; one that gives no answer in time counts as down. */
export async function readiness(checks: readonly Check[], withinMs = 2_000): Promise<ReadinessReport> {
  const results = await Promise.all(
    checks.map(async (check) => [check.name, await resultOf(check, withinMs)] as const),
  );
  const ready = results.every(([, result]) => result.status === 'ok');
  return { status: ready ? 'ready' : 'not-ready', checks: Object.fromEntries(results) };
}

async function resultOf(check: Check, withinMs: number): Promise<CheckResult> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${withinMs} ms`)), withinMs);
  });
  try {
    const figures = await Promise.race([check.check(), late]);
    return { ...figures, status: 'ok' };
  } catch (error) {
    return { status: 'down', detail: error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'down' };
  } finally {
    clearTimeout(timer);
  }
}
