import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { choosePort } from './choose-port.js';
import { StepError } from '../shared/step-error.js';

/** Chooses the port of the last start when it is free, or any free one, and stores it for the next start. */
export async function rememberedPort(dir: string, host: string): Promise<number> {
  const file = path.join(dir, 'port');
  const port = await chooseOrReplace(readPort(file), host);
  mkdirSync(dir, { recursive: true });
  writeFileSync(file, `${port}\n`);
  return port;
}

async function chooseOrReplace(wanted: number | undefined, host: string): Promise<number> {
  try {
    return await choosePort({ title: 'Sign-in issuer', variable: '', wanted, host });
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    return choosePort({ title: 'Sign-in issuer', variable: '', wanted: undefined, host });
  }
}

function readPort(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
