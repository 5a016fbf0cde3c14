import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

/** After a run: stops the shared Postgres and the shared installations, and removes their folders. */
const end = async () => {
  const folder = process.env.STAFETT_TEST_RUN;
  if (!folder) return;
  for (const name of readdirSync(folder).filter((it) => it.endsWith('.installation.json'))) {
    const { home, self } = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
    await ended(self.pid, 'SIGTERM');
    rmSync(home, { recursive: true, force: true });
  }
  const file = path.join(folder, 'postgres', 'postmaster.pid');
  if (existsSync(file)) {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    if (pid > 1) await ended(pid, 'SIGQUIT');
  }
  rmSync(folder, { recursive: true, force: true });
};

async function ended(pid, signal) {
  for (let tries = 0; tries < 600; tries += 1) {
    try {
      process.kill(pid, tries === 0 ? signal : 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

// Jest takes only a default export.

export default end;
