import { createServer, type AddressInfo } from 'node:net';
import { describePortHolder } from './port-holder.js';
import { StepError } from '../shared/step-error.js';

export interface PortRequest {
  /** Name of the server in messages, like "Postgres". */
  readonly title: string;
  /** The variable that sets the port; empty when none does. */
  readonly variable: string;
  /** Undefined: any free port. */
  readonly wanted: number | undefined;
  readonly host?: string;
}

/** @throws StepError when the wanted port is not available; names the process that holds it */
export async function choosePort({ title, variable, wanted, host = '127.0.0.1' }: PortRequest): Promise<number> {
  if (wanted === undefined) return listenOnce(0, host);
  try {
    return await listenOnce(wanted, host);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why =
      code === 'EADDRINUSE' ? `is held by ${await describePortHolder(wanted)}` : `cannot be used (${message})`;
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
      const { port: chosen } = server.address() as AddressInfo;
      server.close(() => resolve(chosen));
    });
  });
}
