import { identityOf, isRunning } from './process/identity.js';

/** Npm passes Ctrl-C on to us, and the terminal sends it too: what comes this soon is the same wish. */
const SAME_WISH_MS = 1_500;

/** Why the installation is coming down, in words. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/**
 * Aborted by the first SIGINT, SIGTERM or SIGHUP, and when the npm that runs us has been killed.
 * @param force  called when a second, later signal asks not to wait any longer.
 */
export function stopSignal(force: () => void): AbortSignal {
  const stop = new AbortController();
  let askedAt: number | undefined;
  const ask = (why: string): void => {
    const now = Date.now();
    if (askedAt !== undefined && now - askedAt > SAME_WISH_MS) return force();
    askedAt ??= now;
    if (!stop.signal.aborted) stop.abort(new Stopped(why));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ask(signal));
  watchNpm(() => stop.abort(new Stopped('npm is gone')));
  return stop.signal;
}

function watchNpm(gone: () => void): void {
  const npm = process.env['npm_lifecycle_event'] === undefined ? undefined : identityOf(process.ppid);
  if (!npm) return;
  const timer = setInterval(() => {
    if (isRunning(npm)) return;
    clearInterval(timer);
    gone();
  }, 500);
  timer.unref();
}
