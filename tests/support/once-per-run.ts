import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Folder shared by all test processes of one run; outside Jest, a new one for this process. */
export function runFolder(): string {
  return (process.env['STAFETT_TEST_RUN'] ??= mkdtempSync(path.join(tmpdir(), 'stafett-test-')));
}

/** Runs `make` in one test process of the run; the others wait until it is done. */
export async function oncePerRun(name: string, make: () => Promise<void>): Promise<void> {
  const done = path.join(runFolder(), `${name}.done`);
  if (existsSync(done)) return;
  try {
    mkdirSync(path.join(runFolder(), `${name}.making`));
  } catch {
    return waitForFile(done);
  }
  try {
    await make();
    writeFileSync(done, '');
  } catch (error) {
    writeFileSync(`${done}.failed`, String(error));
    throw error;
  }
}

async function waitForFile(file: string): Promise<void> {
  for (let waited = 0; waited < 120_000; waited += 50) {
    if (existsSync(file)) return;
    if (existsSync(`${file}.failed`)) throw new Error(`${file}: the process that made it failed`);
    await pause(50);
  }
  throw new Error(`${file} did not come`);
}
