import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { choosePort } from './ports.js';
import { StepError } from './step-error.js';

/** The port that was chosen at an earlier start, when it is free; else any free one, which is kept for later starts. */
export async function keptPort(dir: string, host: string): Promise<number> {
  const file = path.join(dir, 'port');
  const port = await free(numberIn(file), host);
  mkdirSync(dir, { recursive: true });
  writeFileSync(file, `${port}\n`);
  return port;
}

async function free(wanted: number | undefined, host: string): Promise<number> {
  try {
    return await choosePort({ title: 'Sign-in issuer', variable: '', wanted, host });
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    return choosePort({ title: 'Sign-in issuer', variable: '', wanted: undefined, host });
  }
}

function numberIn(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
