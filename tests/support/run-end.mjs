import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

/** After a run: ends the Postgres of the run, if one was started, and removes its folder. */
const end = async () => {
  const folder = process.env.STAFETT_TEST_RUN;
  if (!folder) return;
  const file = path.join(folder, 'postgres', 'postmaster.pid');
  if (existsSync(file)) {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    if (pid > 1) await ended(pid);
  }
  rmSync(folder, { recursive: true, force: true });
};

async function ended(pid) {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      process.kill(pid, tries === 0 ? 'SIGQUIT' : 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

// Jest takes only a default export.

export default end;
