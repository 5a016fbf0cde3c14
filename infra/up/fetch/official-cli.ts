import { readFromTar } from './tar.js';
import { writeProgram } from './program-file.js';

const RESPONSE_TIMEOUT_MS = 8_000;
const DOWNLOAD_TIMEOUT_MS = 60_000;

/**
 * Downloads the Temporal CLI from temporal.io.
 * @throws Error with the reason, quickly when the host cannot be reached
 */
export async function fetchOfficialCli(version: string, into: string, signal?: AbortSignal): Promise<void> {
  const arch = { x64: 'amd64', arm64: 'arm64' }[process.arch as string];
  const platform = { linux: 'linux', darwin: 'darwin' }[process.platform as string];
  if (!arch || !platform) throw new Error(`there is none for ${process.platform}-${process.arch}`);
  const url = `https://temporal.download/cli/archive/v${version}?platform=${platform}&arch=${arch}`;
  const archive = await download(url, signal);
  writeProgram(into, await readFromTar(archive, (name) => name.split('/').at(-1) === 'temporal'));
}

/** A short timeout until the server responds, a longer one for the whole download. */
async function download(url: string, signal?: AbortSignal): Promise<Buffer> {
  const timeout = new AbortController();
  const responseTimer = setTimeout(
    () => timeout.abort(new Error(`no answer within ${RESPONSE_TIMEOUT_MS / 1000} s`)),
    RESPONSE_TIMEOUT_MS,
  );
  const downloadTimer = setTimeout(
    () => timeout.abort(new Error(`not finished within ${DOWNLOAD_TIMEOUT_MS / 1000} s`)),
    DOWNLOAD_TIMEOUT_MS,
  );
  try {
    const response = await fetch(url, { signal: AbortSignal.any([timeout.signal, ...(signal ? [signal] : [])]) });
    clearTimeout(responseTimer);
    if (!response.ok) throw new Error(`${new URL(url).host} answered ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  } finally {
    clearTimeout(responseTimer);
    clearTimeout(downloadTimer);
  }
}
