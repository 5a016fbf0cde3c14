import { identityOf, isRunning } from './process/process-identity.js';

/** On Ctrl-C both npm and the terminal send us a signal: a second one this soon is the same request. */
const REPEATED_SIGNAL_MS = 1_500;

/** The reason for stopping, as the reason of an AbortSignal. */
export class StopRequested extends Error {
  override readonly name = 'Stopped';
}

/**
 * Listens for a request to stop. The signal aborts on the first SIGINT, SIGTERM or SIGHUP, and when npm has been killed.
 * @param force  called on a later second signal: do not wait any longer.
 */
export function listenForStop(force: () => void): AbortSignal {
  const stop = new AbortController();
  let requestedAt: number | undefined;
  const request = (why: string): void => {
    const now = Date.now();
    if (requestedAt !== undefined && now - requestedAt > REPEATED_SIGNAL_MS) return force();
    requestedAt ??= now;
    if (!stop.signal.aborted) stop.abort(new StopRequested(why));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => request(signal));
  watchNpm(() => stop.abort(new StopRequested('npm is gone')));
  return stop.signal;
}

function watchNpm(onGone: () => void): void {
  const npm = process.env['npm_lifecycle_event'] === undefined ? undefined : identityOf(process.ppid);
  if (!npm) return;
  const timer = setInterval(() => {
    if (isRunning(npm)) return;
    clearInterval(timer);
    onGone();
  }, 500);
  timer.unref();
}
