import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Folder that the test processes of one run share; of its own outside Jest. */
export function runFolder(): string {
  return (process.env['STAFETT_TEST_RUN'] ??= mkdtempSync(path.join(tmpdir(), 'stafett-test-')));
}

/** Makes something once for all test processes of a run; the others wait for it. */
export async function once(name: string, make: () => Promise<void>): Promise<void> {
  const done = path.join(runFolder(), `${name}.done`);
  if (existsSync(done)) return;
  try {
    mkdirSync(path.join(runFolder(), `${name}.making`));
  } catch {
    return waitFor(done);
  }
  try {
    await make();
    writeFileSync(done, '');
  } catch (error) {
    writeFileSync(`${done}.failed`, String(error));
    throw error;
  }
}

async function waitFor(file: string): Promise<void> {
  for (let waited = 0; waited < 120_000; waited += 50) {
    if (existsSync(file)) return;
    if (existsSync(`${file}.failed`)) throw new Error(`${file}: the process that made it failed`);
    await pause(50);
  }
  throw new Error(`${file} did not come`);
}
