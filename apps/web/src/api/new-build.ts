const LAST = 'stafett.reloaded';
const AGAIN_MS = 60_000;

/**
 * A page that was left open over night asks for files that a newer build no longer has: it is loaded anew, with what was written, which
 * is kept in the browser. Not twice in a minute, as then it is the line that fails.
 */
export function reloadForNewBuild(): void {
  window.addEventListener('vite:preloadError', (event) => {
    if (Date.now() - Number(sessionStorage.getItem(LAST)) < AGAIN_MS) return;
    sessionStorage.setItem(LAST, String(Date.now()));
    event.preventDefault();
    window.location.reload();
  });
}
