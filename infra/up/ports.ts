import { createServer, type AddressInfo } from 'node:net';
import { holderOf } from './port-holder.js';
import { StepError } from './step-error.js';

export interface PortWish {
  /** What listens on it, like "Postgres". */
  readonly title: string;
  readonly variable: string;
  /** Undefined: any free port will do. */
  readonly wanted: number | undefined;
  readonly host?: string;
}

/** @throws StepError when a named port cannot be had, saying who wants it and who holds it */
export async function choosePort({ title, variable, wanted, host = '127.0.0.1' }: PortWish): Promise<number> {
  if (wanted === undefined) return listenOnce(0, host);
  try {
    return await listenOnce(wanted, host);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = code === 'EADDRINUSE' ? `is held by ${await holderOf(wanted)}` : `cannot be used (${message})`;
    throw new StepError(
      `Port of ${title}`,
      `${title} wants ${host}:${wanted} (${variable}), which ${why}.`,
      `End what holds it, or name another port with ${variable}.`,
    );
  }
}

function listenOnce(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(port, host, () => {
      const { port: got } = server.address() as AddressInfo;
      server.close(() => resolve(got));
    });
  });
}
